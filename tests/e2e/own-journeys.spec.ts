/** A journey of the authority's own: chosen at the desk, asked in the product's own screens, without signal too, and read by the chair. */
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { MeetingDesk } from './pages/meeting-desk.ts';

for (const [look, locale] of [
	['8-11', 'en'],
	['12-15', 'cy']
] as const)
	test(`an own journey, ${look} in ${locale}: answered, reloaded without signal, sent, and read`, async ({
		page,
		authority,
		visit
	}) => {
		test.slow();
		const invited = await authority.invite({ look, locale, journey: 'moving-home' });
		const child = new ChildPage(page, { look, locale });
		await child.openAtQuestions(invited.link);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
		const title = await child.title.innerText();
		await page.context().setOffline(true);
		await page.reload();
		await expect(child.title).toHaveText(title);
		await child.answerAll();
		const reviewed = await child.reviewed();
		expect(reviewed.length).toBe(3);
		await page.context().setOffline(false);
		await child.send();
		await child.expectArrived(authority.person('chair').name);
		const desk = new DeskPage(await visit());
		await desk.readAsChair(authority, invited);
		await expect(desk.page.getByText('Moving home').first()).toBeVisible();
		const read = await desk.read();
		expect(read.map(({ asked }) => asked)).toEqual(reviewed.map(({ asked }) => asked));
	});

test('a coordinator chooses an own journey and an own pack for a meeting, and another for one letter', async ({
	page,
	authority
}) => {
	const desk = new MeetingDesk(page);
	const { email } = authority.person('coordinator');
	await desk.signIn({ email, password: authority.state.passphrase });
	await desk.make(authority, {
		kind: 'review-conference',
		inDays: 20,
		pack: 'Our county',
		asks: 'Moving home'
	});
	await expect(page.getByText(desk.say('desk:meeting.asksOwn', { title: 'Moving home' }))).toBeVisible();
	await desk.field('desk:invite.label').fill('K');
	await desk.field('desk:invite.age').fill('10');
	await desk.field('desk:beside.label').selectOption('Moving home');
	await desk.button('desk:invite.go').click();
	const letter = page.locator('article.sheet');
	await expect(letter.getByRole('heading', { name: 'Moving home' })).toBeVisible();
	await expect(letter).toContainText('as much or as little as you want');
});
