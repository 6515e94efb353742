/** What is answered comes back: from the chair's desk to the child's screen, to another device with the letter, and to the next letter. */
import { expect, test } from '../fixtures/test.ts';
import list from '../../src/lib/invitation/wordlist/en.json' with { type: 'json' };
import { newWords } from '../../src/lib/invitation/words.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';

const why = 'Your nan comes on the first Sunday of each month, from January.';

test('each wish is answered with why: seen at once, without signal, on another device, and beside the next letter', async ({
	page,
	authority,
	visit
}) => {
	test.slow();
	const look = '12-15';
	const words = newWords(list);
	const invited = await authority.invite({ look, words });
	const child = new ChildPage(page, { look });
	await child.open(invited.link);
	await child.press('player:bar.menu');
	await child.press('player:menu.answers');
	await expect(child.title).toHaveText(child.say('answers:title.full'));
	await expect(page.getByText(child.say('answers:none.full'))).toBeVisible();
	await child.press('player:close');
	await child.toQuestions();
	await child.answerAll();
	await child.signAndSend('Jo');
	const chair = authority.person('chair');
	await child.expectArrived(chair.name);

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	await desk.read();
	const asked = await desk.answerWish('partly', why);
	await desk.sendAnswers('We read all of it.');

	// The screen that says where it is, still open.
	const who = chair.name.split(' ')[0] ?? '';
	const told = child.say('answers:told.full', { who });
	await expect(page.getByText(told)).toBeVisible({ timeout: 60_000 });
	const seen = async (at: ChildPage) => {
		const one = at.page.getByRole('listitem').filter({ hasText: why });
		await expect(one).toContainText(asked);
		await expect(one).toContainText(at.say('answers:says.partly'));
		await expect(at.page.getByText('We read all of it.')).toBeVisible();
	};
	await child.press('answers:read');
	await seen(child);
	await page.context().setOffline(true);
	await page.reload();
	await child.press('answers:read');
	await seen(child);

	const other = new ChildPage(await visit(), { look });
	await other.open(invited.link);
	await other.press('answers:read');
	await seen(other);

	// The next letter of the same child, on a device that has seen neither.
	const next = new ChildPage(await visit(), { look });
	await next.open((await authority.invite({ look })).link);
	await expect(next.page.getByText(told)).toHaveCount(0);
	await next.press('player:bar.menu');
	await next.press('player:menu.answers');
	await next.press('answers:earlier.open');
	await next.typeWords(words);
	await seen(next);
	await next.press('player:close');
	await next.page.reload();
	await next.press('player:bar.menu');
	await next.press('player:menu.answers');
	await seen(next);
});

test('what the server makes up is no answer; the letter that is open is not an earlier one', async ({
	page,
	authority
}) => {
	const words = newWords(list);
	const invited = await authority.invite({ look: '8-11', words });
	const made = { nid: 'AAAAAAAAAAAAAAAAAAAAAA', path: `**/api/invitations/${invited.id}/replies` };
	await page.route(made.path, (route) => route.fulfill({ json: { replies: [made.nid] } }));
	await page.route(`${made.path}/*`, (route) => route.fulfill({ json: { envelope: { protected: 'e30' } } }));
	const child = new ChildPage(page, { look: '8-11' });
	const fetched = page.waitForResponse((response) => response.url().endsWith(made.nid));
	await child.open(invited.link);
	await fetched;
	await child.press('player:bar.menu');
	await child.press('player:menu.answers');
	await expect(page.getByText(child.say('answers:none.plain'))).toBeVisible();
	await child.press('answers:earlier.open');
	await child.typeWords(words);
	await expect(page.getByText(child.say('answers:earlier.same'))).toBeVisible();
	await child.press('child:words.back');
	await expect(child.title).toHaveText(child.say('answers:title.plain'));
});
