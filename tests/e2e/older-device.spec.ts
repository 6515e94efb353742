/**
 * What an older version put on a device opens in this one. The devices in `devices/` were made by released versions, one for
 * each change of what lies on a device, and stay for ever. With KEEP_DEVICES=FILE the devices of this version are written
 * there, to become the next of them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { Code } from '../../src/lib/lock/code.ts';
import type { Authority } from '../fixtures/authority.ts';
import { putDisk, takeDisk, type Disk } from '../fixtures/device-disk.ts';
import { expect, test, type Visit } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { atFirst, hide, LockPage } from './pages/lock.ts';
import { StudioPage } from './pages/studio.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';

/** A device on which a child draws and writes behind a picture code, and one on which views wait for signal. */
interface Devices {
	readonly about: string;
	readonly locked: {
		readonly disk: Disk;
		readonly place: string;
		readonly asked: string;
		readonly words: string;
	};
	readonly waiting: { readonly disk: Disk; readonly said: readonly string[] };
}

const code: Code = ['heart', 'car', 'car', 'pen'];
const folder = join(import.meta.dirname, '../fixtures/devices');
const released = readdirSync(folder).map((name) => ({
	name,
	devices: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Devices
}));

/** Every question the review shows. */
const asked = async (child: ChildPage): Promise<string[]> => (await child.reviewed()).map((it) => it.asked);

/** Nobody of this server knows these children: what is on the device is all there is. */
const alone = (context: BrowserContext) =>
	context.route('**/api/**', (route) => route.abort('internetdisconnected'));

async function makeLocked(page: Page, authority: Authority): Promise<Devices['locked']> {
	const child = new ChildPage(page);
	const studio = new StudioPage(child);
	await studio.watch();
	await child.openAtQuestions((await authority.invite()).link);
	const title = await child.title.innerText();
	await studio.open();
	await studio.draw([
		[0.2, 0.2],
		[0.5, 0.6],
		[0.8, 0.3]
	]);
	await studio.expectItems(1);
	await child.act(() => child.press('made:talk.done'));
	await child.act(() => child.press('player:myWay.keep'));
	const words = 'Words of an older version';
	await child.sayMyWay(words);
	await child.expectKept();
	const place = await new LockPage(child).choose('picture', code);
	await hide(page);
	await atFirst(page);
	return { disk: await takeDisk(page), place, asked: title, words };
}

async function makeWaiting(page: Page, authority: Authority): Promise<Devices['waiting']> {
	const child = new ChildPage(page);
	await child.openAtQuestions((await authority.invite()).link);
	await child.answerAll();
	const said = await asked(child);
	await keptOnDevice(page);
	await page.context().setOffline(true);
	await child.signAndSend('Jo');
	await expect(child.title).toHaveText(child.titleOf('sent.kept'));
	return { disk: await takeDisk(page), said };
}

/** Puts `disk` on a new device and opens the product there. */
async function put(visit: Visit, origin: string, disk: Disk): Promise<ChildPage> {
	const page = await visit();
	await alone(page.context());
	// A page of the same origin on which nothing of the product runs.
	await page.goto(`${origin}/icon.svg`);
	await putDisk(page, disk);
	await page.addInitScript(() => (window.foundDrawings = []));
	const child = new ChildPage(page);
	await new StudioPage(child).watch();
	await page.goto(origin);
	return child;
}

async function opens(visit: Visit, origin: string, { locked, waiting }: Devices): Promise<void> {
	const child = await put(visit, origin, locked.disk);
	await new LockPage(child).unlock(locked.place, code);
	await expect(child.title).toHaveText(locked.asked);
	await expect(child.page.getByRole('main').getByText(locked.words)).toBeVisible();
	const studio = new StudioPage(child);
	await studio.open();
	expect((await studio.found())?.pages[0]?.items).toHaveLength(1);
	await child.act(() => child.press('made:talk.done'));
	await child.act(() => child.press('player:myWay.keep'));
	// It goes on from there.
	await child.next();

	const other = await put(visit, origin, waiting.disk);
	await expect(other.title).toHaveText(other.titleOf('sent.kept'));
	await other.act(() => other.press('player:sent.again'));
	expect(await asked(other)).toEqual(waiting.said);
}

test('what this version puts on a device opens on another with all that is in it', async ({
	visit,
	authority
}) => {
	test.slow();
	const locked = await makeLocked(await visit(), authority);
	const waiting = await makeWaiting(await visit(), authority);
	const about = 'Made by a browser, for tests alone: nobody’s words.';
	const devices: Devices = { about, locked, waiting };
	const file = process.env['KEEP_DEVICES'];
	if (file) writeFileSync(file, `${JSON.stringify(devices, null, '\t')}\n`);
	await opens(visit, authority.origin, devices);
});

for (const { name, devices } of released)
	test(`${name}: what an older version put on a device opens`, async ({ visit, authority }) => {
		test.slow();
		await opens(visit, authority.origin, devices);
	});
