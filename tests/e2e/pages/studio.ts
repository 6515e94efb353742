/** The picture studio as a child meets it, by hand and by keys; and what of it is kept, in clear, as it goes to be sealed. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Picture } from '../../../src/lib/drawing/picture-model.ts';
import type { ChildPage } from './child.ts';
import { MakingPage } from './making.ts';

declare global {
	interface Window {
		/** Every drawing that was handed to be sealed, as text, oldest first; of one above 32 KiB the first piece. */
		keptDrawings: string[];
		/** Every drawing that was opened again, as text, oldest first. */
		foundDrawings: string[];
		/** Everything that was said to those who listen, oldest first. */
		saidWords: string[];
	}
}

/** Where on the paper, as shares of its width and height. */
export type Place = readonly [across: number, down: number];

/** The studio of one child at one page. */
export class StudioPage {
	readonly child: ChildPage;
	readonly page: Page;
	readonly paper: Locator;

	constructor(child: ChildPage) {
		this.child = child;
		this.page = child.page;
		this.paper = child.page.getByRole('application', { name: child.say('drawing:paper.label') });
	}

	/** Notes what is handed to be sealed or read again, and what is said. Before the page is opened. */
	async watch(): Promise<void> {
		await this.page.addInitScript(() => {
			window.keptDrawings = [];
			window.foundDrawings = [];
			window.saidWords = [];
			new MutationObserver(() => {
				const words = document.querySelector('[data-announcer]')?.textContent ?? '';
				if (words !== window.saidWords.at(-1)) window.saidWords.push(words);
			}).observe(document, { subtree: true, childList: true, characterData: true });
			const isDrawing = (text: unknown): text is string =>
				typeof text === 'string' && text.startsWith('{"v":1,"shape"');
			const seal = crypto.subtle.encrypt.bind(crypto.subtle);
			crypto.subtle.encrypt = (algorithm, key, data) => {
				// The first piece of a drawing, behind its four bytes: all of it, where it is small.
				const text = new TextDecoder().decode(data).slice(4);
				if (isDrawing(text)) window.keptDrawings.push(text);
				return seal(algorithm, key, data);
			};
			const read = JSON.parse;
			JSON.parse = (text: string, ...more) => {
				if (isDrawing(text)) window.foundDrawings.push(text);
				return read(text, ...more) as unknown;
			};
		});
	}

	/** From a question into the studio, once it can be drawn on. */
	async open(): Promise<void> {
		const making = new MakingPage(this.child);
		await making.open();
		await making.way('draw');
		await this.ready();
	}

	/** Waits until the paper can be drawn on. */
	async ready(): Promise<void> {
		await expect(this.page.locator('.studio[data-stands="ready"]')).toBeVisible();
	}

	/** The button called `key`. */
	button(key: string, params: Record<string, string> = {}): Locator {
		return this.page.getByRole('button', { name: this.child.say(key, params), exact: true });
	}

	/** Presses the button called `key`. */
	async press(key: string, params: Record<string, string> = {}): Promise<void> {
		await this.child.hand.press(this.button(key, params));
	}

	/** Opens one of the four views. */
	async tab(tab: 'draw' | 'put' | 'list' | 'tell'): Promise<void> {
		const tabs = this.page.getByRole('group', { name: this.child.say('drawing:tab.label') });
		await this.child.hand.press(
			tabs.getByRole('button', { name: this.child.say(`drawing:tab.${tab}`), exact: true })
		);
	}

	/** Where a place of the paper is on the screen. */
	async at([across, down]: Place): Promise<readonly [number, number]> {
		// A panel that is long has been scrolled through: back to the paper, as a child would.
		await this.paper.evaluate((paper) => paper.scrollIntoView({ block: 'center' }));
		const box = await this.paper.boundingBox();
		if (!box) throw new Error('There is no paper');
		return [box.x + across * box.width, box.y + down * box.height];
	}

	/** Draws a line through `places` with the mouse. */
	async draw(places: readonly Place[]): Promise<void> {
		const [first, ...rest] = places;
		if (!first) return;
		await this.page.mouse.move(...(await this.at(first)));
		await this.page.mouse.down();
		for (const place of rest) await this.page.mouse.move(...(await this.at(place)), { steps: 12 });
		await this.page.mouse.up();
	}

	/** The drawing as it was kept last; null where none was. */
	async kept(): Promise<Picture | null> {
		const last = await this.page.evaluate(() => window.keptDrawings.at(-1) ?? null);
		return last === null ? null : (JSON.parse(last) as Picture);
	}

	/** The drawing as it was opened last; null where none was. */
	async found(): Promise<Picture | null> {
		const last = await this.page.evaluate(() => window.foundDrawings.at(-1) ?? null);
		return last === null ? null : (JSON.parse(last) as Picture);
	}

	/** The list of what is in the picture, as it stands beside the canvas. */
	get list(): Locator {
		return this.page.getByRole('list', { name: this.child.say('drawing:list.label') });
	}

	/** Waits until `key` has been said to those who listen. */
	async expectSaid(key: string, params: Record<string, string> = {}): Promise<void> {
		await expect
			.poll(() => this.page.evaluate(() => window.saidWords))
			.toContain(this.child.say(key, params));
	}

	/** Waits until the drawing that is kept has `count` items on its page `page`. */
	async expectItems(count: number, page = 0): Promise<void> {
		await expect.poll(async () => (await this.kept())?.pages[page]?.items.length ?? 0).toBe(count);
	}
}
