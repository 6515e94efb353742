/** The locks as a child and a helper meet them: choosing one, six places, twelve pictures. */
import { expect, type Page } from '@playwright/test';
import type { Code } from '../../../src/lib/lock/code.ts';
import type { LockKind } from '../../../src/lib/lock/kind.ts';
import type { ChildPage } from './child.ts';

/** Hides the page as a switch to another app does: the browser says so, and nothing else changes. */
export const hide = (page: Page): Promise<void> =>
	page.evaluate(() => {
		Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });
		Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});

/** Waits for the first screen, loaded anew. */
export const atFirst = (page: Page): Promise<void> =>
	expect(page.locator('[data-tap="places"]')).toBeVisible();

/** One child's locks on one page. */
export class LockPage {
	readonly page: Page;
	readonly child: ChildPage;

	constructor(child: ChildPage) {
		this.page = child.page;
		this.child = child;
	}

	/** From any screen of the journey: chooses `kind`, with `code` where it has one. The words of the place it was given. */
	async choose(kind: LockKind, code?: Code): Promise<string> {
		const { child } = this;
		await child.press('player:bar.menu');
		await child.press('player:menu.lock');
		await expect(child.title).toHaveText(child.say('lock:choose.title'));
		await child.press(`lock:kind.${kind}.name`);
		await child.press('common:next');
		if (code) {
			await expect(child.title).toHaveText(child.say('lock:new.title'));
			await this.pressCode(code);
			await expect(child.title).toHaveText(child.say('lock:new.again'));
			await this.pressCode(code);
			await expect(child.title).toHaveText(/: /);
		} else await expect(child.title).toHaveText(child.say('lock:done.title'));
		const place = (await child.title.innerText()).split(': ').at(-1) ?? '';
		await child.press('common:next');
		await child.press('player:close');
		return place;
	}

	/** Presses the pictures of `code`. */
	async pressCode(code: Code): Promise<void> {
		for (const picture of code) await this.child.press(`lock:pictures.${picture}`);
	}

	/** From the first screen: to `place`, and its code. */
	async unlock(place: string, code: Code): Promise<void> {
		const { child } = this;
		await this.page.locator('[data-tap="places"] button').click();
		await expect(child.title).toHaveText(child.say('lock:places.title'));
		await this.page.getByRole('main').getByRole('button', { name: place, exact: true }).click();
		await this.pressCode(code);
	}

	/** The words of all places. */
	places(): Promise<string[]> {
		return this.page.getByRole('main').getByRole('group').getByRole('button').allInnerTexts();
	}
}
