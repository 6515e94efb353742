/** Put away in a post box: nothing opens on the device, and the letter brings the draft back anywhere. */
import type { LaunchOptions } from '@playwright/test';
import { fromBase64url } from '../../src/lib/base/bytes.ts';
import { draftKey } from '../../src/lib/invitation/secret.ts';
import { expect, test } from '../fixtures/test.ts';
import { Profile } from '../fixtures/profile.ts';
import { ChildPage } from './pages/child.ts';
import { LockPage } from './pages/lock.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';

/** From any screen: puts everything away, and waits for the first screen. */
async function putAway(child: ChildPage): Promise<void> {
	await child.press('player:bar.menu');
	await child.press('player:menu.putAway');
	await child.press('player:putAway.yes');
	await expect(child.page.locator('[data-tap="places"]')).toBeVisible();
}

test('a draft that was put away comes back on another device with its letter, and back again', async ({
	page,
	visit,
	authority
}) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	await child.sayMyWay('Said on the first device');
	await child.next();
	const asked = await child.title.innerText();
	const kept = page.waitForResponse((response) => response.url().includes('/api/drafts/'));
	await putAway(child);
	expect((await kept).status()).toBe(200);

	const other = new ChildPage(await visit());
	await other.page.goto(invited.link);
	await other.press('child:first.start');
	await expect(other.title).toHaveText(asked);
	await other.act(() => other.page.getByRole('button', { name: other.say('common:back') }).click());
	await expect(other.page.getByRole('main').getByText('Said on the first device')).toBeVisible();
	await other.next();
	await other.sayMyWay('Said on the second device');
	const again = other.page.waitForResponse((response) => response.url().includes('/api/drafts/'));
	await putAway(other);
	expect((await again).status()).toBe(200);

	await page.goto('about:blank');
	await page.goto(invited.link);
	await child.press('child:first.start');
	await expect(child.title).toHaveText(asked);
	await expect(page.getByRole('main').getByText('Said on the second device')).toBeVisible();
});

test('put away without signal it is carried as soon as there is some, without key or letter', async ({
	page,
	context,
	visit,
	authority
}) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	await child.sayMyWay('Said in a tunnel');
	await keptOnDevice(page);
	await context.setOffline(true);
	await putAway(child);
	const kept = page.waitForResponse(
		(response) => response.url().includes('/api/drafts/') && response.status() === 200
	);
	await context.setOffline(false);
	await kept;
	const other = new ChildPage(await visit());
	await other.page.goto(invited.link);
	await other.press('child:first.start');
	await expect(other.page.getByRole('main').getByText('Said in a tunnel')).toBeVisible();
});

test('post box: after put away the whole profile on the disk says nothing and has no key', async ({
	launchOptions,
	authority
}) => {
	const profile = new Profile(launchOptions as LaunchOptions);
	try {
		const invited = await authority.invite({ label: 'Labelcanary' });
		const page = await (await profile.start()).newPage();
		await page.goto(authority.origin);
		await page.evaluate(controls);
		const child = new ChildPage(page);
		await child.openAtQuestions(invited.link);
		const lock = new LockPage(child);
		await lock.choose('post-box');
		for (let n = 0; n < 3; n++) {
			await child.sayMyWay(`Kestrelcanary ${n} lives with Naincanary`);
			await child.next();
		}
		await putAway(child);
		for (const end of ['killed', 'closed'] as const) {
			if (end === 'killed') await profile.kill();
			else {
				// Started once more, the browser tidies its files: what was in a log is compressed into a table.
				await (await profile.start()).newPage();
				await profile.close();
			}
			expect(profile.filesSaying('Control in a database'), end).not.toEqual([]);
			for (const canary of ['Kestrelcanary', 'Naincanary', 'Labelcanary', authority.person('chair').name])
				expect(profile.filesSaying(canary), `${canary}, ${end}`).toEqual([]);
			const key = await draftKey(invited.secret);
			expect(profile.filesWith(key), end).toEqual([]);
			expect(profile.filesWith(fromBase64url(Buffer.from(key).toString('base64url')))).toEqual([]);
		}
	} finally {
		await profile.remove();
	}
});

/** Runs in the page: leaves words in a database that compresses well, for the search to prove itself on. */
async function controls(): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve) => {
		const opening = indexedDB.open('control');
		opening.onupgradeneeded = () => opening.result.createObjectStore('words');
		opening.onsuccess = () => resolve(opening.result);
	});
	const writing = database.transaction('words', 'readwrite');
	writing.objectStore('words').put('Control in a database '.repeat(50), 1);
	await new Promise((resolve) => (writing.oncomplete = resolve));
	database.close();
}
