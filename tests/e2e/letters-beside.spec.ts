/** Letters about something else than the meeting: made at the desk, opened, answered, and read as what they are about. */
import type { LocaleId, VersionId } from '../../src/lib/journey/version.ts';
import { besides, type Beside } from '../../src/lib/desk/meeting/meeting-line.ts';
import { expect, test } from '../fixtures/test.ts';
import { wordsOf } from '../fixtures/words.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';

/** Each in another version. */
const walked: Readonly<Record<Beside, readonly [VersionId, LocaleId]>> = {
	'getting-ready': ['8-11', 'en'],
	'good-news': ['4-7', 'en'],
	worry: ['8-11', 'cy'],
	'see-someone': ['easy', 'en'],
	'after-meeting': ['12-15', 'cy'],
	comment: ['16-17', 'en']
};

for (const journey of besides) {
	const [look, locale] = walked[journey];
	test(`${journey}, ${look} in ${locale}: the chair reads what was said, and what it is about`, async ({
		page,
		authority,
		visit
	}) => {
		test.slow();
		const invited = await authority.invite({ look, locale, journey });
		const child = new ChildPage(page, { look, locale });
		await child.openAtQuestions(invited.link);
		await child.answerAll();
		const reviewed = await child.reviewed();
		// Only what is said of a meeting is signed with a name.
		if (journey === 'after-meeting' || journey === 'getting-ready') await child.signAndSend('Jo');
		else await child.send();
		await child.expectArrived(authority.person('chair').name);

		const desk = new DeskPage(await visit());
		await desk.readAsChair(authority, invited);
		await expect(desk.page.getByText(desk.say(`desk:beside.${journey}`)).first()).toBeVisible();
		const read = await desk.read();
		expect(read.map(({ asked }) => asked)).toEqual(reviewed.map(({ asked }) => asked));
	});
}

test('a coordinator makes a letter about a worry: it says so, and knows no last day', async ({
	visit,
	authority
}) => {
	const desk = new DeskPage(await visit());
	const meeting = await authority.meeting();
	await desk.signIn({
		email: authority.person('coordinator').email,
		password: authority.state.passphrase
	});
	const { page, say } = desk;
	await page.goto(`${authority.origin}/staff/meetings/${meeting}`);
	await page.getByLabel(say('desk:invite.label'), { exact: true }).fill('K');
	await page.getByLabel(say('desk:invite.age'), { exact: true }).fill('10');
	await page
		.getByLabel(say('desk:beside.label'), { exact: true })
		.selectOption({ label: say('desk:beside.worry') });
	await page.getByRole('button', { name: say('desk:invite.go'), exact: true }).click();
	const letter = page.locator('article.sheet');
	const en = wordsOf('en');
	await expect(letter.getByText(en('letter:beside.worry.older'))).toBeVisible();
	await expect(letter).not.toContainText(en('letter:until.8-11', { when: '' }).slice(0, 20));
	await expect(page.getByRole('listitem').getByText(say('desk:beside.worry'))).toBeVisible();
});
