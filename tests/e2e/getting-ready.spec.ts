/**
 * Getting ready for the meeting: the coordinator says at the desk who will be there and what is talked about; a child sees
 * it in their own language and version, has the words explained, says what they need there; the chair reads exactly that.
 */
import type { LocaleId, VersionId } from '../../src/lib/journey/version.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { MeetingDesk } from './pages/meeting-desk.ts';

const looks: readonly (readonly [VersionId, LocaleId])[] = [
	['4-7', 'cy'],
	['8-11', 'cy'],
	['12-15', 'en'],
	['16-17', 'cy'],
	['easy', 'en']
];

test('a coordinator says who comes and what is talked about; it can be changed, and nothing that failed is lost', async ({
	visit,
	authority
}) => {
	const meeting = await authority.meeting();
	const desk = new MeetingDesk(await visit());
	await desk.open(authority, meeting);
	await expect(desk.gathering).toContainText(desk.say('desk:gathering.nobody'));
	await desk.write([
		{ name: authority.person('chair').name, role: 'chair' },
		{ name: 'Miss Bevan', role: 'teacher', face: 2 }
	]);
	await desk.check('home');
	await desk.page.context().setOffline(true);
	await desk.press('desk:gathering.save');
	await expect(desk.page.getByRole('alert')).toContainText(desk.say('desk:gathering.failed'));
	await desk.page.context().setOffline(false);
	await desk.press('desk:gathering.save');
	await expect(desk.gathering).toContainText(desk.say('desk:gathering.saved'));
	await expect(desk.gathering).toContainText('Miss Bevan');
	await desk.page.reload();
	await expect(desk.gathering).toContainText('Miss Bevan');
	await expect(desk.gathering).toContainText(desk.say('gathering:theme.home'));
	await expect(desk.gathering).not.toContainText(desk.say('gathering:theme.school'));
});

for (const [look, locale] of looks)
	test(`${look} in ${locale}: sees the meeting, says what is needed there, and the chair reads it`, async ({
		page,
		authority,
		visit
	}) => {
		test.slow();
		const meeting = await authority.meeting();
		await authority.say(meeting);
		const invited = await authority.invite({ look, locale, meeting, journey: 'getting-ready' });
		const child = new ChildPage(page, { look, locale });
		await child.open(invited.link);

		const seen = await child.seeMeeting();
		for (const said of [
			'Delyth',
			'Nain',
			child.say('gathering:role.chair'),
			child.say('gathering:theme.plan')
		])
			expect(seen).toContain(said);
		// In the title of the page, in its address, on the neutral name of the app: nothing of it.
		await expect(page).not.toHaveTitle(/Delyth|Nain/);

		await child.toQuestions();
		await child.answerAll();
		const reviewed = await child.reviewed();
		await child.signAndSend('Jo');
		await child.expectArrived(authority.person('chair').name);

		const desk = new DeskPage(await visit());
		await desk.readAsChair(authority, invited);
		await expect(desk.page.getByText(desk.say('desk:beside.getting-ready')).first()).toBeVisible();
		expect((await desk.read()).map(({ asked }) => asked)).toEqual(reviewed.map(({ asked }) => asked));
	});

test('the meeting is shown without signal, from any screen, as it was when the letter was opened', async ({
	page,
	authority
}) => {
	const meeting = await authority.meeting();
	await authority.say(meeting);
	const invited = await authority.invite({ look: '12-15', meeting });
	const child = new ChildPage(page, { look: '12-15' });
	await child.open(invited.link);
	await keptOnDevice(page);
	await page.context().setOffline(true);
	const seen = await child.seeMeeting();
	expect(seen).toContain('Delyth');
	expect(seen).toContain(child.say('gathering:theme.school'));
});
