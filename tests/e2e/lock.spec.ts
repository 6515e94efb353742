/** The four locks and several children on one device, as they are met on a real browser's disk. */
import type { BrowserContext, LaunchOptions, Page } from '@playwright/test';
import type { Code } from '../../src/lib/lock/code.ts';
import { expect, test } from '../fixtures/test.ts';
import { Profile } from '../fixtures/profile.ts';
import { ChildPage } from './pages/child.ts';
import { atFirst, hide, LockPage } from './pages/lock.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';

const right: Code = ['heart', 'car', 'car', 'pen'];
const wrong: Code = ['car', 'heart', 'pen', 'car'];

/** A child on `page` with a letter open, at the first question. */
async function begin(page: Page, link: string): Promise<{ child: ChildPage; lock: LockPage }> {
	const child = new ChildPage(page);
	await child.openAtQuestions(link);
	return { child, lock: new LockPage(child) };
}

/** Says `words` in the child's own way, and waits until they are on the disk. */
async function sayHere(child: ChildPage, words: string): Promise<string> {
	const asked = await child.title.innerText();
	await child.sayMyWay(words);
	await child.page.waitForTimeout(2000);
	return asked;
}

for (const kind of ['picture', 'guarded'] as const)
	test(`${kind}: hiding locks at once, the code comes back to the same place, a wrong one to an empty pad`, async ({
		page,
		authority
	}) => {
		const invited = await authority.invite();
		const { child, lock } = await begin(page, invited.link);
		const asked = await sayHere(child, 'Kestrelcanary lives here');
		const place = await lock.choose(kind, right);
		await hide(page);
		await atFirst(page);
		await expect(page.getByText('Kestrelcanary')).toHaveCount(0);
		await page.reload();
		await lock.unlock(place, wrong);
		await expect(child.title).toHaveText(child.say('lock:pad.title'));
		await child.press('common:back');
		// Somebody else's place, or nobody's: the same pad.
		const other = (await lock.places()).find((each) => each !== place) ?? '';
		await page.getByRole('main').getByRole('button', { name: other, exact: true }).click();
		await lock.pressCode(right);
		await expect(child.title).toHaveText(child.say('lock:pad.title'));
		await page.reload();
		await lock.unlock(place, right);
		await expect(child.title).toHaveText(asked);
		await expect(page.getByRole('main').getByText('Kestrelcanary lives here')).toBeVisible();
	});

test('nothing that a child said is left in memory once it is locked', async ({ page, authority }) => {
	const { child, lock } = await begin(page, (await authority.invite()).link);
	await sayHere(child, 'Kestrelcanary in memory');
	expect(await heapSays(page, 'Kestrelcanary')).toBe(true);
	await lock.choose('picture', right);
	await hide(page);
	await atFirst(page);
	expect(await heapSays(page, 'Kestrelcanary')).toBe(false);
});

test('without signal pictures open what is checked here; a guarded code says that it needs signal', async ({
	page,
	context,
	authority
}) => {
	const { child, lock } = await begin(page, (await authority.invite()).link);
	const asked = await child.title.innerText();
	await keptOnDevice(page);
	const place = await lock.choose('guarded', right);
	await hide(page);
	await atFirst(page);
	await context.setOffline(true);
	await page.reload();
	await lock.unlock(place, right);
	await expect(child.title).toHaveText(child.say('lock:not.needs-signal.title'));
	await context.setOffline(false);
	await page.reload();
	await lock.unlock(place, right);
	await expect(child.title).toHaveText(asked);
	await lock.choose('picture', right);
	await hide(page);
	await atFirst(page);
	await context.setOffline(true);
	await page.reload();
	await lock.unlock(place, right);
	await expect(child.title).toHaveText(asked);
});

test('tries are counted over reloads and a clock that is turned on; the letter opens it all the same', async ({
	page,
	authority
}) => {
	const invited = await authority.invite();
	const { child, lock } = await begin(page, invited.link);
	const asked = await child.title.innerText();
	const place = await lock.choose('picture', right);
	await hide(page);
	await atFirst(page);
	for (let n = 0; n < 5; n += 1) {
		await page.reload();
		await lock.unlock(place, wrong);
		await expect(child.title).toHaveText(child.say('lock:pad.title'));
	}
	await page.clock.setSystemTime(new Date('2031-01-01T00:00:00Z'));
	await page.reload();
	await lock.unlock(place, right);
	await expect(child.title).toHaveText(child.say('lock:not.wait.title'));
	await page.goto('about:blank');
	await page.goto(invited.link);
	await child.press('child:first.start');
	await expect(child.title).toHaveText(asked);
});

test('two children: each code opens its own alone, and child A’s words are nowhere with child B’s code', async ({
	launchOptions,
	authority
}) => {
	const profile = new Profile(launchOptions as LaunchOptions);
	try {
		const context: BrowserContext = await profile.start();
		const page = await context.newPage();
		const [ann, ben] = [await authority.invite(), await authority.invite()];
		const anns = await begin(page, ann.link);
		await sayHere(anns.child, 'Annascanary was here');
		const annsPlace = await anns.lock.choose('picture', right);
		await page.goto('about:blank');
		const bens = await begin(page, ben.link);
		await sayHere(bens.child, 'Bencanary was here');
		const bensPlace = await bens.lock.choose('picture', wrong);
		expect(bensPlace).not.toBe(annsPlace);
		await hide(page);
		await atFirst(page);
		await profile.kill();

		const again = await (await profile.start()).newPage();
		await again.goto(authority.origin);
		const child = new ChildPage(again);
		const lock = new LockPage(child);
		await lock.unlock(annsPlace, wrong);
		await expect(child.title).toHaveText(child.say('lock:pad.title'));
		await again.reload();
		await lock.unlock(bensPlace, wrong);
		await expect(again.getByRole('main').getByText('Bencanary was here')).toBeVisible();
		expect(await heapSays(again, 'Annascanary')).toBe(false);
		expect(await heapSays(again, 'Bencanary')).toBe(true);
		await profile.close();
		for (const canary of ['Annascanary', 'Bencanary', 'Mo Chair'])
			expect(profile.filesSaying(canary)).toEqual([]);
	} finally {
		await profile.remove();
	}
});

test('a device that is put down rests behind a plain screen, and one press goes on', async ({
	page,
	authority
}) => {
	await page.clock.install();
	const { child } = await begin(page, (await authority.invite()).link);
	const asked = await child.title.innerText();
	await page.clock.fastForward(119_000);
	await expect(child.title).toHaveText(asked);
	await page.clock.fastForward(2_000);
	await expect(child.title).toHaveText(child.say('lock:resting.title'));
	await expect(page.getByText(asked)).toHaveCount(0);
	await child.press('lock:resting.on');
	await expect(child.title).toHaveText(asked);
});

test('staff declare a device lost: its code opens nothing any more, the letter does', async ({
	page,
	visit,
	authority
}) => {
	const invited = await authority.invite();
	const { child, lock } = await begin(page, invited.link);
	const asked = await child.title.innerText();
	const place = await lock.choose('guarded', right);
	await hide(page);
	await atFirst(page);
	const { DeskPage } = await import('./pages/desk.ts');
	const desk = new DeskPage(await visit());
	await desk.signIn({
		email: authority.person('coordinator').email,
		password: authority.state.passphrase
	});
	await desk.page.goto(`/staff/meetings/${invited.meeting}`);
	await desk.page.getByRole('button', { name: desk.say('desk:lost.goLost') }).click();
	await desk.page.getByRole('button', { name: desk.say('desk:lost.yes') }).click();
	await expect(desk.page.getByText(desk.say('desk:lost.guard.lost'))).toBeVisible();
	await page.reload();
	await lock.unlock(place, right);
	await expect(child.title).toHaveText(child.say('lock:pad.title'));
	await page.goto('about:blank');
	await page.goto(invited.link);
	await child.press('child:first.start');
	await expect(child.title).toHaveText(asked);
});

/** Whether `text` stands anywhere in the memory of the page's own programs: a whole heap snapshot, searched. */
async function heapSays(page: Page, text: string): Promise<boolean> {
	const cdp = await page.context().newCDPSession(page);
	let found = false;
	let tail = '';
	cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
		if ((tail + chunk).includes(text)) found = true;
		tail = chunk.slice(-text.length);
	});
	await cdp.send('HeapProfiler.collectGarbage');
	await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
	await cdp.detach();
	return found;
}
