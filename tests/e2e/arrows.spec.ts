/** The arrow keys alone reach whatever can be pressed, on every screen, and choose nothing by going on. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { stops } from './pages/hand.ts';

const arrows = ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft'] as const;

/** Marks what can be pressed or written in; how many there are. */
const mark = (page: Page): Promise<number> =>
	page.evaluate((selector) => {
		const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
			one.checkVisibility({ visibilityProperty: true })
		);
		for (const [at, one] of all.entries()) one.dataset['stop'] = String(at);
		return all.length;
	}, stops);

/** Which mark has the focus. */
const focused = (page: Page): Promise<string> =>
	page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['stop'] ?? '');

/** The words of what arrows never come to, from the heading of the screen on. */
async function neverReached(page: Page): Promise<readonly string[]> {
	const count = await mark(page);
	const seen = new Set<string>();
	for (const arrow of arrows) {
		await page.locator('#asked').focus();
		await page.keyboard.press(arrow);
		seen.add(await focused(page));
	}
	seen.delete('');
	for (const at of seen)
		for (const arrow of arrows) {
			await page.locator(`[data-stop="${at}"]`).focus();
			await page.keyboard.press(arrow);
			const next = await focused(page);
			if (next !== '') seen.add(next);
		}
	const all = Array.from({ length: count }, (_, at) => String(at));
	return Promise.all(
		all.filter((at) => !seen.has(at)).map((at) => page.locator(`[data-stop="${at}"]`).innerText())
	);
}

/** Everything that is chosen on the screen. */
const chosen = (page: Page): Promise<number> =>
	page.locator('[aria-pressed="true"], [aria-checked="true"], :checked').count();

for (const [look, width, height] of [
	['4-7', 768, 1024],
	['8-11', 390, 844],
	['12-15', 1024, 768]
] as const)
	test(`every screen of the review journey, ${look} at ${width} × ${height}`, async ({ page, authority }) => {
		test.slow();
		await page.setViewportSize({ width, height });
		const child = new ChildPage(page, { look });
		await child.openAtQuestions((await authority.invite({ look })).link);
		let screens = 0;
		do {
			const title = await child.title.innerText();
			const before = await chosen(page);
			expect(await neverReached(page), title).toEqual([]);
			expect(await chosen(page), `going on chose something: ${title}`).toBe(before);
			screens++;
		} while (await child.step());
		expect(screens).toBeGreaterThan(10);
	});

test('an answer is written, the field is left, settings are chosen: by arrows, space and enter alone', async ({
	page,
	authority
}) => {
	const child = new ChildPage(page);
	await child.openAtQuestions((await authority.invite()).link);
	await child.press('common:ways.myWay');
	await child.press('made:way.type');
	const field = page.getByRole('main').getByRole('textbox').first();
	await field.fill('one\ntwo');
	await page.keyboard.press('ArrowUp');
	await expect(field).toBeFocused();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowUp');
	await expect(field).not.toBeFocused();
	expect(await neverReached(page)).toEqual([]);

	await child.press('player:bar.menu');
	await child.press('player:menu.settings');
	const set = () =>
		page.locator(':checked').evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value));
	const before = await set();
	expect(await neverReached(page)).toEqual([]);
	expect(await set()).toEqual(before);
	const size = page.locator(':checked').first();
	await size.focus();
	await page.keyboard.press('ArrowRight');
	await expect(size).not.toBeFocused();
	expect(await set()).toEqual(before);
	await page.keyboard.press('Space');
	expect(await set()).not.toEqual(before);
});
