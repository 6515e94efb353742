/** Words that try to be code stay words, on the review, on the desk and in what is told about a child. */
import type { Page } from '@playwright/test';
import type { Answer } from '../../src/lib/journey/answer.ts';
import { longAnswers } from '../fixtures/answers.ts';
import { ChildDevice, readersFor } from '../fixtures/child.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';

const payloads = [
	'<img src=x onerror="window.ran=1">',
	'<script>window.ran=1</script>',
	'"><svg onload=window.ran=1>',
	"javascript:window.ran=1//'",
	'</title></textarea></style><iframe srcdoc="<script>parent.ran=1</script>">',
	'{{constructor.constructor("window.ran=1")()}}',
	'<a href="https://elsewhere.example/?">press</a><link rel=stylesheet href=https://elsewhere.example/a.css>',
	'‮<b>turned round</b>'
];

/** That no payload ran on `page`, and that none became an element. */
async function expectOnlyWords(page: Page): Promise<void> {
	expect(await page.evaluate(() => 'ran' in window)).toBe(false);
	const made = 'main :is(img, iframe, script, link, b, svg[onload], a[href*="elsewhere"])';
	await expect(page.locator(made)).toHaveCount(0);
}

test('script in every field that a child can fill', async ({ page, authority, visit }) => {
	const invited = await authority.invite({ look: '16-17' });
	const child = new ChildPage(page, { look: '16-17', write: (at) => payloads[at % payloads.length] ?? '' });
	await child.openAtQuestions(invited.link);
	await child.answerAll();
	await expectOnlyWords(page);
	await child.signAndSend(payloads[0] ?? '');
	await child.expectArrived(authority.person('chair').name);

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const read = await desk.read();
	const written = child.said.flatMap(({ words }) => words).filter((words) => payloads.includes(words));
	expect(written.length).toBeGreaterThan(3);
	expect(read.flatMap(({ words }) => words)).toEqual(expect.arrayContaining(written));
	await expectOnlyWords(desk.page);
});

test('script in everything that a device can claim, and in what a coordinator writes', async ({
	authority,
	visit
}) => {
	const [image = ''] = payloads;
	const invited = await authority.invite({ label: image });
	const { origin, state, leads } = authority;
	const device = await ChildDevice.enrol(origin, invited);
	const [plain] = longAnswers(8000);
	const answers = payloads.map((payload, at): Answer => ({
		...(plain as Answer),
		question: `question-${at}`,
		kind: 'pick',
		asked: { words: payload, options: [{ id: 'a', words: payload, picture: 'face-good' }] },
		value: { kind: 'pick', chosen: ['a'] },
		myWay: { words: payload }
	}));
	await device.send(await device.seal(answers, await readersFor(origin, state.root, leads)));

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const read = await desk.read();
	expect(read.map(({ asked }) => asked)).toEqual(payloads.map((payload) => payload.trim()));
	await expectOnlyWords(desk.page);
	await expect(desk.page.getByRole('heading', { level: 1 })).toContainText(image);
});

test('views whose form is not known are named and kept, and nothing of them is shown', async ({
	authority,
	visit
}) => {
	const [image = '', script = ''] = payloads;
	const invited = await authority.invite();
	const { origin, state, leads } = authority;
	const device = await ChildDevice.enrol(origin, invited);
	const [plain] = longAnswers(8000);
	const answer: Answer = {
		...(plain as Answer),
		kind: 'pick',
		asked: { words: image, options: [{ id: 'a', words: 'A', picture: script }] },
		value: { kind: 'pick', chosen: ['a'] }
	};
	await device.send(await device.seal([answer], await readersFor(origin, state.root, leads)));

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	await expect(desk.page.getByRole('alert')).toContainText('views-malformed');
	await expect(desk.button('inbox:saveEnvelope')).toBeVisible();
	await expect(desk.page.getByRole('article')).toHaveCount(0);
	await expectOnlyWords(desk.page);
});
