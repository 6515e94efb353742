/** How a child wants it to look and to be: changed at any moment, kept with their own draft, and nobody else's. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';

/** How the page looks now. */
const looks = (page: Page) =>
	page.evaluate(() => {
		const { dataset, style } = document.documentElement;
		const { fontFamily, letterSpacing } = getComputedStyle(document.body);
		return {
			...dataset,
			size: style.fontSize,
			font: fontFamily.split(',')[0],
			spacing: letterSpacing !== 'normal'
		};
	});

async function openSettings(child: ChildPage): Promise<void> {
	await child.press('player:bar.menu');
	await child.press('player:menu.settings');
	await expect(child.title).toHaveText(child.titleOf('settings'));
}

test('what is set shows at once, lasts over a reload, goes along with the letter, and stays one child’s own', async ({
	page,
	authority,
	visit
}) => {
	test.slow();
	const { link } = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(link);
	const asked = await child.title.innerText();

	await openSettings(child);
	await child.choose('access:font.label', 'access:font.opendyslexic');
	await child.choose('access:room.letters', 'access:room.wide');
	await child.press('access:parts.colours');
	await child.choose('player:settings.theme', 'access:theme.rose');
	await child.choose('access:calm.label', 'access:calm.on');
	await child.press('player:settings.done');
	await expect(child.title).toHaveText(asked);
	const wanted = { theme: 'rose', calm: '', font: 'OpenDyslexic', spacing: true };
	expect(await looks(page)).toMatchObject(wanted);
	// Calm: no stones, and what is beside the question opens when it is asked for.
	await expect(page.getByRole('main').getByText(child.say('access:more'))).toBeVisible();

	await page.reload();
	await expect(child.title).toHaveText(asked);
	expect(await looks(page)).toMatchObject(wanted);

	// Another child on this device begins as the device has it, and the first finds theirs again.
	await child.press('player:bar.menu');
	await child.press('player:menu.putAway');
	const sent = page.waitForResponse((response) => response.url().includes('/api/drafts/'));
	await child.press('player:putAway.yes');
	await sent;
	const other = new ChildPage(page);
	await other.openAtQuestions((await authority.invite()).link);
	expect(await looks(page)).not.toMatchObject({ theme: 'rose' });
	const elsewhere = new ChildPage(await visit());
	await elsewhere.page.goto(link);
	await elsewhere.press('child:first.start');
	await expect(elsewhere.title).toHaveText(asked);
	await expect.poll(() => looks(elsewhere.page)).toMatchObject(wanted);
});

test('everything can be taken back, and that as well', async ({ page, authority }) => {
	const child = new ChildPage(page, { locale: 'cy' });
	await child.open((await authority.invite({ locale: 'cy' })).link);
	await openSettings(child);
	await child.choose('player:settings.size', 'player:settings.percent', { size: 200 });
	expect((await looks(page)).size).toBe('200%');
	await child.press('access:reset.act');
	expect((await looks(page)).size).toBe('');
	await child.press('access:reset.undo');
	expect((await looks(page)).size).toBe('200%');
});
