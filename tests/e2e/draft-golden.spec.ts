/**
 * Devices as earlier builds left them open in this one: answers, words, a drawing and a voice, without signal, with the letter
 * alone. Each format that was ever kept has its device; it is never changed, and a new format adds another.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '../fixtures/test.ts';
import { databaseIn, putDisk, takeDisk, type Disk } from '../fixtures/device-disk.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';
import { ChildPage } from './pages/child.ts';

/** One device, with the letter that opens it: keys that cannot be exported are not on it. */
interface KeptDevice {
	/** The build that left it, in words. */
	readonly by: string;
	/** The letter's link, without the origin. */
	readonly letter: string;
	/** Where the child was. */
	readonly asked: string;
	readonly disk: Disk;
}

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
		await putDisk(page, device.disk);
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
		await child.expectKept();
		await page.reload();
		await expect(child.title).toHaveText(device.asked);
		await expect(shown.getByText(words)).toBeVisible();
		// What was made lies there still; a new format's device is written down from here.
		const [before, now] = [databaseIn(device.disk, 'keep'), databaseIn(await takeDisk(page), 'keep')];
		expect(now.version).toBeGreaterThanOrEqual(before.version);
		expect(now.stores['made']?.rows).toEqual(before.stores['made']?.rows);
	});
