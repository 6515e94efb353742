/**
 * Reading aloud as a child meets it: real clips play, words are painted as they come, hearing chooses nothing, nothing is said
 * twice to a screen reader, and all of it works without signal.
 */
import type { Page } from '@playwright/test';
import { narrationKept } from '../fixtures/narration.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { keyboard } from './pages/hand.ts';

declare global {
	interface Window {
		/** What was played: how many clips began and came to their end, how fast, and the words that were painted meanwhile. */
		played: { begun: number; ended: number; rates: number[]; seconds: number; words: string[] };
	}
}

/** Notes what every audio element of the page does, and what is painted. */
const listen = async (page: Page): Promise<void> => {
	await page.addInitScript(() => {
		window.played = { begun: 0, ended: 0, rates: [], seconds: 0, words: [] };
		const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'play')
			?.value as () => Promise<void>;
		HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
			if (this.src.startsWith('blob:')) {
				this.addEventListener('playing', () => window.played.begun++, { once: true });
				this.addEventListener(
					'ended',
					() => {
						window.played.ended++;
						window.played.rates.push(this.playbackRate);
						window.played.seconds += this.currentTime;
					},
					{ once: true }
				);
			}
			return play.call(this);
		};
		const look = () => {
			for (const range of CSS.highlights.get('spoken') ?? []) {
				const word = range.toString();
				if (word !== '' && window.played.words.at(-1) !== word) window.played.words.push(word);
			}
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
};

const played = (page: Page) => page.evaluate(() => window.played);
const ended = (page: Page) => page.evaluate(() => window.played.ended);

/** All is read: nothing is marked as being heard. */
const quiet = (page: Page) => expect(page.locator('[data-heard]')).toHaveCount(0);

test('4–7: each screen reads itself after the first tap; an answer is heard, then chosen; also without signal', async ({
	page,
	authority
}) => {
	test.slow();
	await listen(page);
	const invited = await authority.invite({ look: '4-7' });
	const child = new ChildPage(page, { look: '4-7' });
	await child.open(invited.link);
	// The first tap started it: this screen is read from its first word on.
	await expect.poll(() => ended(page)).toBeGreaterThan(1);
	await expect(page.locator('[data-heard]').first()).toBeVisible();
	const tree = await page.getByRole('main').ariaSnapshot();
	await child.press('speech:pause');
	const heard = await played(page);
	expect(heard.seconds).toBeGreaterThan(0.5);
	// Each painted word stands on the screen, in the order in which it is read. A slow device may paint too late for one.
	const title = (await child.title.innerText()).split(' ');
	const painted = heard.words.slice(heard.words.findIndex((word) => title.includes(word)));
	const words = (await page.getByRole('main').innerText()).split(/\s+/);
	let at = 0;
	for (const word of painted) at = words.indexOf(word, at) + 1 || Infinity;
	expect(painted.length).toBeGreaterThan(1);
	expect([at < Infinity, painted]).toEqual([true, painted]);
	// What is heard changes nothing that a screen reader is told, but the button's own name and, once it comes to a person's
	// name, that there is no sound for it.
	const paused = await page.getByRole('main').ariaSnapshot();
	const named = (text: string) =>
		text.replaceAll(/^.*(?:Pause|Go on|Hear it again|There is no sound).*\n?/gm, '');
	expect(named(paused)).toBe(named(tree));
	expect(await page.locator('[aria-live]').allInnerTexts()).not.toContain(title.join(' '));

	await keptOnDevice(page);
	await narrationKept(page);
	await child.toQuestions();
	await page.context().setOffline(true);
	const card = page.getByRole('main').locator('[data-answer]').first();
	await card.click();
	await expect(card).toHaveAttribute('aria-pressed', 'false');
	await expect(card).toHaveAttribute('data-next', '');
	await expect.poll(async () => (await played(page)).words.at(-1)).toBeTruthy();
	await quiet(page);
	expect(await card.innerText()).toContain((await played(page)).words.at(-1) ?? 'nothing was painted');
	await card.click();
	await expect(card).toHaveAttribute('aria-pressed', 'true');

	// The next screen, without signal: from what the device keeps, also after it starts anew.
	const before = await ended(page);
	await child.next();
	await expect.poll(() => ended(page)).toBeGreaterThan(before);
	await page.reload();
	await expect(child.title).toBeVisible();
	await child.press('speech:listen');
	await expect.poll(() => ended(page)).toBeGreaterThan(0);
});

test('by keyboard an answer is chosen at once, and nothing is read that was not asked for', async ({
	page,
	authority
}) => {
	await listen(page);
	const invited = await authority.invite({ look: 'easy' });
	const child = new ChildPage(page, { look: 'easy', hand: keyboard });
	await child.openAtQuestions(invited.link);
	await expect(child.button('speech:listen')).toBeVisible();
	const card = page.getByRole('main').locator('[data-answer]').first();
	await keyboard.press(card);
	await expect(card).toHaveAttribute('aria-pressed', 'true');
	expect((await played(page)).begun).toBe(0);
	// Asked for, it is read, and rests and goes on by the same key.
	await keyboard.press(child.button('speech:listen'));
	await expect.poll(() => ended(page)).toBeGreaterThan(0);
	await keyboard.press(child.button('speech:pause'));
	await expect(child.button('speech:on')).toBeVisible();
	const { ended: resting } = await played(page);
	await keyboard.press(child.button('speech:on'));
	await expect.poll(() => ended(page)).toBeGreaterThan(resting);
});

test('from 8: only when asked, at five speeds, in the language of the screen, or never', async ({
	page,
	authority
}) => {
	test.slow();
	await listen(page);
	const invited = await authority.invite({ look: '8-11', locale: 'cy' });
	const child = new ChildPage(page, { look: '8-11', locale: 'cy' });
	await child.openAtQuestions(invited.link);
	await expect(child.button('speech:answers')).toBeVisible();
	// An answer is chosen by one press, and nothing has been heard so far.
	const card = page.getByRole('main').locator('[data-answer]').first();
	await card.click();
	await expect(card).toHaveAttribute('aria-pressed', 'true');
	expect((await played(page)).begun).toBe(0);
	await child.press('speech:answers');
	await expect.poll(() => ended(page)).toBeGreaterThan(0);

	await child.act(() => child.press('player:bar.menu'));
	await child.act(() => child.press('player:menu.settings'));
	await child.press('access:parts.heard');
	for (const [name, rate] of [
		['slowest', 0.6],
		['fastest', 1.5]
	] as const) {
		const before = await ended(page);
		await page.getByText(child.say(`speech:settings.${name}`), { exact: true }).click();
		await expect.poll(() => ended(page)).toBeGreaterThan(before);
		expect((await played(page)).rates.at(-1)).toBe(rate);
	}
	await page.getByText(child.say('speech:settings.never'), { exact: true }).click();
	await expect(child.button('speech:settings.try')).toHaveCount(0);
	await child.act(() => child.press('player:settings.done'));
	await expect(child.title).toBeVisible();
	await expect(child.button('speech:listen')).toHaveCount(0);
});
