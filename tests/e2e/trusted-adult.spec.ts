/** The trusted adult on the same device: what they read, what they write, and what is covered from them. */
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';

test('notes of whoever helps reach the chair as theirs, apart from the child’s words', async ({
	page,
	visit,
	authority
}) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	await child.press('player:bar.menu');
	await child.press('player:menu.helper');
	await expect(child.title).toHaveText(child.say('helper:title'));
	await expect(page.getByText(child.say('helper:rule.wait'))).toBeVisible();
	const promised = child.say('helper:device.promised');
	const not = child.say('helper:device.notPromised');
	await expect(page.getByText(promised).or(page.getByText(not))).toBeVisible();
	await page.getByRole('textbox').fill('She was tired today. We stopped twice.');
	await child.press('player:close');
	await child.answerAll();
	await child.signAndSend('Jo');
	await child.expectArrived(authority.person('chair').name);

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const said = await desk.read();
	expect(JSON.stringify(said)).not.toContain('She was tired today');
	await expect(desk.page.getByText(desk.say('inbox:helperNotes'))).toBeVisible();
	await expect(desk.page.getByText('She was tired today. We stopped twice.')).toBeVisible();
});

test('a part on my own is covered once the helper is back, until the child shows it', async ({
	page,
	authority
}) => {
	const child = new ChildPage(page);
	await child.openAtQuestions((await authority.invite()).link);
	await child.press('player:bar.menu');
	await child.press('helper:own.begin');
	const asked = await child.title.innerText();
	await child.sayMyWay('Only for me');
	await child.press('player:bar.menu');
	await child.press('helper:own.end');
	await expect(child.title).toHaveText(child.say('helper:own.covered'));
	await expect(page.getByText('Only for me')).toHaveCount(0);
	await page.reload();
	await expect(child.title).toHaveText(child.say('helper:own.covered'));
	await child.press('helper:own.show');
	await expect(child.title).toHaveText(asked);
	await expect(page.getByRole('main').getByText('Only for me')).toBeVisible();
	await expect(page.getByText(child.say('player:help.alone'))).toBeVisible();
});
