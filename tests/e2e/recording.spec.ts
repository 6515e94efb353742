/**
 * Said aloud and photographed: from a fake microphone that plays a known tone and a camera that shows a known picture to the
 * chair, who hears and sees the same. And what happens where there is no microphone, or it is refused.
 */
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { fakeDevices, loudest, toneFile } from '../fixtures/tone.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';
import { MakingPage } from './pages/making.ts';

const hertz = 523;
const executablePath = process.env['CHROMIUM_PATH'];

test.use({
	launchOptions: {
		...(executablePath ? { executablePath } : {}),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			...fakeDevices(toneFile(hertz))
		]
	}
});

/** Plays the recording in `made`: how long it is, and its loudest tone. */
async function listen(made: Locator, play: string): Promise<{ seconds: number; hertz: number }> {
	const audio = made.locator('audio');
	await made.getByRole('button', { name: play }).click();
	await expect.poll(() => audio.evaluate((it: HTMLAudioElement) => it.currentTime)).toBeGreaterThan(0.1);
	const found = await audio.evaluate(loudest);
	return { seconds: await audio.evaluate((it: HTMLAudioElement) => it.duration), hertz: found };
}

test('said aloud, photographed and written in one answer: the chair hears, sees and reads the same', async ({
	page,
	authority,
	visit
}) => {
	const invited = await authority.invite({ look: '8-11' });
	const chair = authority.person('chair').name;
	const child = new ChildPage(page);
	const making = new MakingPage(child);
	await child.openAtQuestions(invited.link);
	const asked = await child.title.innerText();

	await making.open();
	await making.way('talk');
	await expect(page.getByRole('main')).toContainText(chair);
	await making.talk(3);
	await page.getByLabel(child.say('made:words.own')).fill('I miss my dog');
	await child.act(() => child.press('made:talk.done'));
	await making.way('photo');
	await child.press('made:photo.open');
	await child.press('made:photo.take');
	await expect(page.getByRole('img', { name: child.say('made:shown.photo') })).toBeVisible();
	await child.act(() => child.press('made:talk.done'));
	await making.way('type');
	await child.writeHere('And it is cold.');
	await making.done();
	await expect(child.title).toHaveText(asked);
	const shown = page.getByRole('main');
	await expect(shown).toContainText('I miss my dog');
	await expect(shown).toContainText('And it is cold.');

	// A reload changes nothing.
	await page.reload();
	await expect(child.title).toHaveText(asked);
	const here = await listen(page.locator('.made').first(), child.say('made:sound.play'));
	expect(Math.abs(here.hertz - hertz)).toBeLessThan(8);
	expect(here.seconds).toBeGreaterThan(2.5);

	await child.next();
	await child.answerAll();
	const [first] = await child.reviewed();
	expect(first?.text).toContain('I miss my dog');
	expect(first?.text).toContain('And it is cold.');
	await child.signAndSend('Jo');
	await child.expectArrived(chair);

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const answer = desk.page.getByRole('article', { name: asked });
	await expect(answer).toContainText('I miss my dog');
	await expect(answer).toContainText('And it is cold.');
	await expect(answer).toContainText(desk.say('inbox:way.talk'));
	const there = await listen(answer.locator('.made').first(), desk.say('made:sound.play'));
	expect(Math.abs(there.hertz - hertz)).toBeLessThan(8);
	expect(Math.abs(there.seconds - here.seconds)).toBeLessThan(0.05);
	const photo = answer.getByRole('img', { name: desk.say('made:shown.photo') });
	await expect(photo).toBeVisible();
	// Chromium's fake camera shows a green field.
	expect(await photo.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(100);
});

test('a microphone that is refused: kind words, and the other ways stay', async ({ page, authority }) => {
	const invited = await authority.invite({ look: '4-7' });
	await page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
	});
	const child = new ChildPage(page, { look: '4-7' });
	const making = new MakingPage(child);
	await child.openAtQuestions(invited.link);
	await making.open();
	await making.way('talk');
	await child.press('made:talk.start');
	await expect(page.getByText(child.say('made:trouble.microphone.refused'))).toBeVisible();
	await child.act(() => child.press('common:back'));
	await making.way('photo');
	await child.press('made:photo.open');
	await expect(page.getByText(child.say('made:trouble.camera.refused'))).toBeVisible();
	await child.act(() => child.press('common:back'));
	await making.way('type');
	await child.writeHere('I can still write');
	await making.done();
	await expect(page.getByRole('main')).toContainText('I can still write');
});
