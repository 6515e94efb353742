/** What was said is kept: without signal, through a reload and a crash, between two children and between two tabs. */
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';

test('without signal from the middle on: a reload keeps the place, sending waits, and goes by itself', async ({
	page,
	context,
	authority
}) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	await child.step();
	await keptOnDevice(page);
	await context.setOffline(true);
	await child.step();
	const said = await child.answer();
	const place = await child.title.innerText();
	await child.expectKept();

	await page.reload();
	await expect(child.title).toHaveText(place);
	const [chosen = ''] = said.words;
	await expect(page.getByRole('main').getByText(chosen).first()).toBeVisible();

	child.said.pop();
	await child.answerAll();
	await child.signAndSend('Jo');
	await expect(child.title).toHaveText(child.titleOf('sent.kept'));
	await context.setOffline(false);
	await child.expectArrived(authority.person('chair').name);
});

test('a crash of the tab: a new one comes back to the same screen with the same answers', async ({
	page,
	context,
	authority
}) => {
	const invited = await authority.invite({ look: '4-7' });
	const child = new ChildPage(page, { look: '4-7' });
	await child.openAtQuestions(invited.link);
	await child.step();
	await child.answer();
	const place = await child.title.innerText();
	const before = await page.getByRole('button', { pressed: true }).allInnerTexts();
	await child.expectKept();
	const crashed = page.waitForEvent('crash');
	await page.goto('chrome://crash').catch(() => null);
	await crashed;

	const again = new ChildPage(await context.newPage(), { look: '4-7' });
	await again.page.goto('/');
	await expect(again.title).toHaveText(place);
	expect(await again.page.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(before);
});

test('two children on one tablet: neither sees a trace of the other, and each finds their own again', async ({
	page,
	authority
}) => {
	const meeting = await authority.meeting();
	const [first, second] = [
		await authority.invite({ meeting }),
		await authority.invite({ meeting, look: 'easy' })
	];
	const secret = 'what only the first child knows';
	const one = new ChildPage(page, { write: () => secret });
	await one.openAtQuestions(first.link);
	await one.answer();
	await one.sayMyWay(secret);
	const place = await one.title.innerText();
	await one.expectKept();

	const two = new ChildPage(page, { look: 'easy' });
	await two.page.goto('about:blank');
	await two.openAtQuestions(second.link);
	await two.answerAll();
	expect((await two.reviewed()).map(({ text }) => text).join('\n')).not.toContain(secret);
	expect(await page.content()).not.toContain(secret);

	await page.goto('about:blank');
	await page.goto(first.link);
	await one.press('child:first.start');
	await expect(one.title).toHaveText(place);
	await expect(page.getByRole('main').getByText(secret)).toBeVisible();
});

test('two tabs: one keeps the answers, the other says so and can take over', async ({
	page,
	context,
	authority
}) => {
	const invited = await authority.invite();
	const one = new ChildPage(page);
	await one.openAtQuestions(invited.link);
	await one.step();
	const place = await one.title.innerText();

	const two = new ChildPage(await context.newPage());
	await two.page.goto(invited.link);
	await two.press('child:first.start');
	await expect(two.title).toHaveText(two.say('child:elsewhere.title'));
	await two.press('child:elsewhere.take');
	await expect(two.title).toHaveText(place);
	await expect(one.title).toHaveText(one.say('child:elsewhere.title'));
	await two.answer();
	await two.expectKept();
	const pressed = await two.page.getByRole('button', { pressed: true }).allInnerTexts();

	await one.press('child:elsewhere.take');
	await expect(one.title).toHaveText(place);
	expect(await one.page.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(pressed);
});
