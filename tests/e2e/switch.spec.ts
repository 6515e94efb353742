/**
 * The whole way by switches: from the letter to *arrived* by what is lit, a helper having set it up; and by a child alone, whom
 * nobody has set anything up for.
 */
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { oneSwitch, twoSwitches } from './pages/hand.ts';
import { bySwitches } from './pages/switches.ts';

/** Between them they ask every kind of question that a child meets. */
const walked = [
	['4-7', null],
	['12-15', null],
	['8-11', 'assessment'],
	['8-11', 'short-breaks']
] as const;

for (const [look, journey] of walked)
	test(`${journey ?? 'review conference'}, ${look}, by two switches, seeing only what is lit: from the letter to arrived, and the chair reads it`, async ({
		page,
		authority,
		browser
	}) => {
		test.slow();
		const { invited, child } = await bySwitches(page, authority, { look, journey, hand: twoSwitches });
		await child.toQuestions();
		await child.answerAll();
		await child.signAndSend('');
		await child.expectArrived(authority.person('chair').name);
		const desk = new DeskPage(await (await browser.newContext()).newPage());
		await desk.readAsChair(authority, invited);
		const read = new Map((await desk.read()).map(({ asked, words }) => [asked, words]));
		const chosen = child.said.filter(({ words }) => words.length > 0);
		expect(chosen.length).toBeGreaterThan(2);
		for (const { asked, words } of chosen)
			expect([...(read.get(asked) ?? [])].sort(), asked).toEqual([...words].sort());
		await desk.page.context().close();
	});

test('by one switch that chooses while the light goes on by itself: the first question, and out again by holding it', async ({
	page,
	authority
}) => {
	test.slow();
	const { child } = await bySwitches(page, authority, { look: '8-11', hand: oneSwitch });
	await child.toQuestions();
	await child.step();
	// Held for long: wherever it is, the light is on the way out.
	await page.keyboard.down('Space');
	await expect(page.locator('[data-lit]').first()).toBeVisible();
	await page.waitForFunction(
		(since) => performance.now() - since > 4_200,
		await page.evaluate(() => performance.now())
	);
	await page.keyboard.up('Space');
	await expect(child.button('common:leaveQuickly')).toBeVisible();
	await child.press('common:leaveQuickly');
	await page.waitForURL((url) => url.pathname === '/neutral');
});

test('a child alone, with nothing set up: the switch opens the letter, and pressed three times it makes things light up', async ({
	page,
	authority
}) => {
	const child = new ChildPage(page);
	await page.goto((await authority.invite()).link);
	await expect(child.button('child:first.start')).toBeVisible();
	// Pressed until it is heard: the page may not listen yet.
	await expect(async () => {
		if (await child.button('child:first.start').isVisible()) await page.keyboard.press('Space');
		await expect(child.title).toHaveText(child.titleOf('readers'), { timeout: 3_000 });
	}).toPass();
	const light = page.locator('[data-lit]').first();
	await expect(light).toHaveCount(0);
	for (let press = 0; press < 3; press++) await page.keyboard.press('Space');
	await expect(light).toBeVisible();
	// It stays with the child, and goes on by itself to the end of three rounds, then rests until a press.
	await page.reload();
	await expect(light).toBeVisible();
});
