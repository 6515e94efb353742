/** From the draft to *arrived* in a real browser: without signal, over reloads, after put away, from one tab at a time. */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { startDraftHost, type DraftHost } from '../fixtures/draft-host.ts';

let host: DraftHost;
test.beforeEach(async () => {
	host = await startDraftHost();
});
test.afterEach(() => host.close());

async function visit(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.goto(host.origin);
	await page.waitForFunction(() => 'keep' in window);
	return page;
}

/** A page on which a child has said something and everything for sending is there. */
async function ready(context: BrowserContext): Promise<{ page: Page; letter: string }> {
	const page = await visit(context);
	const letter = await host.letter();
	await page.evaluate((it) => window.keep.open(it), letter);
	await page.evaluate(() => window.keep.say('hello'));
	expect(await page.evaluate(() => window.keep.prepare())).toBe('ok: Mo Chair, Di Deputy, Sunny Council');
	return { page, letter };
}

const entries = (page: Page) => page.evaluate(() => window.keep.entries());

test('views arrive, once, and are later seen to be opened', async ({ context }) => {
	const { page } = await ready(context);
	expect(await page.evaluate(() => window.keep.send())).toBe('ok');
	await expect.poll(() => entries(page)).toEqual(['1 arrived']);
	expect(host.arrived).toHaveLength(1);
	// Neither nobody, nor somebody whom the directory does not name.
	for (const nobody of ['nobody', 'stranger'] as const) {
		host.opens = nobody;
		await page.evaluate(() => window.keep.askOpened());
		expect(await entries(page)).toEqual(['1 arrived']);
	}
	host.opens = 'chair';
	await page.evaluate(() => window.keep.askOpened());
	expect(await entries(page)).toEqual(['1 opened Mo Chair']);
});

test('a second sending counts on from the first', async ({ context }) => {
	const { page } = await ready(context);
	await page.evaluate(() => window.keep.send());
	await page.evaluate(() => window.keep.say('and one more thing'));
	await page.evaluate(() => window.keep.send());
	await expect.poll(() => entries(page)).toEqual(['1 arrived', '2 arrived']);
});

test('without signal they wait, and go by themselves when it is back', async ({ context }) => {
	const { page } = await ready(context);
	await context.setOffline(true);
	expect(await page.evaluate(() => window.keep.send())).toBe('ok');
	expect(await entries(page)).toEqual(['1 kept-here']);
	await context.setOffline(false);
	await expect.poll(() => entries(page)).toEqual(['1 arrived']);
});

test('a sign-in page in between is never taken for arrived', async ({ context }) => {
	const { page } = await ready(context);
	host.line = 'portal';
	await page.evaluate(() => window.keep.send());
	await expect.poll(() => entries(page)).toEqual(['1 kept-here']);
	host.line = 'open';
	await expect.poll(() => entries(page)).toEqual(['1 arrived']);
});

test('put away without signal, they still go, from a page that holds no key', async ({ context }) => {
	const { page, letter } = await ready(context);
	host.line = 'cut';
	await page.evaluate(() => window.keep.send());
	await page.evaluate(() => window.keep.putAway());
	await page.close();
	host.line = 'open';
	const next = await visit(context);
	expect(await next.evaluate(() => window.keep.resume())).toBe('none');
	await next.evaluate(() => window.keep.start());
	await expect.poll(() => host.arrived.length).toBeGreaterThan(0);
	await next.evaluate((it) => window.keep.open(it), letter);
	await expect.poll(() => entries(next)).toEqual(['1 arrived']);
	// A last try of the page that was closed may have got through as well: the id says that they are the same views.
	expect(new Set(host.arrived).size).toBe(1);
});

test('a crash in the middle of sending sends again, under the same id', async ({ context }) => {
	const { page } = await ready(context);
	let answered = 0;
	await context.route('**/api/submissions', async (route) => {
		// The server has it; the answer is lost with the tab.
		if (answered++ > 0) return route.fallback();
		await route.fetch();
		void page.goto('chrome://crash').catch(() => null);
		await page.waitForEvent('crash');
		await route.abort().catch(() => undefined);
	});
	await page.evaluate(() => window.keep.send()).catch(() => undefined);
	await expect.poll(() => host.arrived.length).toBe(1);
	await expect.poll(() => page.isClosed() || answered).toBeTruthy();
	const next = await visit(context);
	await next.evaluate(() => window.keep.resume());
	await next.evaluate(() => window.keep.start());
	await expect.poll(() => entries(next)).toEqual(['1 arrived']);
	expect(new Set(host.arrived).size).toBe(1);
	expect(host.arrived.length).toBeGreaterThan(1);
});

test('of several tabs one sends', async ({ context }) => {
	const { page } = await ready(context);
	await context.setOffline(true);
	await page.evaluate(() => window.keep.send());
	const others = await Promise.all([context.newPage(), context.newPage()]);
	await context.setOffline(false);
	for (const other of others) await other.goto(host.origin);
	await Promise.all(others.map((other) => other.evaluate(() => window.keep.start())));
	await expect.poll(() => entries(page)).toEqual(['1 arrived']);
	expect(host.arrived).toHaveLength(1);
});

test('a letter never opened with signal says so, keeps what was said, and seals once there is signal', async ({
	context
}) => {
	const page = await visit(context);
	host.line = 'cut';
	const letter = await host.letter();
	await page.evaluate((it) => window.keep.open(it), letter);
	await page.evaluate(() => window.keep.say('said in a tunnel'));
	expect(await page.evaluate(() => window.keep.prepare())).toBe('needs-signal');
	expect(await page.evaluate(() => window.keep.send())).toBe('needs-signal');
	expect(await entries(page)).toEqual([]);
	host.line = 'open';
	expect(await page.evaluate(() => window.keep.prepare())).toContain('ok');
	expect(await page.evaluate(() => window.keep.said())).toBe('said in a tunnel');
	expect(await page.evaluate(() => window.keep.send())).toBe('ok');
	await expect.poll(() => entries(page)).toEqual(['1 arrived']);
});

test('an invitation that is no longer valid is named, and what is known of one survives the loss of signal', async ({
	context
}) => {
	const { page } = await ready(context);
	host.line = 'portal';
	expect(await page.evaluate(() => window.keep.prepare())).toContain('ok: Mo Chair');
	const stranger = await startDraftHost();
	const letter = (await stranger.letter()).replace(stranger.origin, host.origin);
	stranger.close();
	host.line = 'open';
	await page.evaluate((it) => window.keep.open(it), letter);
	expect(await page.evaluate(() => window.keep.prepare())).toBe('not-valid');
});
