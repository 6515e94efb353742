/** The three dials, turned in the middle of a journey: nothing that was said is lost, and each answer keeps its words. */
import { askIn } from '../fixtures/words.ts';
import type { VersionId } from '../../src/lib/journey/version.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';

test('an answer that is changed in another version keeps what was chosen before, to the chair’s page', async ({
	page,
	visit,
	authority
}) => {
	test.slow();
	const invited = await authority.invite({ look: '12-15' });
	const child = new ChildPage(page, { look: '12-15' });
	await child.openAtQuestions(invited.link);
	await child.fromTopics();
	const asked = (look: VersionId) => askIn('review-conference', 'today', look);
	await expect(child.title).toHaveText(asked('12-15'));
	const card = (words: string) => page.getByRole('main').getByRole('button', { name: words, exact: true });
	await child.hand.press(card('Low'));
	await expect(card('Low')).toHaveAttribute('aria-pressed', 'true');

	await child.turn('dials:words.label', 'dials:words.8-11');
	await child.turn('dials:dress.label', 'dials:dress.4-7');
	await expect(page.locator('html')).toHaveAttribute('data-look', '4-7');
	await expect(child.title).toHaveText(asked('8-11'));
	// This version offers no such card: it stands there because it was chosen, and can be taken back.
	await expect(card('Low')).toHaveAttribute('aria-pressed', 'true');
	await child.hand.press(card('Worried'));
	await expect(card('Worried')).toHaveAttribute('aria-pressed', 'true');
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-look', '4-7');
	await expect(card('Low')).toHaveAttribute('aria-pressed', 'true');

	await child.turn('dials:asks.label', 'dials:asks.8-11');
	await child.next();
	await expect(child.title).toHaveText(askIn('review-conference', 'home', '8-11'));
	await expect(card('Low')).toHaveCount(0);
	await child.turn('dials:asks.label', 'dials:asks.12-15');
	await child.turn('dials:words.label', 'dials:words.12-15');
	await child.act(() => child.press('common:back'));
	await child.act(() => child.press('player:topics.send'));
	await child.answerAll();
	const said = (await child.reviewed()).find((one) => one.asked === asked('8-11'));
	expect(said?.text.split('\n')).toEqual(expect.arrayContaining(['Low', 'Worried']));
	await child.signAndSend('Jo');
	await child.expectArrived(authority.person('chair').name);

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const read = (await desk.read()).find((one) => one.asked === asked('8-11'));
	expect([...(read?.words ?? [])].sort()).toEqual(['Low', 'Worried']);
});
