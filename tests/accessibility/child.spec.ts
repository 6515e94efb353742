/**
 * Every screen of the child's way, from the letter to *arrived*: axe with its two rules that are off by default, the sizes
 * of what is touched, no movement under reduced motion.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from '../e2e/pages/child.ts';
import { expectAccessible } from './axe.ts';
import { expectNoSideways, expectStill, expectTargets } from './measure.ts';
import { settings, sizes, themes, type Setting } from './settings.ts';

/** Looks at one screen in every way. */
async function look(
	page: Page,
	{ look: version, locale, theme, size }: Setting,
	what: string
): Promise<void> {
	const where = `${version} ${locale} ${theme} ${size}, ${what}`;
	await expectAccessible(page, where);
	await expectTargets(page, version, where);
	await expectNoSideways(page, where);
	await expectStill(page, where);
}

for (const setting of settings) {
	const { look: version, locale, theme, size } = setting;
	const named = `${version} in ${locale}, ${theme}, ${size}`;
	const options = { ...themes[theme], viewport: sizes[size], reducedMotion: 'reduce' } as const;

	test(`the whole way: ${named}`, async ({ authority, visit }) => {
		test.setTimeout(300_000);
		const invited = await authority.invite({ look: version, locale });
		const page = await visit(options);
		const child = new ChildPage(page, { look: version, locale });
		const seen = new Set<string>();
		const here = async () => {
			const title = await child.title.innerText();
			if (seen.has(title)) return;
			seen.add(title);
			await look(page, setting, title);
		};
		await page.goto(invited.link);
		await look(page, setting, 'the first screen');
		await child.press('child:first.start');
		await expect(child.title).toHaveText(child.titleOf('readers'));
		// The ways in, one after another, then every step.
		for (const screen of ['readers', 'look', 'who', 'device', 'face']) {
			await expect(child.title).toHaveText(child.titleOf(screen));
			await here();
			await child.next();
		}
		do await here();
		while (await child.step());
		await here();
		await child.next();
		await here();
		await child.hand.write(page.getByRole('textbox', { name: child.say('player:sign.nameLabel') }), 'Jo');
		await child.next();
		await here();
		await child.press('player:send.send');
		await child.expectArrived(authority.person('chair').name);
		await here();
		expect(seen.size, 'screens looked at').toBeGreaterThan(12);
	});
}
