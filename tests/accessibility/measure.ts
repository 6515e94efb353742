/** What no engine measures: the size of what is to be touched, and whether anything is cut off or moves. */
import { expect, type Page } from '@playwright/test';
import type { VersionId } from '../../src/lib/journey/version.ts';
import { targets } from './settings.ts';

/** Expects every control on `page` to be as large as `look` asks for; half a pixel is rounding. */
export async function expectTargets(page: Page, look: VersionId, where: string): Promise<void> {
	const small = await page.evaluate((least) => {
		const seen = [
			...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, summary, select')
		];
		return seen.flatMap((element) => {
			// What carries a field is as large as its label.
			const target = element.matches('input[type=radio], input[type=checkbox]')
				? (element.closest('label') ?? element)
				: element;
			const { width, height } = target.getBoundingClientRect();
			const hidden = width <= 1 || height <= 1 || getComputedStyle(target).visibility === 'hidden';
			if (hidden) return [];
			const wanted = target.matches('button.card, button.tray') ? least.answer : least.control;
			return width + 0.5 >= wanted && height + 0.5 >= wanted
				? []
				: [
						`${target.tagName.toLowerCase()}.${target.className} ${Math.round(width)}×${Math.round(height)}, at least ${wanted}`
					];
		});
	}, targets[look]);
	expect(small, `${where}: too small to touch`).toEqual([]);
}

/** Expects that the page does not scroll sideways. */
export async function expectNoSideways(page: Page, where: string): Promise<void> {
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over, `${where}: sideways scroll in px`).toBeLessThanOrEqual(0);
}

/** Expects that nothing on `page` moves by itself, and that nothing would: no animation, no transition. */
export async function expectStill(page: Page, where: string): Promise<void> {
	const moving = await page.evaluate(() =>
		document
			.getAnimations()
			.filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
			.map((animation) => (animation.effect as KeyframeEffect | null)?.target?.className ?? '')
	);
	expect(moving, `${where}: moves under reduced motion`).toEqual([]);
}
