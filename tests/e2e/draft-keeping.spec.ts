/** What a child said, on a real browser's disk: kept, found again, sealed, one child's alone. */
import { expect, test, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test';
import { draftKey, recordId } from '../../src/lib/invitation/secret.ts';
import { parseLink } from '../../src/lib/invitation/link.ts';
import { startDraftHost, type DraftHost } from '../fixtures/draft-host.ts';
import type { Keep } from '../fixtures/draft-page.ts';
import { Profile } from '../fixtures/profile.ts';

declare global {
	interface Window {
		keep: Keep;
	}
}

let host: DraftHost;
test.beforeAll(async () => {
	host = await startDraftHost();
});
test.afterAll(() => host.close());

async function visit(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.goto(host.origin);
	await page.waitForFunction(() => 'keep' in window);
	return page;
}

/** Ends the page's renderer as a crash does. */
async function crash(page: Page): Promise<void> {
	const crashed = page.waitForEvent('crash');
	await Promise.all([crashed, page.goto('chrome://crash').catch(() => null)]);
}

const open = (page: Page, letter: string): Promise<string> =>
	page.evaluate((it) => window.keep.open(it), letter);
const say = (page: Page, words: string): Promise<string> => page.evaluate((it) => window.keep.say(it), words);
const said = (page: Page): Promise<string | null> => page.evaluate(() => window.keep.said());
const resume = (page: Page): Promise<string> => page.evaluate(() => window.keep.resume());

test('a reload comes back to the same screen with the same answers, without the letter', async ({
	context
}) => {
	const page = await visit(context);
	expect(await open(page, await host.letter())).toBe('ok');
	expect(await say(page, 'I want my own room')).toBe('ok');
	expect(await page.evaluate(keysOnDisk)).toEqual(['cache open', 'session']);
	const device = await page.evaluate(() => window.keep.device());
	await page.reload();
	expect(await resume(page)).toBe('ok');
	expect(await said(page)).toBe('I want my own room');
	expect(await page.evaluate(() => window.keep.at())).toBe('question:change');
	expect(await page.evaluate(() => window.keep.status().role)).toBe('writing');
	expect(await page.evaluate(() => window.keep.device())).toBe(device);
});

test('a crash of the tab loses nothing that was said to be kept', async ({ context }) => {
	const page = await visit(context);
	await open(page, await host.letter());
	for (const words of ['one', 'two', 'three']) expect(await say(page, words)).toBe('ok');
	await crash(page);
	const next = await visit(context);
	expect(await resume(next)).toBe('ok');
	expect(await said(next)).toBe('three');
});

test('typing that is said to be kept is on the disk even if the tab crashes then', async ({ context }) => {
	const page = await visit(context);
	await open(page, await host.letter());
	// Within two seconds, as the unit tests of the autosave show by their own clock.
	expect(await page.evaluate(() => window.keep.say('still typing', 'soon'))).toBe('ok');
	await crash(page);
	const next = await visit(context);
	await resume(next);
	expect(await said(next)).toBe('still typing');
});

test('leaving the page keeps what was just typed', async ({ context }) => {
	const page = await visit(context);
	await open(page, await host.letter());
	await page.evaluate(() => window.keep.sayAndGoOn('typed just now', 'soon'));
	await page.reload();
	await resume(page);
	expect(await said(page)).toBe('typed just now');
});

test('a choice that was made in the very last moment is kept', async ({ context }) => {
	const page = await visit(context);
	const letter = await host.letter();
	await open(page, letter);
	for (const turn of ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']) {
		const back = page.waitForEvent('load');
		await page.evaluate((words) => {
			const seal = crypto.subtle.encrypt.bind(crypto.subtle);
			const sealing: Promise<unknown>[] = [];
			crypto.subtle.encrypt = (...how) => {
				const sealed = seal(...how);
				sealing.push(sealed);
				return sealed;
			};
			window.keep.sayAndGoOn(`${words}, first`, 'now');
			window.keep.sayAndGoOn(words, 'now');
			// The moment between sealed and written: what is not sealed yet cannot be handed over.
			void Promise.all(sealing).then(() => setTimeout(() => location.reload()));
		}, turn);
		await back;
		await page.waitForFunction(() => 'keep' in window);
		await resume(page);
		expect(await said(page)).toBe(turn);
	}
});

test('the whole browser killed: everything that was acknowledged is there', async ({ launchOptions }) => {
	const profile = new Profile(launchOptions as LaunchOptions);
	try {
		const page = await visit(await profile.start());
		await open(page, await host.letter());
		expect(await say(page, 'before the power went')).toBe('ok');
		await profile.kill();
		const next = await visit(await profile.start());
		expect(await resume(next)).toBe('ok');
		expect(await said(next)).toBe('before the power went');
	} finally {
		await profile.remove();
	}
});

test('of two tabs one writes; the other takes over without losing a word, and no stale write wins', async ({
	context
}) => {
	const first = await visit(context);
	await open(first, await host.letter());
	await say(first, 'from the first');
	const second = await visit(context);
	expect(await resume(second)).toBe('ok');
	expect(await second.evaluate(() => window.keep.status().role)).toBe('elsewhere');
	expect(await say(second, 'out of turn')).toBe('elsewhere');

	await first.evaluate(() => window.keep.sayAndGoOn('last words of the first', 'soon'));
	await second.evaluate(() => window.keep.takeOver());
	expect(await second.evaluate(() => window.keep.status().role)).toBe('writing');
	expect(await said(second)).toBe('last words of the first');
	expect(await first.evaluate(() => window.keep.status().role)).toBe('elsewhere');
	expect(await say(first, 'a stale write')).toBe('elsewhere');
	expect(await say(second, 'from the second')).toBe('ok');
	expect(await said(first)).toBe('from the second');
});

test('a tab that hangs is taken over from, and what it writes when it wakes does not win', async ({
	context
}) => {
	const first = await visit(context);
	await open(first, await host.letter());
	await say(first, 'from the first');
	const second = await visit(context);
	await resume(second);
	// The first tab's page is kept busy: it hears nothing and hands nothing over.
	const hanging = first.evaluate(() => {
		window.keep.sayAndGoOn('asleep', 'soon');
		const until = Date.now() + 6000;
		while (Date.now() < until);
	});
	await second.evaluate(() => window.keep.takeOver());
	expect(await say(second, 'from the second')).toBe('ok');
	await hanging;
	await expect.poll(() => first.evaluate(() => window.keep.status().role)).toBe('elsewhere');
	expect(await say(first, 'a stale write')).toBe('elsewhere');
	expect(await said(second)).toBe('from the second');
});

test('after put away nothing opens without the letter, in any tab; with it everything is there', async ({
	context
}) => {
	const letter = await host.letter();
	const page = await visit(context);
	await open(page, letter);
	await say(page, 'mine');
	const other = await visit(context);
	await resume(other);
	expect(await page.evaluate(() => window.keep.putAway())).toBe('ok');
	expect(await page.evaluate(() => window.keep.status().role)).toBe('away');
	await expect.poll(() => other.evaluate(() => window.keep.status().role)).toBe('away');
	expect(await said(other)).toBe('refused: away');
	await page.reload();
	expect(await resume(page)).toBe('none');
	expect(await page.evaluate(keysOnDisk)).toEqual([]);
	expect(await open(page, letter)).toBe('ok');
	expect(await said(page)).toBe('mine');
});

test('put away from the tab that does not write keeps the last change of the one that does', async ({
	context
}) => {
	const letter = await host.letter();
	const writer = await visit(context);
	await open(writer, letter);
	const other = await visit(context);
	await resume(other);
	await writer.evaluate(() => window.keep.sayAndGoOn('half a word', 'soon'));
	expect(await other.evaluate(() => window.keep.putAway())).toBe('ok');
	await open(other, letter);
	expect(await said(other)).toBe('half a word');
});

test('leaving in a hurry leaves no session to come back to', async ({ context }) => {
	const letter = await host.letter();
	const page = await visit(context);
	await open(page, letter);
	await say(page, 'secret');
	await page.evaluate(() => {
		window.keep.sayAndGoOn('secret, to the last letter', 'soon');
		return new Promise((resolve) => setTimeout(resolve, 50));
	});
	await page.evaluate(() => {
		window.keep.leave();
		location.replace('/nowhere');
	});
	const next = await visit(context);
	expect(await resume(next)).toBe('none');
	expect(await next.evaluate(keysOnDisk)).toEqual([]);
	await open(next, letter);
	expect(await said(next)).toBe('secret, to the last letter');
});

test('two children on one device see nothing of each other', async ({ context }) => {
	const [ann, ben] = [await host.letter(), await host.letter()];
	const page = await visit(context);
	await open(page, ann);
	await say(page, 'Ann was here');
	const annsDevice = await page.evaluate(() => window.keep.device());
	// Opened straight over the other, in another tab, without anything being put away.
	const second = await visit(context);
	await page.evaluate(() => window.keep.sayAndGoOn('Ann was here last', 'soon'));
	expect(await open(second, ben)).toBe('ok');
	await expect.poll(() => page.evaluate(() => window.keep.status().role)).toBe('away');
	expect(await said(second)).toBeNull();
	expect(await second.evaluate(() => window.keep.device())).not.toBe(annsDevice);
	await say(second, 'Ben was here');
	expect(await second.evaluate(() => window.keep.entries())).toEqual([]);
	expect(await open(second, ann)).toBe('ok');
	expect(await said(second)).toBe('Ann was here last');
});

test('nothing that a child said, nor a key of theirs, can be read in the profile’s files after put away', async ({
	launchOptions
}) => {
	const profile = new Profile(launchOptions as LaunchOptions);
	try {
		const letter = await host.letter();
		const page = await visit(await profile.start());
		await page.evaluate(() => localStorage.setItem('control', 'Kestrelcontrol'));
		await open(page, letter);
		await say(page, 'Kestrelcanary lives with Nain');
		await page.evaluate(() => window.keep.prepare());
		expect(await page.evaluate(() => window.keep.send())).toBe('ok');
		const other = await visit(page.context());
		const session = Uint8Array.from(await other.evaluate(sessionKey));
		await other.close();
		await expect.poll(() => profile.filesWith(session)).not.toEqual([]);
		expect(await page.evaluate(() => window.keep.putAway())).toBe('ok');
		await profile.close();
		// The search finds what is there in the clear: else it would prove nothing.
		expect(profile.filesSaying('Kestrelcontrol')).not.toEqual([]);
		for (const canary of ['Kestrelcanary', 'Nain', 'Mo Chair', 'Sunny Council', 'The Willows'])
			expect(profile.filesSaying(canary), canary).toEqual([]);
		const link = parseLink(letter);
		if (!link.ok) throw new Error(link.reason);
		for (const key of [link.value.secret, await draftKey(link.value.secret), session])
			expect(profile.filesWith(key)).toEqual([]);
	} finally {
		await profile.remove();
	}
});

test('a damaged record is named, its bytes stay, and a new beginning is possible', async ({ context }) => {
	const letter = await host.letter();
	const page = await visit(context);
	await open(page, letter);
	await say(page, 'before');
	const link = parseLink(letter);
	if (!link.ok) throw new Error(link.reason);
	const id = await recordId(link.value.secret, 'state');
	const damaged = await page.evaluate(damage, id);
	await page.reload();
	await resume(page);
	expect(await said(page)).toBe('refused: damaged');
	expect(await say(page, 'over it')).toBe('damaged');
	expect(await page.evaluate(bytesOf)).toContain(damaged);
	expect(await page.evaluate(() => window.keep.beginAgain())).toBe('ok');
	expect(await say(page, 'after')).toBe('ok');
	expect(await said(page)).toBe('after');
	expect(await page.evaluate(bytesOf)).toContain(damaged);
});

test('no room: it says so, what was there stays, and the last word is kept as soon as there is room', async ({
	launchOptions
}) => {
	const profile = new Profile(launchOptions as LaunchOptions);
	try {
		const context = await profile.start();
		const page = await context.newPage();
		const cdp = await context.newCDPSession(page);
		await cdp.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 400_000 });
		await page.goto(host.origin);
		await open(page, await host.letter());
		const kept: string[] = [];
		let outcome = 'ok';
		for (let turn = 0; outcome === 'ok' && turn < 100; turn++) {
			const words = `${turn} ${'x'.repeat(19_000)}`;
			outcome = await say(page, words);
			if (outcome === 'ok') kept.push(words);
		}
		expect(outcome).toBe('full');
		expect(kept).not.toEqual([]);
		expect(await said(page)).toBe(kept.at(-1));
		expect(await page.evaluate(() => window.keep.status().saving)).toEqual({
			is: 'not-kept',
			reason: 'full'
		});
		await cdp.send('Storage.overrideQuotaForOrigin', { origin: host.origin });
		await expect
			.poll(() => page.evaluate(() => window.keep.status().saving), { timeout: 40_000 })
			.toEqual({ is: 'kept' });
		expect(await said(page)).toBe(`${kept.length} ${'x'.repeat(19_000)}`);
	} finally {
		await profile.remove();
	}
});

/** Runs in the page: what could open something: keys in its databases, the session, the session's key. */
async function keysOnDisk(): Promise<string[]> {
	const found: string[] = (await caches.keys()).map((name) => `cache ${name}`);
	const look = (value: unknown): void => {
		if (value instanceof CryptoKey)
			found.push(`${value.algorithm.name}, ${value.extractable ? 'open' : 'sealed in'}`);
		else if (value && typeof value === 'object') Object.values(value).forEach(look);
	};
	const asked = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('failed'));
		});
	for (const { name = '' } of await indexedDB.databases()) {
		const database = await asked(indexedDB.open(name));
		for (const table of database.objectStoreNames) {
			const all = await asked(database.transaction(table).objectStore(table).getAll());
			look(all);
			if (table === 'open_') found.push(...all.map(() => 'session'));
		}
		database.close();
	}
	return found;
}

/** Runs in the page: the bytes of the open session's own key. */
async function sessionKey(): Promise<number[]> {
	const kept = await caches.match('/open');
	return [...new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer(0))];
}

/** Runs in the page: changes one byte of a record; its sealed bytes afterwards, joined. */
async function damage(id: string): Promise<string> {
	const database = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open('keep');
		request.onsuccess = () => resolve(request.result);
	});
	const table = database.transaction('sealed', 'readwrite').objectStore('sealed');
	const record = await new Promise<{ sealed: Uint8Array }>((resolve) => {
		const request = table.get(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
		request.onsuccess = () => resolve(request.result as { sealed: Uint8Array });
	});
	record.sealed[3] = (record.sealed[3] ?? 0) ^ 1;
	await new Promise((resolve) => {
		table.put(record).onsuccess = resolve;
	});
	database.close();
	return record.sealed.join();
}

/** Runs in the page: the sealed bytes of all records, each joined. */
async function bytesOf(): Promise<string[]> {
	const database = await new Promise<IDBDatabase>((resolve) => {
		const request = indexedDB.open('keep');
		request.onsuccess = () => resolve(request.result);
	});
	const all = await new Promise<{ sealed: Uint8Array }[]>((resolve) => {
		const request = database.transaction('sealed').objectStore('sealed').getAll();
		request.onsuccess = () => resolve(request.result as { sealed: Uint8Array }[]);
	});
	database.close();
	return all.map(({ sealed }) => sealed.join());
}
