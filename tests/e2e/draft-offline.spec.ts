/** The child's side on the device: starts without signal after one visit, and keeps nothing it should not. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';

/** Every address that is kept on the device. */
const keptPaths = (page: Page): Promise<string[]> =>
	page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});

test('after one visit the child’s side starts with no network, down to the typing of six words', async ({
	page,
	context,
	authority
}) => {
	await page.goto(authority.origin);
	await keptOnDevice(page);
	await context.setOffline(true);
	const failed: string[] = [];
	const next = await context.newPage();
	next.on('requestfailed', (request) => failed.push(new URL(request.url()).pathname));
	await next.goto(authority.origin);
	await next.locator('[data-tap="words"]').click();
	await expect(next.getByRole('textbox')).toBeVisible();
	// Sound is fetched once somebody has begun, and was not begun here: without signal it is asked for, and not missed.
	expect(failed.filter((path) => !path.startsWith('/api/') && !path.endsWith('.bank'))).toEqual([]);
	await next.goto(`${authority.origin}/neutral`);
	await expect(next.getByRole('list')).toBeVisible();
});

test('all that the build lists is kept, and nothing of the interface, the desk or the gallery', async ({
	page,
	authority
}) => {
	await page.goto(authority.origin);
	await keptOnDevice(page);
	const listed = Object.keys((await (await page.request.get('/_app/child-files.json')).json()) as object);
	const kept = await keptPaths(page);
	expect(listed.length).toBeGreaterThan(10);
	expect(kept).toEqual(expect.arrayContaining([...listed, '/', '/neutral']));
	expect(kept.filter((path) => /^\/(?:api|staff|gallery)/.test(path))).toEqual([]);
});
