/** Asking at any moment, as a child meets it: an advocate, or "I am not safe"; and where it is afterwards. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { RequestId } from '../../../src/lib/base/ids.ts';
import type { VersionId } from '../../../src/lib/journey/version.ts';
import { voiceOf } from '../../../src/lib/player/voice.ts';
import type { ChildPage } from './child.ts';

/** What can be asked. */
type Wanted = 'advocate' | 'not-safe';

/** Does `act`, which sends a request from `page`; the id under which it went. */
export async function sentBy(page: Page, act: () => Promise<void>): Promise<RequestId> {
	const going = page.waitForRequest(
		(request) => request.method() === 'POST' && new URL(request.url()).pathname === '/api/requests'
	);
	await act();
	const { ask } = (await going).postDataJSON() as { ask: string };
	const content = Buffer.from(ask.split('.')[1] ?? '', 'base64url').toString();
	return (JSON.parse(content) as { rid: RequestId }).rid;
}

/** What one child asks at one page. */
export class AskingPage {
	readonly child: ChildPage;
	readonly page: Page;
	readonly #voice: string;

	constructor(child: ChildPage, look: VersionId) {
		this.child = child;
		this.page = child.page;
		this.#voice = voiceOf(look);
	}

	/** The words of `key`, in this child's voice. */
	voiced(key: string, params: Record<string, string> = {}): string {
		return this.child.say(`asking:${key}.${this.#voice}`, params);
	}

	/** What stands under one of the pictures of where it is, or of what was asked and answered. */
	text(words: string): Locator {
		return this.page.getByRole('main').getByText(words);
	}

	/** Opens the page about advocates, from wherever the child is. */
	async openAdvocate(): Promise<void> {
		await this.child.press('common:getAdvocate');
		await expect(this.child.title).toHaveText(this.child.titleOf('advocate'));
	}

	/** Opens the first screen as somebody does who has no letter, in the child's language, and from there the page about advocates. */
	async openWithoutLetter(origin: string): Promise<void> {
		await this.page.goto(origin);
		await this.page.locator(`label.${this.child.locale}`).click();
		await this.page.locator('[data-tap="advocate"] button').click();
		await expect(this.child.title).toHaveText(this.child.titleOf('advocate'));
	}

	/** Opens "I am not safe", from wherever the child is. */
	async openNotSafe(): Promise<void> {
		await this.child.press('player:bar.menu');
		await this.child.press('player:menu.unsafe');
		await expect(this.child.title).toHaveText(this.child.titleOf('unsafe'));
	}

	/** Does `act`, which sends; the id under which it went. */
	sending(act: () => Promise<void>): Promise<RequestId> {
		return sentBy(this.page, act);
	}

	/** Waits until the page of what was asked says that it is `where`. */
	async expectAt(what: Wanted, where: string, name = ''): Promise<void> {
		await expect(this.child.title).toHaveText(this.voiced(`now.${what}.${where}`, { name }), {
			timeout: 60_000
		});
	}

	/** Chooses the card called `key` on the page on which it stands. */
	async choose(key: string): Promise<void> {
		const card = this.page.getByRole('main').getByRole('button', { name: this.child.say(key), exact: true });
		await this.child.hand.press(card);
		await expect(card).toHaveAttribute('aria-pressed', 'true');
	}

	/** Goes on to the thing that may be said called `id`. */
	async toItem(id: string): Promise<void> {
		const asked = this.voiced(`items.${id}.title`);
		for (let step = 0; step < 10; step++) {
			if ((await this.child.title.innerText()) === asked) return;
			await this.child.act(() => this.child.press('asking:items.skip'));
		}
		throw new Error(`${id} was never asked`);
	}
}
