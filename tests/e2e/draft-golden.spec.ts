/**
 * Devices as earlier builds left them open in this one: answers, words, a drawing and a voice, without signal, with the letter
 * alone. Each format that was ever kept has its device; it is never changed, and a new format adds another.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '../fixtures/test.ts';
import { putDatabase, takeDatabase, type KeptDevice } from '../fixtures/kept-device.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';
import { ChildPage } from './pages/child.ts';

const folder = new URL('../fixtures/', import.meta.url);
const devices = readdirSync(folder).filter((name) => /^device-\d+\.json$/.test(name));

for (const name of devices)
	test(`${name}: what was kept then is shown, painted and played, and goes on`, async ({
		page,
		context,
		authority
	}) => {
		const device = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as KeptDevice;
		await page.goto(authority.origin);
		await keptOnDevice(page);
		await putDatabase(page, device.database);
		await context.setOffline(true);
		const child = new ChildPage(page);
		await page.goto('about:blank');
		await page.goto(authority.origin + device.letter);
		await child.press('child:first.start');
		await expect(child.title).toHaveText(device.asked);
		await child.act(() => child.press('common:back'));
		await child.act(() => child.press('common:back'));
		const shown = page.getByRole('main');
		await expect(shown).toContainText('I miss my dog');
		await expect(shown).toContainText('Gyda Nain ar ddydd Sul.');
		await expect(shown.locator('.shown canvas[data-painted]')).toBeVisible();
		await expect(shown.getByRole('img').first()).toHaveAccessibleName(/House: middle/);
		const audio = shown.locator('audio');
		await shown.getByRole('button', { name: child.say('made:sound.play') }).click();
		await expect.poll(() => audio.evaluate((it: HTMLAudioElement) => it.duration)).toBeGreaterThan(1.5);
		// It goes on where it was, and what is said now is kept, too.
		await child.next();
		await child.next();
		await expect(child.title).toHaveText(device.asked);
		const [words = ''] = await child.sayMyWay('And that is how it is now');
		await expect(page.getByText(child.say('player:bar.kept')).first()).toBeVisible();
		await page.reload();
		await expect(child.title).toHaveText(device.asked);
		await expect(shown.getByText(words)).toBeVisible();
		// What was made lies there still; a new format's device is written down from here.
		const now = await takeDatabase(page);
		expect(now.version).toBeGreaterThanOrEqual(device.database.version);
		expect(now.rows.made).toEqual(device.database.rows.made);
	});
