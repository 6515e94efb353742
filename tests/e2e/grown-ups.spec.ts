/** Letters for grown-ups: a parent or carer before and after the meeting, and whoever watches a child that cannot be asked. */
import { askedBy, type ForGrownUp } from '../../src/lib/desk/meeting/meeting-line.ts';
import type { LocaleId } from '../../src/lib/journey/version.ts';
import { expect, test } from '../fixtures/test.ts';
import { wordsOf } from '../fixtures/words.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { MeetingDesk } from './pages/meeting-desk.ts';

const walked: Readonly<Record<ForGrownUp, LocaleId>> = {
	'parent-before': 'cy',
	'parent-after': 'en',
	observation: 'en'
};

for (const [journey, locale] of Object.entries(walked) as [ForGrownUp, LocaleId][])
	test(`${journey} in ${locale}: nothing of a child's is there, and the chair reads it as a grown-up's`, async ({
		page,
		authority,
		visit
	}) => {
		test.slow();
		const invited = await authority.invite({ look: '16-17', locale, journey, label: 'Mum of AB' });
		const grownUp = new ChildPage(page, { look: '16-17', locale, whom: 'grown-up' });
		await grownUp.open(invited.link);
		await expect(page.getByText(grownUp.say('player:readers.act.full'))).toBeVisible();
		await expect(grownUp.button('common:getAdvocate')).toHaveCount(0);
		await grownUp.press('player:bar.menu');
		await expect(grownUp.button('player:menu.readers')).toBeVisible();
		await expect(grownUp.button('player:menu.unsafe')).toHaveCount(0);
		await expect(grownUp.button('helper:own.begin')).toHaveCount(0);
		await grownUp.press('player:menu.settings');
		await grownUp.press('access:parts.spoken');
		await expect(grownUp.group('player:settings.language')).toBeVisible();
		await expect(grownUp.group('dials:words.label')).toHaveCount(0);
		await grownUp.press('player:settings.done');

		// Whose device, and then what is asked: no face to make, nobody to step away.
		await grownUp.next();
		await expect(grownUp.title).toHaveText(grownUp.titleOf('device'));
		await grownUp.next();
		await expect(grownUp.button('player:topics.send')).toBeVisible();
		await grownUp.answerAll();
		const reviewed = await grownUp.reviewed();
		expect(reviewed.length).toBeGreaterThan(5);
		await grownUp.signAndSend('A. B.');
		await grownUp.expectArrived(authority.person('chair').name);

		const desk = new DeskPage(await visit());
		await desk.readAsChair(authority, invited);
		await expect(desk.page.getByText(desk.say(`inbox:whose.${askedBy(journey)}`))).toBeVisible();
		const title = desk.say(`desk:grownUp.${askedBy(journey)}`, { label: 'Mum of AB' });
		await expect(desk.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
		const read = await desk.read();
		expect(read.map(({ asked }) => asked)).toEqual(reviewed.map(({ asked }) => asked));
		const said = new Map(grownUp.said.map((each) => [each.asked, each.words]));
		for (const { asked, words } of read) expect(words.join(' '), asked).toContain(said.get(asked)?.[0] ?? '');
		if (journey === 'observation')
			await expect(desk.page.getByRole('heading', { level: 3, name: 'What I saw and heard' })).toBeVisible();
	});

test('a coordinator makes letters for a parent and for whoever watches a child: no age, said to a grown-up, apart from the children', async ({
	visit,
	authority
}) => {
	const desk = new MeetingDesk(await visit());
	const meeting = await authority.meeting();
	await desk.signIn({ email: authority.person('coordinator').email, password: authority.state.passphrase });
	const { page } = desk;
	await page.goto(`${authority.origin}/staff/meetings/${meeting}`);
	await desk.inviteGrownUp('parent', 'Mam AB', 'cy');
	const cy = wordsOf('cy');
	const letter = page.locator('article.sheet').last();
	await expect(letter.getByRole('heading')).toHaveText(cy('letter:beside.parent-before.title'));
	await expect(letter).toContainText(cy('letter:keep.grown-up'));
	await expect(letter).toContainText(cy('letter:advocate.grown-up'));
	await desk.inviteGrownUp('observer', 'AB');
	const other = page.locator('article.sheet').last();
	await expect(other).toContainText(desk.say('letter:beside.observation.older'));
	await expect(other).not.toContainText(desk.say('letter:advocate.grown-up'));
	await desk.invite('AB', 9);

	const apart = page.getByRole('region', { name: desk.say('desk:meeting.grownUps') });
	await expect(apart.getByRole('listitem')).toHaveCount(2);
	await expect(apart).toContainText(desk.say('desk:grownUp.parent', { label: 'Mam AB' }));
	const children = page.getByRole('region', { name: desk.say('desk:meeting.children') });
	await expect(children.getByRole('listitem')).toHaveCount(1);
	await expect(children).toContainText(desk.say('desk:meeting.notAsked', { count: 1 }));
	// What is owed is owed to the child, and to parents as the pack has it: a letter adds nobody.
	await expect(await desk.owed('AB')).toBeVisible();
	await expect(page.locator('summary', { hasText: 'Mam AB' })).toHaveCount(0);
});
