/** How somebody works a page: by pointer, or by keyboard alone. Page objects are handed one and do not know which. */
import type { Locator } from '@playwright/test';

/** Presses and writes. */
export interface Hand {
	readonly by: 'pointer' | 'keyboard';
	/** Presses a button, link, checkbox or radio. */
	press(target: Locator): Promise<void>;
	/** Writes `words` in a field, in place of what was there. */
	write(target: Locator, words: string): Promise<void>;
}

/** By pointer. */
export const pointer: Hand = {
	by: 'pointer',
	press: async (target) => {
		// A radio button lies unseen under its words; what a person presses is the label.
		if ((await target.getAttribute('type')) === 'radio') return target.check({ force: true });
		const answer = (await target.getAttribute('data-answer')) !== null;
		await target.click();
		// Where answers are read out, the first press is to hear it (`data-next`), the second to choose it.
		if (answer && (await target.getAttribute('data-next')) !== null) await target.click();
	},
	write: (target, words) => target.fill(words)
};

/** More presses of Tab than any page has stops. */
const farthest = 200;

/** How many stops `target` lies beyond the focus, as the page is now: a guess that saves asking after each. */
const stopsTo = (target: Locator): Promise<number> =>
	target.evaluate((element) => {
		const stops =
			'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]';
		const all = [...document.querySelectorAll<HTMLElement>(stops)].filter((one) => one.checkVisibility());
		const focus = document.activeElement ?? document.body;
		const follows = (one: Element) => focus.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
		const ahead = all.filter((one) => one !== focus && follows(one));
		return ahead.indexOf(element as HTMLElement) + 1;
	});

/** Moves the focus to `target` with Tab alone, as somebody would who cannot point. Throws where it is never reached. */
async function reach(target: Locator): Promise<void> {
	const { keyboard } = target.page();
	await target.waitFor();
	for (let left = await stopsTo(target); left > 1; left--) await keyboard.press('Tab');
	for (let stop = 0; stop < farthest; stop++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await keyboard.press('Tab');
	}
	throw new Error(`The keyboard never reaches ${String(target)}`);
}

/** Moves in a group of radio buttons with the arrows, once Tab has reached the group. */
async function chooseRadio(target: Locator): Promise<void> {
	const { keyboard } = target.page();
	const name = await target.getAttribute('name');
	for (let stop = 0; stop < farthest; stop++) {
		const inGroup = await target.page().evaluate((group) => {
			const { activeElement } = document;
			return activeElement instanceof HTMLInputElement && activeElement.name === group;
		}, name);
		if (inGroup) break;
		await keyboard.press('Tab');
	}
	for (let step = 0; step < farthest; step++) {
		if (await target.isChecked()) return;
		const here = await target.evaluate((element) => element === document.activeElement);
		await keyboard.press(here ? 'Space' : 'ArrowDown');
	}
	throw new Error(`The arrows never reach ${String(target)}`);
}

/** By keyboard alone. */
export const keyboard: Hand = {
	by: 'keyboard',
	press: async (target) => {
		const type = await target.getAttribute('type');
		if (type === 'radio') return chooseRadio(target);
		await reach(target);
		await target.page().keyboard.press(type === 'checkbox' ? 'Space' : 'Enter');
	},
	write: async (target, words) => {
		await reach(target);
		const { keyboard } = target.page();
		await keyboard.press('ControlOrMeta+A');
		await keyboard.insertText(words);
	}
};
