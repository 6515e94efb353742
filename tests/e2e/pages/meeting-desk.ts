/** The desk at one meeting: what the child sees of it beforehand, written by a coordinator. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RoleId, ThemeId } from '../../../src/lib/journey/gathering.ts';
import type { Audience } from '../../../src/lib/journey/journey.ts';
import type { LocaleId } from '../../../src/lib/journey/version.ts';
import type { Authority } from '../../fixtures/authority.ts';
import { DeskPage } from './desk.ts';

/** What a new meeting is made of, where it is not what stands there anyway. */
export interface NewMeeting {
	readonly kind: string;
	/** In so many days from today. */
	readonly inDays: number;
	/** The name of its practice pack. */
	readonly pack?: string;
	/** The title of the authority's own journey that it asks. */
	readonly asks?: string;
	readonly place?: string;
}

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

	/** The field of the form that says `key`. */
	field(key: string): Locator {
		return this.page.getByLabel(this.say(key), { exact: true });
	}

	/** Makes a meeting with the form, led by chair and deputy; ends at its page. */
	async make(
		authority: Authority,
		{ kind, inDays, pack, asks, place = 'Town hall, room 2' }: NewMeeting
	): Promise<void> {
		await this.page.getByRole('link', { name: this.say('desk:meetings.make') }).click();
		const day = new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
		await this.field('desk:meeting.kind').selectOption(this.say(`desk:kind.${kind}`));
		if (asks) await this.field('desk:meeting.asks').selectOption(asks);
		if (pack) await this.field('desk:meeting.pack').selectOption(pack);
		await this.field('desk:meeting.date').fill(day);
		await this.field('desk:meeting.time').fill('10:30');
		await this.field('desk:meeting.place').fill(place);
		await this.field('desk:meeting.chair').selectOption(authority.leads.chair);
		await this.field('desk:meeting.deputy').selectOption(authority.leads.deputy);
		await this.button('desk:meeting.go').click();
		await expect(this.gathering).toBeVisible();
	}

	/** Invites a child called `label` with the form; their letter is on the page. */
	async invite(label: string, age: number): Promise<void> {
		await this.field('desk:invite.asked').selectOption('child');
		await this.field('desk:invite.label').fill(label);
		await this.field('desk:invite.age').fill(String(age));
		await this.button('desk:invite.go').click();
		await expect(this.page.getByRole('article')).toBeVisible();
	}

	/** Makes a letter for a grown-up with the form; it is on the page. */
	async inviteGrownUp(
		asked: Exclude<Audience, 'child'>,
		label: string,
		locale: LocaleId = 'en'
	): Promise<void> {
		await this.field('desk:invite.asked').selectOption(asked);
		await expect(this.field('desk:invite.age')).toHaveCount(0);
		await this.field('desk:invite.label').fill(label);
		await this.field('desk:invite.locale').selectOption(locale);
		await this.button('desk:invite.go').click();
		await expect(this.page.getByRole('article')).toContainText(label);
	}

	/** What is owed to `to` (a child's label and age, or parents), unfolded. */
	async owed(to: string): Promise<Locator> {
		const list = this.page.locator('details').filter({ has: this.page.locator('summary', { hasText: to }) });
		if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
		return list;
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
