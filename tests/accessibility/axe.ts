/**
 * axe-core on what the page shows now. Owns which rules run, and that those which are off by default have run: an
 * accessibility test that quietly stopped looking would pass for ever.
 */
import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';
import { resized } from './fit.ts';

declare global {
	var axe: typeof import('axe-core');
}

/**
 * What axe cannot decide by itself here and a person has: rule id → why it holds. Every other "incomplete" is an error.
 */
const explained: Readonly<Record<string, string>> = {};

/** The tags of WCAG 2.0, 2.1 and 2.2 up to AAA, and of good practice. */
const tags = [
	'wcag2a',
	'wcag2aa',
	'wcag2aaa',
	'wcag21a',
	'wcag21aa',
	'wcag21aaa',
	'wcag22aa',
	'best-practice'
];

/**
 * Rules that axe leaves off by itself. Whoever speaks to their device says what they see: what is seen of a button stands in its name
 * (WCAG 2.5.3).
 */
const added = ['target-size', 'color-contrast-enhanced', 'label-content-name-mismatch'] as const;

/**
 * Waits until nothing on `page` is on its way to a colour or a place: a button that fades from pressed to not pressed has,
 * for a moment, a colour that nobody chose and nobody reads by.
 */
async function settled(page: Page): Promise<void> {
	await page.evaluate(() =>
		Promise.all(
			document
				.getAnimations()
				.filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
				// One that is called off has ended as well.
				.map((one) => one.finished.catch(() => one))
		)
	);
}

/** Expects no violation and nothing undecided on `page`; `where` stands in the message. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
	await settled(page);
	// What the bar at the bottom covers cannot be judged: the page is looked at as long as it is.
	const before = page.viewportSize();
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	if (before) await page.setViewportSize({ ...before, height: Math.max(before.height, height + 200) });
	// In the page itself and once for each: the builder for Playwright opens another page for every look, and takes twice as long.
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
	const results = await page.evaluate((options) => globalThis.axe.run(document, options), {
		runOnly: { type: 'tag' as const, values: tags },
		rules: Object.fromEntries(added.map((id) => [id, { enabled: true }]))
	});
	if (before) await resized(page, before);
	// Where a page has nothing to press, target-size has looked and found nothing to apply to.
	const ran = [...results.passes, ...results.violations, ...results.incomplete, ...results.inapplicable].map(
		({ id }) => id
	);
	expect(ran, `${where}: the rules that are off by default have run`).toEqual(
		expect.arrayContaining([...added])
	);
	const undecided = results.incomplete.filter(({ id }) => !(id in explained));
	const found = [...results.violations, ...undecided].map(
		({ id, help, nodes }) =>
			`${id}: ${help}\n${nodes.map(({ target, any }) => `    ${target.join(' ')} ${any[0]?.message ?? ''}`).join('\n')}`
	);
	expect(found, where).toEqual([]);
}
