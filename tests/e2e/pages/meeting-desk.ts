/** The desk at one meeting: what the child sees of it beforehand, written by a coordinator. */
import type { Locator, Page } from '@playwright/test';
import type { RoleId, ThemeId } from '../../../src/lib/journey/gathering.ts';
import type { Authority } from '../../fixtures/authority.ts';
import { DeskPage } from './desk.ts';

/** One coordinator at the page of one meeting. */
export class MeetingDesk extends DeskPage {
	readonly gathering: Locator;

	constructor(page: Page) {
		super(page);
		const title = this.say('desk:gathering.title');
		this.gathering = page
			.locator('section')
			.filter({ has: page.getByRole('heading', { name: title, exact: true }) });
	}

	/** Signs in as the coordinator and opens `meeting`. */
	async open(authority: Authority, meeting: string): Promise<void> {
		const { email } = authority.person('coordinator');
		await this.signIn({ email, password: authority.state.passphrase });
		await this.page.goto(`/staff/meetings/${meeting}`);
	}

	/** Presses the button that says `key`. */
	async press(key: string): Promise<void> {
		await this.hand.press(this.button(key));
	}

	/** Opens the form, which begins with one line, and writes `people` into it. */
	async write(people: readonly { name: string; role: RoleId; face?: number }[]): Promise<void> {
		await this.gathering.getByRole('button', { name: this.say('desk:gathering.edit') }).click();
		const lines = this.gathering.locator('ol > li');
		for (const [nth, { name, role, face }] of people.entries()) {
			if (nth > 0) await this.press('desk:gathering.add');
			const line = lines.nth(nth);
			await this.hand.write(line.getByLabel(this.say('desk:gathering.name')), name);
			await line
				.getByLabel(this.say('desk:gathering.role'))
				.selectOption({ label: this.say(`gathering:role.${role}`) });
			if (face !== undefined)
				await line
					.getByRole('radio', { name: this.say('desk:gathering.faceNumber', { number: face + 1 }) })
					.check();
		}
	}

	/** Says that `theme` is talked about. */
	async check(theme: ThemeId): Promise<void> {
		await this.gathering
			.getByRole('checkbox', { name: this.say(`gathering:theme.${theme}`), exact: true })
			.check();
	}
}
