/** What hard words mean: pressed or by keyboard, in the child's version and language; no meaning is in the way. */
import { askIn } from '../fixtures/words.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';

test('a hard word is explained where it is asked about, in the words of the version', async ({
	page,
	authority
}) => {
	const child = new ChildPage(page, { look: '12-15' });
	await child.openAtQuestions((await authority.invite({ look: '12-15' })).link);
	await child.act(() => page.getByRole('button', { name: /^The meeting/ }).click());
	const asked = askIn('review-conference', 'part', '12-15');
	for (let at = 0; at < 12 && (await child.title.innerText()) !== asked; at++) await child.next();
	await expect(child.title).toHaveText(asked);

	const words = page.getByRole('region', { name: child.say('player:question.wordsMean') });
	const advocate = words.locator('summary').filter({ hasText: 'advocate' });
	const long = 'Someone who is there just for you and helps you to be heard.';
	await expect(words.getByText(long)).toBeHidden();
	await advocate.focus();
	await page.keyboard.press('Enter');
	await expect(words.getByText(long)).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: long })).toHaveCount(1);
	await child.turn('dials:words.label', 'dials:words.easy');
	await words.locator('summary').filter({ hasText: 'meeting' }).click();
	await expect(words.getByText('People sit and talk about how to help you.')).toBeVisible();
});
