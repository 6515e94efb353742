/** How somebody works a page: by pointer, or by keyboard alone. Page objects are handed one and do not know which. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, type Locator } from '@playwright/test';

/** Presses and writes. */
export interface Hand {
	readonly by: 'pointer' | 'keyboard' | 'switch' | 'resting';
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

/** What Tab and the arrows stop at. */
export const stops =
	'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]';

/** How many stops `target` lies beyond the focus, as the page is now: a guess that saves asking after each. */
const stopsTo = (target: Locator): Promise<number> =>
	target.evaluate((element, selector) => {
		const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
		const focus = document.activeElement ?? document.body;
		const follows = (one: Element) => focus.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
		const ahead = all.filter((one) => one !== focus && follows(one));
		return ahead.indexOf(element as HTMLElement) + 1;
	}, stops);

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

/** In the page: the arrow that leads from the focus towards `element`, by what is seen; Space once it is there. */
function keyTowards(element: Element): string {
	if (element === document.activeElement) return 'Space';
	const middle = (of: Element | null) => {
		const { left, right, top, bottom } = (
			of?.closest('label') ??
			of ??
			document.body
		).getBoundingClientRect();
		return [(left + right) / 2, (top + bottom) / 2] as const;
	};
	const [[x, y], [atX, atY]] = [middle(element), middle(document.activeElement)];
	if (Math.abs(y - atY) > 4) return y > atY ? 'ArrowDown' : 'ArrowUp';
	return x > atX ? 'ArrowRight' : 'ArrowLeft';
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
		await keyboard.press(await target.evaluate(keyTowards));
	}
	throw new Error(`The arrows never reach ${String(target)}`);
}

/** What is lit while a switch is scanning: the boxes of it, and whether it is one thing or a set. */
const litNow = (target: Locator) =>
	target
		.page()
		.locator('[data-light]')
		.evaluate((light) => ({
			what: light.getAttribute('data-light') ?? '',
			boxes: [...light.querySelectorAll('[data-lit]')].map((lit) => {
				const { x, y, width, height } = lit.getBoundingClientRect();
				return { x, y, width, height };
			})
		}));

/** Whether the light is around `target`, and on it alone. */
async function isLit(target: Locator): Promise<'no' | 'among' | 'alone'> {
	// A radio button lies unseen under its words.
	const shown =
		(await target.getAttribute('type')) === 'radio' ? target.locator('xpath=ancestor::label') : target;
	const [box, lit] = [await shown.boundingBox(), await litNow(target)];
	if (!box) return 'no';
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	const around = lit.boxes.some(
		(one) => x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height
	);
	if (!around) return 'no';
	return lit.what === 'one' ? 'alone' : 'among';
}

/** By what is lit, never by what lies beneath: goes on (`on`) until the light is around what is wanted, chooses, and again. */
const byLight = (on: (target: Locator) => Promise<void>, choose: string): Hand => ({
	by: 'switch',
	press: async (target) => {
		await target.waitFor({ state: 'attached' });
		for (let stop = 0; stop < farthest; stop++) {
			const lit = await isLit(target);
			if (lit === 'no') await on(target);
			else {
				await target.page().keyboard.press(choose);
				if (lit === 'alone') return;
			}
		}
		throw new Error(`The light never comes to ${String(target)}`);
	},
	write: (target) => Promise.reject(new Error(`No switch writes in ${String(target)}`))
});

/** By two switches: space goes on, enter chooses. */
export const twoSwitches: Hand = byLight((target) => target.page().keyboard.press('Space'), 'Enter');

/** By one switch: it goes on by itself, space chooses. */
export const oneSwitch: Hand = byLight(async (target) => {
	const before = JSON.stringify(await litNow(target));
	await expect.poll(async () => JSON.stringify(await litNow(target)), { intervals: [50] }).not.toBe(before);
}, 'Space');

/**
 * By a pointer that is moved and never presses: rests on what is wanted until its ring has filled and it is pressed, then goes aside, because
 * what was pressed has to be left.
 */
export const resting: Hand = {
	by: 'resting',
	press: async (target) => {
		const page = target.page();
		const radio = (await target.getAttribute('type')) === 'radio';
		const shown = radio ? target.locator('xpath=ancestor::label') : target;
		let pressed = false;
		const press = page
			.evaluate(
				() =>
					new Promise<void>((done) => addEventListener('click', () => done(), { capture: true, once: true }))
			)
			.then(() => (pressed = true))
			// The page went with the press.
			.catch(() => undefined);
		// A ring that goes out, because the page moved under the pointer, is no press: then whoever rests finds it anew.
		await expect(async () => {
			// Gone: it was pressed while the pointer was still on its way aside, before anybody listened.
			if (pressed || !(await shown.isVisible())) return;
			await page.mouse.move(1, 1);
			await shown.scrollIntoViewIfNeeded();
			const box = await shown.boundingBox();
			if (!box) throw new Error(`Nothing to rest on: ${String(target)}`);
			await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
			// Aside at once: what comes under a pointer that stays is pressed next.
			await Promise.race([press, wait(5_000)]);
			expect(pressed).toBe(true);
		}).toPass({ timeout: 60_000 });
		await page.mouse.move(1, 1);
	},
	write: (target) => Promise.reject(new Error(`Nobody writes by resting in ${String(target)}`))
};

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
