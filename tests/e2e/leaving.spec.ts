/** Leaving quickly and putting away: at once, and with nothing to find afterwards. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';

/** Nothing of the child's side is to be seen: neither the product's name nor a question. */
async function expectNeutral(page: Page, child: ChildPage, asked: string): Promise<void> {
	await expect(page.getByText(child.say('child:neutral.list')).first()).toBeVisible();
	await expect(page.getByText(asked)).toHaveCount(0);
	await expect(page.getByText(child.say('common:appName'))).toHaveCount(0);
	expect(page.url()).not.toContain('v1.');
}

for (const way of ['the button', 'Shift, three times'])
	test(`${way} leaves at once, and going back shows nothing`, async ({ page, authority }) => {
		const invited = await authority.invite();
		const child = new ChildPage(page);
		await page.goto('/neutral');
		await child.openAtQuestions(invited.link);
		const asked = await child.title.innerText();
		if (way === 'the button') await child.press('common:leaveQuickly');
		else for (const _ of [1, 2, 3]) await page.keyboard.press('Shift');
		await expectNeutral(page, child, asked);
		await page.goBack();
		await expect(page.getByText(asked)).toHaveCount(0);
		await page.goForward();
		await expect(page.getByText(asked)).toHaveCount(0);
	});

test('a finger leaves as it is lifted off the way out, before its click; who slides off it stays', async ({
	page,
	authority
}) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	const asked = await child.title.innerText();
	const box = await child.button('common:leaveQuickly').boundingBox();
	if (!box) throw new Error('No way out');
	const { mouse } = page;
	await mouse.move(box.x + 10, box.y + 10);
	await mouse.down();
	await mouse.move(200, 400);
	await mouse.up();
	await expect(child.title).toHaveText(asked);
	await expect(page.locator('#cover')).toHaveCount(0);

	// Nothing that acts on a click is left to help.
	await page.evaluate(() => addEventListener('click', (event) => event.stopImmediatePropagation(), true));
	await mouse.move(box.x + 10, box.y + 10);
	await mouse.down();
	await mouse.up();
	await expectNeutral(page, child, asked);
});

test('without signal, a neutral page of our own comes', async ({ page, context, authority }) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	const asked = await child.title.innerText();
	await keptOnDevice(page);
	await context.setOffline(true);
	await child.press('common:leaveQuickly');
	await expectNeutral(page, child, asked);
});

test('leaving is the first stop of the keyboard on every screen on the way', async ({ page, authority }) => {
	const invited = await authority.invite({ look: '16-17' });
	const child = new ChildPage(page, { look: '16-17' });
	await child.open(invited.link);
	for (let screen = 0; screen < 4; screen++) {
		const first = page.locator('button:visible, a[href]:visible, input:visible').first();
		await expect(first).toHaveText(child.say('common:leaveQuickly'));
		await child.next();
	}
});

test('put away: the page starts as if nobody had been there; only the letter opens it again', async ({
	page,
	authority
}) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	await child.answer();
	const asked = await child.title.innerText();
	const pressed = await page.getByRole('button', { pressed: true }).allInnerTexts();
	await child.press('player:bar.menu');
	await child.press('player:menu.putAway');
	await child.press('player:putAway.yes');
	await expect(child.button('child:first.start')).toBeVisible();
	await expect(page.getByText(asked)).toHaveCount(0);

	await page.reload();
	await expect(child.button('child:first.start')).toBeVisible();
	await page.goto('about:blank');
	await page.goto(invited.link);
	await child.press('child:first.start');
	await expect(child.title).toHaveText(asked);
	expect(await page.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(pressed);
});

test('the letter leaves the address bar at once, and no secret is in the history', async ({
	page,
	authority
}) => {
	const invited = await authority.invite();
	await page.goto(invited.link);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(page.url()).not.toContain('v1.');
	await expect(page).toHaveTitle(new ChildPage(page).say('child:title'));
});
