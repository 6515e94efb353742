/** Six words typed by hand, in a real browser under the strict policy: stretched in the one worker that may. */
import { expect, test } from '@playwright/test';
import { parseLink } from '../../src/lib/invitation/link.ts';
import { lockLink, wordLock } from '../../src/lib/invitation/word-lock.ts';
import { startDraftHost, type DraftHost } from '../fixtures/draft-host.ts';

const words = 'afal bara cath dafad eira ffrind';

let host: DraftHost;
test.beforeAll(async () => {
	host = await startDraftHost();
});
test.afterAll(() => host.close());

test('the worker stretches words to what Node.js makes of them, and leaves nobody running', async ({
	page
}) => {
	const refused: string[] = [];
	page.on('console', (line) => line.type() === 'error' && refused.push(line.text()));
	await page.goto(host.origin);
	expect(await page.evaluate((it) => window.keep.wordsId(it), words)).toBe((await wordLock(words)).wordsId);
	await expect.poll(() => page.workers().length).toBe(0);
	expect(refused).toEqual([]);
});

test('six words lead to the letter; others, and no signal, are told apart', async ({ page }) => {
	const lock = await wordLock(words);
	const link = parseLink(await host.letter());
	if (!link.ok) throw new Error(link.reason);
	host.words.set(lock.wordsId, await lockLink(lock, link.value));
	await page.goto(host.origin);
	expect(await page.evaluate((it) => window.keep.letter(it), words)).toBe('8-11');
	expect(await page.evaluate((it) => window.keep.letter(it), 'ffrind eira dafad cath bara afal')).toBe(
		'unknown-words'
	);
	host.line = 'portal';
	expect(await page.evaluate((it) => window.keep.letter(it), words)).toBe('no-signal');
});
