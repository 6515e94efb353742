/** Installed, as an app with a window of its own: a neutral name, and the way out as in a tab, without signal too. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { Profile } from '../fixtures/profile.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';
import { ChildPage } from './pages/child.ts';
import { hide } from './pages/lock.ts';

/** Installs what stands at `origin` and opens its window. */
async function install(context: BrowserContext, origin: string): Promise<Page> {
	const browser = context.browser();
	if (!browser) throw new Error('Only a whole browser installs');
	const cdp = await browser.newBrowserCDPSession();
	const manifestId = `${origin}/`;
	await cdp.send('PWA.install', { manifestId, installUrlOrBundleUrl: manifestId });
	await cdp.send('PWA.changeAppUserSettings', { manifestId, displayMode: 'standalone' });
	const opening = context.waitForEvent('page');
	await cdp.send('PWA.launch', { manifestId });
	const app = await opening;
	await app.waitForLoadState();
	return app;
}

test('the installed app leaves at once, with signal and without, and its window says nothing', async ({
	launchOptions,
	authority
}) => {
	test.slow();
	const profile = new Profile(launchOptions);
	try {
		const context = await profile.start();
		const tab = context.pages()[0] ?? (await context.newPage());
		await tab.goto(authority.origin);
		await keptOnDevice(tab);
		const page = await install(context, authority.origin);
		await tab.close();
		expect(await page.evaluate(() => matchMedia('(display-mode: standalone)').matches)).toBe(true);
		const child = new ChildPage(page);
		for (const signal of [true, false]) {
			await child.openAtQuestions((await authority.invite()).link);
			const asked = await child.title.innerText();
			await context.setOffline(!signal);
			await child.press('common:leaveQuickly');
			await expect(page.getByText(child.say('child:neutral.list')).first()).toBeVisible();
			await page.goBack();
			await expect(page.getByText(asked)).toHaveCount(0);
			await page.goForward();
			await expect(page.getByText(asked)).toHaveCount(0);
			await expect(page).toHaveTitle(child.say('child:title'));
			await context.setOffline(false);
		}
	} finally {
		await profile.remove();
	}
});

test('what is switched away from is covered: whoever looks at the open apps sees a plain sheet', async ({
	page,
	authority
}) => {
	const child = new ChildPage(page);
	await child.openAtQuestions((await authority.invite()).link);
	const shown = await page.screenshot();
	await hide(page);
	await expect(page.locator('#cover')).toBeVisible();
	const covered = await page.screenshot();
	expect(covered.equals(shown)).toBe(false);
	// One colour from edge to edge compresses to next to nothing.
	expect(covered.length).toBeLessThan(shown.length / 5);
	expect(
		await page.evaluate(() => {
			const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
			return [top?.id, getComputedStyle(top ?? document.body).opacity];
		})
	).toEqual(['cover', '1']);
});
