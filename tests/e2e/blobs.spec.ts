/**
 * What was made, on its way and at the chair's: several sets of views over a weak line, each once; and things that are not what
 * they say they are, too large, cut off or changed, each named in its place while all the rest is shown.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { isFull } from '../fixtures/full.ts';
import { expect, folderOfRun, test } from '../fixtures/test.ts';
import type { Authority } from '../fixtures/authority.ts';
import type { Invited } from '../fixtures/coordinator.ts';
import { openMadePage } from '../fixtures/made-host.ts';
import type { Odd } from '../fixtures/made-page.ts';
import { Profile } from '../fixtures/profile.ts';
import { weakLine } from '../fixtures/weak-line.ts';
import { DeskPage } from './pages/desk.ts';

/** How many sets of views the server holds for `invited`, by its own word to the coordinator. */
async function stored(authority: Authority, { meeting, id }: Invited): Promise<number> {
	const ask = await authority.coordinator();
	type Rows = { invitations: { id: string; views: number }[] };
	const { invitations } = await ask<Rows>('GET', `/api/staff/meetings/${meeting}`);
	return invitations.find((each) => each.id === id)?.views ?? 0;
}

test('two sets of views with recordings over a weak line: each arrives once, and little is sent again', async ({
	browser,
	authority
}) => {
	test.slow();
	const line = await weakLine(authority.origin, 20_261_127);
	try {
		const invited = await authority.invite();
		const context = await browser.newContext();
		const page = await openMadePage(context, line.origin);
		const letter = invited.link.replace(authority.origin, line.origin);
		expect(await page.evaluate((it) => window.made.open(it), letter)).toBe('ok');
		await page.evaluate(() => window.made.record(2, 500));
		await page.evaluate(async () => (await window.made.queue(), window.made.queue()));
		const before = line.up();
		line.weakness = { rate: 4 * 1024 * 1024, lost: 0.3, every: 1500 };
		await page.evaluate(() => window.made.send());
		// Signal comes back again and again, as it does on a bus.
		const back = setInterval(
			() => void page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => undefined),
			700
		);
		/** What was said to have been sent never shrinks, and never says more than all of it. */
		const shares: number[] = [];
		await expect
			.poll(
				async () => {
					const entries = await page.evaluate(() => window.made.entries());
					const part = entries[0]?.part;
					if (part) shares.push(part.bytes / part.of);
					return entries.map(({ is }) => is);
				},
				{ timeout: 240_000 }
			)
			.toEqual(['arrived', 'arrived']);
		clearInterval(back);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares.at(-1)).toBe(1);
		expect(line.breaks()).toBeGreaterThan(0);
		const due = await page.evaluate(() =>
			window.made.entries().reduce((sum, { part }) => sum + (part?.of ?? 0), 0)
		);
		// How little is a figure (`npm run bench blobs`); far more would mean that nothing is gone on with.
		expect(line.up() - before).toBeLessThan(due * 1.25 + 300_000);
		expect(await stored(authority, invited)).toBe(2);
		await context.close();
	} finally {
		line.close();
	}
});

/** A hundred rounds of 20 MB, in the full run alone; in shares: one child may send 500 MB in a day. */
const bigShares = isFull ? [1, 2, 3, 4, 5] : [];
const bigRounds = 20;

for (const share of bigShares)
	test(`20 MB over a line that breaks again and again, ${bigRounds} rounds, share ${share}: each set of views arrives exactly once`, async ({
		browser,
		authority
	}) => {
		test.setTimeout(bigRounds * 180_000);
		const line = await weakLine(authority.origin, 20_261_128 + share);
		try {
			const invited = await authority.invite();
			const context = await browser.newContext();
			const page = await openMadePage(context, line.origin);
			const letter = invited.link.replace(authority.origin, line.origin);
			expect(await page.evaluate((it) => window.made.open(it), letter)).toBe('ok');
			// Eight answers of ten minutes.
			await page.evaluate(() => window.made.record(8, 620));
			for (let round = 1; round <= bigRounds; round++) {
				line.weakness = null;
				await page.evaluate(() => window.made.queue());
				line.weakness = { rate: 8 * 1024 * 1024, lost: 0.3, every: 1500 };
				await page.evaluate(() => window.made.send());
				const back = setInterval(
					() => void page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => undefined),
					700
				);
				await expect
					.poll(
						() => page.evaluate(() => window.made.entries().filter(({ is }) => is === 'arrived').length),
						{ timeout: 170_000 }
					)
					.toBe(round);
				clearInterval(back);
				expect(await stored(authority, invited)).toBe(round);
			}
			expect(line.breaks()).toBeGreaterThan(bigRounds);
			await context.close();
		} finally {
			line.close();
		}
	});

test('no room for the envelope: it says so, everything stays, and it is sent once there is room', async ({
	launchOptions,
	authority
}) => {
	test.slow();
	// Of its own: quotas are told apart by profile.
	const profile = new Profile(launchOptions as LaunchOptions);
	try {
		const context = await profile.start();
		// Before anything is kept: what a browser believes about room, it believes for a while.
		const cdp = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
		await cdp.send('Storage.overrideQuotaForOrigin', { origin: authority.origin, quotaSize: 1_500_000 });
		const page = await openMadePage(context, authority.origin);
		const invited = await authority.invite();
		expect(await page.evaluate((it) => window.made.open(it), invited.link)).toBe('ok');
		// As much as there is room for, and then no more: there is none for the same again, sealed.
		const seconds = await page.evaluate(() => window.made.recordUntilFull());
		expect(seconds).toBeGreaterThan(100);
		expect(await page.evaluate(() => window.made.queue())).toBe('full');
		expect(await page.evaluate(() => window.made.entries())).toEqual([]);
		await cdp.send('Storage.overrideQuotaForOrigin', { origin: authority.origin });
		expect(await page.evaluate(() => window.made.queue())).not.toBe('full');
		await page.evaluate(() => window.made.send());
		await expect.poll(() => page.evaluate(() => window.made.entries()[0]?.is)).toBe('arrived');
		expect(await page.evaluate(() => window.made.entries()[0]?.part?.of)).toBeGreaterThan(seconds * 4096);
		expect(await stored(authority, invited)).toBe(1);
	} finally {
		await profile.remove();
	}
});

/** The first bytes of a JPEG that says that it is `side` × `side`. */
const jpegHead = (side: number): number[] => {
	const [high, low] = [side >> 8, side & 255];
	return [
		0xff,
		0xd8,
		0xff,
		0xc0,
		0,
		17,
		8,
		high,
		low,
		high,
		low,
		3,
		1,
		0x11,
		0,
		2,
		0x11,
		1,
		3,
		0x11,
		1,
		0xff,
		0xd9
	];
};

const odd: readonly Odd[] = [
	// 30,000 × 30,000 pixels: 3.6 GB once decoded.
	{ form: 'photo', media: 'image/jpeg', bytes: jpegHead(30_000), size: [10, 10] },
	{ form: 'photo', media: 'image/jpeg', bytes: [...new TextEncoder().encode('<svg onload="alert(1)"/>')] },
	{ form: 'recording', media: 'audio/webm;codecs=opus', bytes: [...new TextEncoder().encode('not a sound')] },
	// Right when it was sent; changed below.
	{ form: 'photo', media: 'image/jpeg', bytes: jpegHead(10) }
];

test('what is cut off plays as far as it goes; what is none, too large or changed is named; all else is shown', async ({
	visit,
	authority
}) => {
	test.slow();
	const invited = await authority.invite();
	const page = await openMadePage((await visit()).context(), authority.origin);
	expect(await page.evaluate((it) => window.made.open(it), invited.link)).toBe('ok');
	await page.evaluate(({ things, share }) => window.made.makeOdd(things, share), { things: odd, share: 0.5 });
	await page.evaluate(async () => {
		await window.made.queue();
		await window.made.send();
	});
	await expect.poll(() => page.evaluate(() => window.made.entries()[0]?.is)).toBe('arrived');
	const last = await page.evaluate(() => window.made.lastChunk());
	const name = Buffer.from(last, 'base64url').toString('hex');
	const file = join(folderOfRun(), 'blobs', name.slice(0, 2), name);
	const bytes = readFileSync(file);
	bytes[1000] = (bytes[1000] ?? 0) ^ 1;
	writeFileSync(file, bytes);

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited);
	const thing = (at: number) => desk.page.locator('.made').filter({ hasText: `thing ${at}` });
	const play = (at: number) => thing(at).getByRole('button', { name: desk.say('made:sound.play') });
	const duration = (at: number) =>
		thing(at)
			.locator('audio')
			.evaluate((it: HTMLAudioElement) => (it.paused ? 0 : it.duration));
	await play(0).click();
	await expect.poll(() => duration(0)).toBeGreaterThan(2);
	await play(1).click();
	await expect.poll(() => duration(1)).toBeGreaterThan(0.5);
	expect(await duration(1)).toBeLessThan(2.5);
	await play(4).click();
	for (const at of [2, 3, 4]) await expect(thing(at)).toContainText(desk.say('made:shown.other'));
	await expect(thing(5)).toContainText(desk.say('made:shown.changed'));
	await expect(desk.page.locator('.made img')).toHaveCount(0);
});
