/** The size of what can be pressed, against the table in docs/accessibility.md. Measured on the page, in CSS pixels. */
import { expect, type Page } from '@playwright/test';
import type { VersionId } from '../../src/lib/journey/version.ts';
import { targets as table } from './settings.ts';

interface Target {
	readonly name: string;
	readonly answer: boolean;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Everything that can be pressed or written in; a radio or checkbox counts with its label. */
const targetsOn = (page: Page): Promise<Target[]> =>
	page.evaluate(() => {
		const pressable = [
			...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')
		];
		return pressable
			.filter((element) => element.checkVisibility({ visibilityProperty: true }))
			.map((element) => {
				const label = element instanceof HTMLInputElement ? element.closest('label') : null;
				const box = (label ?? element).getBoundingClientRect();
				const group = element.closest('[role="group"][aria-labelledby="asked"]');
				return {
					name: (element.innerText || element.getAttribute('aria-label') || element.tagName)
						.trim()
						.slice(0, 40),
					answer: group !== null && element.hasAttribute('aria-pressed'),
					x: box.x,
					y: box.y,
					width: box.width,
					height: box.height
				};
			})
			.filter(({ width, height }) => width > 1 && height > 1);
	});

/** The empty room between two boxes; 0 where they touch or overlap. */
function gapBetween(a: Target, b: Target): number {
	const across = Math.max(0, Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width));
	const down = Math.max(0, Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height));
	return Math.hypot(across, down);
}

/** Expects every target on `page` to be as large, and every two answers as far apart, as `look` wants it. */
export async function expectTargets(page: Page, look: VersionId, where: string): Promise<void> {
	const { answer, control, gap } = table[look];
	const targets = await targetsOn(page);
	expect(targets.length, where).toBeGreaterThan(0);
	// Half a pixel is what a fraction of an em may lose in layout.
	const small = targets
		.filter((target) => Math.min(target.width, target.height) < (target.answer ? answer : control) - 0.5)
		.map(({ name, width, height }) => `${name}: ${width.toFixed(0)} × ${height.toFixed(0)}`);
	expect.soft(small, `${where}: targets under ${answer} (answers) or ${control}`).toEqual([]);
	const answers = targets.filter((target) => target.answer);
	const close = answers.flatMap((a, at) =>
		answers
			.slice(at + 1)
			.filter((b) => gapBetween(a, b) < gap - 0.5)
			.map((b) => `${a.name} and ${b.name}: ${gapBetween(a, b).toFixed(0)}`)
	);
	expect.soft(close, `${where}: answers nearer than ${gap}`).toEqual([]);
}
