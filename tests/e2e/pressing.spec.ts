/** How presses are taken: by resting alone, and presses that are not meant held back. Somebody who can press has set it up. */
import type { Page } from '@playwright/test';
import type { VersionId } from '../../src/lib/journey/version.ts';
import type { Authority } from '../fixtures/authority.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { resting } from './pages/hand.ts';

/** A letter that is open, at the settings of how it is pressed. */
async function atPressing(page: Page, authority: Authority, look: VersionId) {
	const invited = await authority.invite({ look });
	const helper = new ChildPage(page, { look });
	await helper.open(invited.link);
	await helper.press('player:bar.menu');
	await helper.press('player:menu.settings');
	await helper.press('access:parts.pressing');
	return { invited, helper };
}

test('easy read by resting alone: from the letter to arrived, and the chair reads it', async ({
	page,
	authority,
	visit
}) => {
	test.slow();
	const { invited, helper } = await atPressing(page, authority, 'easy');
	await helper.choose('access:dwell.label', 'access:scan.seconds', { value: 0.6 });
	const child = new ChildPage(page, { look: 'easy', hand: resting });
	await page.mouse.move(1, 1);
	await child.press('player:settings.done');
	await child.toQuestions();
	await child.answerAll();
	await child.signAndSend('');
	await child.expectArrived(authority.person('chair').name);
	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const read = new Map((await desk.read()).map(({ asked, words }) => [asked, words]));
	const chosen = child.said.filter(({ words }) => words.length > 0);
	expect(chosen.length).toBeGreaterThan(2);
	for (const { asked, words } of chosen)
		expect([...(read.get(asked) ?? [])].sort(), asked).toEqual([...words].sort());
});

test('what was pressed is pressed once, and whoever goes on in time presses nothing', async ({
	page,
	authority
}) => {
	const { helper } = await atPressing(page, authority, '12-15');
	await helper.choose('access:dwell.label', 'access:scan.seconds', { value: 1 });
	const ring = page.locator('[data-ring]');
	await page.mouse.move(1, 1);
	await expect(ring).toBeHidden();
	// Over the way out, and on again before it is full.
	const out = await helper.button('common:leaveQuickly').boundingBox();
	await page.mouse.move((out?.x ?? 0) + 20, (out?.y ?? 0) + 20, { steps: 2 });
	await expect(ring).toBeVisible();
	await page.mouse.move(1, 1);
	await expect(ring).toBeHidden();
	// A button that turns: rested on for three times as long it turns once.
	const sample = helper.button('access:parts.heard');
	await resting.press(sample);
	await expect(sample).toHaveAttribute('aria-pressed', 'true');
	await expect(helper.title).toBeVisible();
});

test('a hand that shakes presses once; the way out waits for nothing; keys are never held back', async ({
	page,
	authority
}) => {
	const { helper } = await atPressing(page, authority, '12-15');
	await helper.choose('access:palm.label', 'access:palm.on');
	await helper.choose('access:again.label', 'access:scan.seconds', { value: 2 });
	const counted = await page.evaluateHandle(() => {
		const seen = { clicks: 0 };
		document.addEventListener('click', (event) => (seen.clicks += event.isTrusted ? 1 : 0));
		return seen;
	});
	const clicks = () => counted.evaluate((seen) => seen.clicks);
	const done = helper.button('access:parts.words');
	await expect(async () => {
		await done.click();
		expect(await clicks()).toBe(1);
	}).toPass();
	await done.click({ clickCount: 3 });
	expect(await clicks()).toBe(1);
	await done.press('Enter');
	await done.press('Enter');
	expect(await clicks()).toBe(3);
	await helper.button('common:leaveQuickly').click();
	await page.waitForURL((url) => url.pathname === '/neutral');
});
