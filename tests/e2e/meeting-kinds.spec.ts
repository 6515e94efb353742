/** Every kind of meeting that the desk offers: its own journey is walked to the end, and the chair reads the very same words. */
import type { LocaleId, VersionId } from '../../src/lib/journey/version.ts';
import { meetingKinds } from '../../src/lib/desk/meeting/meeting-line.ts';
import type { Invited } from '../fixtures/coordinator.ts';
import { expect, test } from '../fixtures/test.ts';
import { askIn } from '../fixtures/words.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { MeetingDesk } from './pages/meeting-desk.ts';

/** Each in another version, so that all of them are walked. The review conference has `journey.spec.ts` to itself. */
const walked: Readonly<Partial<Record<(typeof meetingKinds)[number], readonly [VersionId, LocaleId]>>> = {
	'first-conference': ['8-11', 'cy'],
	'core-group': ['12-15', 'en'],
	'looked-after-review': ['4-7', 'en'],
	'foster-carer-review': ['easy', 'cy'],
	'short-breaks': ['4-7', 'cy'],
	'pathway-review': ['16-17', 'en'],
	assessment: ['8-11', 'en']
};

test('all of them are walked here', () => {
	expect(Object.keys(walked).sort()).toEqual(
		meetingKinds.filter((kind) => kind !== 'review-conference').sort()
	);
});

for (const [kind, [look, locale]] of Object.entries(walked))
	test(`${kind}, ${look} in ${locale}: the chair reads what was said`, async ({ page, authority, visit }) => {
		test.slow();
		const meeting = await authority.meeting(authority.leads, kind);
		const invited = await authority.invite({ look, locale, meeting });
		const child = new ChildPage(page, { look, locale });
		await child.openAtQuestions(invited.link);
		await child.answerAll();
		const reviewed = await child.reviewed();
		const byQuestion = new Map(child.said.map((said) => [said.asked, said.words]));
		expect(reviewed.map(({ asked }) => asked).sort()).toEqual([...byQuestion.keys()].sort());
		await child.signAndSend('Jo');
		await child.expectArrived(authority.person('chair').name);

		const desk = new DeskPage(await visit());
		await desk.readAsChair(authority, invited);
		await expect(desk.page.getByText(desk.say(`desk:kind.${kind}`)).first()).toBeVisible();
		const read = await desk.read();
		expect(read.map(({ asked }) => asked)).toEqual(reviewed.map(({ asked }) => asked));
		for (const { asked, words } of read)
			expect(words.join(' '), asked).toContain(byQuestion.get(asked)?.[0] ?? '');
	});

test('the first looked-after review asks what would help to settle, and nothing about last time', async ({
	page,
	authority,
	visit
}) => {
	test.slow();
	const desk = new MeetingDesk(page);
	await desk.signIn({ email: authority.person('coordinator').email, password: authority.state.passphrase });
	await desk.make(authority, { kind: 'looked-after-review', inDays: 20 });
	const title = desk.say('desk:beside.first-looked-after-review');
	await expect(page.getByText(desk.say('desk:meeting.asksOwn', { title }))).toBeVisible();
	const meeting = new URL(page.url()).pathname.split('/').at(-1) as string;
	const look = '12-15';
	const invited = await authority.invite({ look, meeting: meeting as Invited['meeting'] });
	const child = new ChildPage(await visit(), { look });
	await child.openAtQuestions(invited.link);
	await child.answerAll();
	const asked = (await child.reviewed()).map((one) => one.asked);
	expect(asked).toContain(askIn('first-looked-after-review', 'settle', look));
	expect(asked).not.toContain(askIn('looked-after-review', 'promises', look));
});
