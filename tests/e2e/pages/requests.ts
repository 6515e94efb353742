/** What children ask, as those at the desk who answer meet it: the list, one request, taking it, reading it, answering. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RequestId } from '../../../src/lib/base/ids.ts';
import type { Authority } from '../../fixtures/authority.ts';
import { DeskPage } from './desk.ts';

/** One member of staff who answers. */
export class RequestsDesk {
	readonly desk: DeskPage;

	constructor(desk: DeskPage) {
		this.desk = desk;
	}

	/** Whoever plays `part`, signed in on `page`. */
	static async of(authority: Authority, page: Page, part: string): Promise<RequestsDesk> {
		const desk = new DeskPage(page);
		await desk.signIn({ email: authority.person(part).email, password: authority.state.passphrase });
		return new RequestsDesk(desk);
	}

	/** The group of the list called `key`. */
	group(key: string): Locator {
		const name = new RegExp(`^${this.desk.say(`requests:group.${key}`)} \\d+$`);
		return this.desk.page.getByRole('region', { name });
	}

	/** The line of `rid`, wherever it stands. */
	line(rid: RequestId): Locator {
		return this.desk.page.locator(`a[href="/staff/requests/${rid}"]`);
	}

	/** Goes to the list. */
	async open(): Promise<void> {
		await this.desk.page.goto('/staff/requests');
		await expect(
			this.desk.page.getByRole('heading', { level: 1, name: this.desk.say('requests:title') })
		).toBeVisible();
	}

	/** Opens `rid` from the list and unlocks. */
	async openOne(rid: RequestId, keyPassphrase: string): Promise<void> {
		await this.open();
		await this.desk.hand.press(this.line(rid));
		await this.desk.unlock(keyPassphrase);
		await expect(this.desk.page.getByRole('article').first()).toBeVisible({ timeout: 30_000 });
	}

	/** Presses the button that says `key`, which goes once it is done. */
	async say(key: string): Promise<void> {
		await this.desk.hand.press(this.desk.button(key));
		await expect(this.desk.button(key)).toHaveCount(0);
	}

	/** Answers the child: who, when, and words. */
	async answer(said: { who: string; when?: string; words?: string }): Promise<void> {
		const { page, say, hand } = this.desk;
		const field = (key: string) => page.getByLabel(say(`requests:answer.${key}`), { exact: true });
		await hand.write(field('who'), said.who);
		await hand.press(page.getByRole('radio', { name: say('requests:answer.faceNumber', { number: 3 }) }));
		if (said.when) await hand.write(field('when'), said.when);
		if (said.words) await hand.write(field('words'), said.words);
		await hand.press(this.desk.button('requests:answer.go'));
		await expect(
			page.getByText(say('requests:answered', { name: '', at: '' }).split(',')[0]?.trim() ?? '').first()
		).toBeVisible();
	}

	/** Hands the open request on to whoever is called `name`. */
	async handOn(name: string): Promise<void> {
		const { page, say } = this.desk;
		await page.getByLabel(say('requests:handOn.to')).selectOption({ label: name });
		await this.desk.hand.press(this.desk.button('requests:handOn.go'));
		await expect(page.getByText(say('requests:state.taken', { name }))).toBeVisible();
	}
}
