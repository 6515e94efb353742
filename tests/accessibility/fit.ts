/** That everything fits: at 320 × 256 CSS pixels (400 % of 1280 × 1024), with WCAG's text spacing, and without movement. */
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2, 1.4.12. */
const spacing =
	'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/** What does not fit on `page` now: the page sideways, and every box whose words are cut off. */
const cutOff = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		const beyond = [...document.querySelectorAll<HTMLElement>('body *')]
			.filter((element) => Math.max(element.getBoundingClientRect().right, 0) > clientWidth + 1)
			.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
		const sideways =
			scrollWidth > clientWidth + 1
				? [`the page is ${scrollWidth} wide in ${clientWidth}: ${beyond.slice(-3).join(', ')}`]
				: [];
		const hidden = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
		const clipped = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
			const { overflowX, overflowY, clipPath } = getComputedStyle(element);
			const wide = hidden(overflowX) && element.scrollWidth > element.clientWidth + 1;
			const high = hidden(overflowY) && element.scrollHeight > element.clientHeight + 1;
			// Words that are only heard are clipped on purpose.
			if ((!wide && !high) || clipPath !== 'none' || element.closest('.heard')) return false;
			return element.checkVisibility({ visibilityProperty: true }) && element.innerText.trim() !== '';
		});
		return [...sideways, ...clipped.map((element) => `cut off: ${element.innerText.trim().slice(0, 50)}`)];
	});

/** Gives `page` the size `size`, and waits until it draws: what is not drawn cannot be pressed, and a stall ends with another size. */
export async function resized(page: Page, size: { width: number; height: number }): Promise<void> {
	for (let nudge = 0; nudge < 5; nudge++) {
		await page.setViewportSize({ ...size, height: size.height + (nudge % 2) });
		const drawn = page.evaluate(
			() =>
				new Promise<boolean>((done) => {
					requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
					setTimeout(() => done(false), 5_000);
				})
		);
		if ((await drawn) && nudge % 2 === 0) return;
	}
}

/** Expects `page` to fit in 320 × 256, as it is and with wide spacing. Gives it its size back. */
export async function expectFits(page: Page, where: string): Promise<void> {
	const before = page.viewportSize();
	await page.setViewportSize({ width: 320, height: 256 });
	expect.soft(await cutOff(page), `${where} at 320 × 256`).toEqual([]);
	const sheet = await page.evaluateHandle((css) => {
		const made = new CSSStyleSheet();
		made.replaceSync(css);
		document.adoptedStyleSheets.push(made);
		return made;
	}, spacing);
	expect.soft(await cutOff(page), `${where} at 320 × 256 with wide spacing`).toEqual([]);
	await sheet.evaluate((made) => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== made);
	});
	if (before) await resized(page, before);
}

/** Expects nothing to move on `page`, which has been told that somebody prefers it so. */
export async function expectStill(page: Page, where: string): Promise<void> {
	const moving = await page.evaluate(() =>
		document
			.getAnimations()
			.filter((animation) => Number(animation.effect?.getComputedTiming().duration ?? 0) > 1)
			.map((animation) => {
				const { target } = animation.effect as KeyframeEffect;
				return `${target?.tagName} ${target?.className}`;
			})
	);
	expect.soft(moving, `${where}: moves under reduced motion`).toEqual([]);
}
