/**
 * Asking without a letter: from the first screen, by a way to be found. Sealed and read as by a letter, gone from the device with
 * the page, and nobody need be known for it.
 */
import type { Page } from '@playwright/test';
import type { LocaleId, VersionId } from '../../src/lib/journey/version.ts';
import { administer } from '../fixtures/administer.ts';
import type { Authority } from '../fixtures/authority.ts';
import { mailsTo } from '../fixtures/post-office.ts';
import { expectAccessible } from '../accessibility/axe.ts';
import { expectTargets } from '../accessibility/targets.ts';
import { expect, folderOfRun, test } from '../fixtures/test.ts';
import { AskingPage } from './pages/asking.ts';
import { ChildPage } from './pages/child.ts';
import { RequestsDesk } from './pages/requests.ts';

/** The version that is spoken where no letter says which. */
const look: VersionId = '8-11';

/** A child on the first screen with no letter, who presses for an advocate. */
async function withoutLetter(page: Page, authority: Authority, locale: LocaleId): Promise<AskingPage> {
	const asking = new AskingPage(new ChildPage(page, { look, locale }), look);
	await asking.openWithoutLetter(authority.origin);
	return asking;
}

/** Everything that a page can keep on a device, as text. */
const everythingKept = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error ?? new Error(name));
			});
			for (const store of database.objectStoreNames)
				kept.push(
					await new Promise((resolve, reject) => {
						const all = database.transaction(store).objectStore(store).getAll();
						all.onsuccess = () => resolve([name, store, all.result]);
						all.onerror = () => reject(all.error ?? new Error(store));
					})
				);
			database.close();
		}
		for (const cache of await caches.keys())
			kept.push((await (await caches.open(cache)).keys()).map(({ url }) => url));
		return JSON.stringify(kept);
	});

test('an advocate is asked for without a letter: found the way the child said, answered, and nothing stays on the device', async ({
	page,
	visit,
	authority
}) => {
	test.slow();
	const canary = `okapi-${crypto.randomUUID()}`;
	const asking = await withoutLetter(page, authority, 'en');
	const { child } = asking;
	await child.press('asking:advocate.ask');
	await expect(child.title).toHaveText(asking.voiced('items.find.title'));
	// Without a way to be found nothing goes, and nothing else has to be said.
	await expect(child.button('asking:items.skip')).toBeDisabled();
	await expect(child.button('asking:items.all')).toHaveCount(0);
	await child.writeHere(`Ask for me at the library, ${canary}`);
	await child.act(() => child.press('asking:items.skip'));
	await child.writeHere(`Kit ${canary}`);
	const rid = await asking.sending(() => child.press('asking:items.all'));
	await asking.expectAt('advocate', 'arrived');
	await expect(asking.text(asking.voiced('now.bare.gone'))).toBeVisible();
	expect(await everythingKept(page)).not.toContain(canary);
	expect(await everythingKept(page)).not.toContain(rid);

	const nia = await RequestsDesk.of(authority, await visit(), 'advocate');
	await nia.open();
	await nia.openOne(rid, authority.state.keyPassphrase);
	await expect(nia.desk.page.getByText(`Ask for me at the library, ${canary}`)).toBeVisible();
	await expect(nia.desk.page.getByText(`Kit ${canary}`)).toBeVisible();
	await expect(nia.desk.page.getByText(nia.desk.say('requests:withoutLetter'))).toBeVisible();
	await nia.say('requests:take');
	await nia.answer({ who: 'Nia', when: 'Tomorrow at four', words: 'At the library' });
	await asking.expectAt('advocate', 'coming', 'Nia');

	// The page is closed: it was never here.
	await page.reload();
	await expect(page.locator('[data-tap="advocate"] button')).toBeVisible();
	await page.locator('[data-tap="advocate"] button').click();
	await expect(child.button('asking:advocate.ask')).toBeVisible();
	expect(await everythingKept(page)).not.toContain(canary);
});

test('“I am not safe” without a letter, in Welsh: the numbers first, somebody is called, and reads how to find the child', async ({
	page,
	visit,
	authority
}) => {
	test.slow();
	const canary = `bongo-${crypto.randomUUID()}`;
	const asking = await withoutLetter(page, authority, 'cy');
	const { child } = asking;
	await child.press('player:menu.unsafe');
	await expect(asking.text('0800 1111')).toBeVisible();
	await child.press('asking:unsafe.go');
	await expect(child.title).toHaveText(asking.voiced('unsafe.before.title'));
	const { email } = authority.person('duty reader');
	await administer(authority, 'set', 'line', JSON.stringify([email]));
	const before = mailsTo(folderOfRun(), email).length;
	await child.press('asking:unsafe.send');
	await expect(child.title).toHaveText(asking.voiced('items.find.title'));
	await child.writeHere(canary);
	const rid = await asking.sending(() => child.press('asking:items.all'));
	await asking.expectAt('not-safe', 'arrived');
	await expect.poll(() => mailsTo(folderOfRun(), email).length).toBeGreaterThan(before);

	const duty = await RequestsDesk.of(authority, await visit(), 'duty reader');
	await duty.open();
	await duty.openOne(rid, authority.state.keyPassphrase);
	await expect(duty.desk.page.getByText(canary)).toBeVisible();
	await duty.say('requests:read.go');
	await asking.expectAt('not-safe', 'read', authority.person('duty reader').name);
});

test('signal goes before it is sent: the page says to stay open, and sends it when signal is back', async ({
	page,
	context,
	authority
}) => {
	const asking = await withoutLetter(page, authority, 'en');
	const { child } = asking;
	const known = page.waitForResponse((response) => response.url().endsWith('/api/directory'));
	await child.press('player:bar.menu');
	await known;
	await child.press('player:close');
	await page.locator('[data-tap="advocate"] button').click();
	await child.press('asking:advocate.ask');
	await child.writeHere('At the swimming pool');
	await context.setOffline(true);
	await child.press('asking:items.all');
	await asking.expectAt('advocate', 'kept');
	await expect(asking.text(asking.voiced('now.bare.kept'))).toBeVisible();
	await context.setOffline(false);
	await asking.expectAt('advocate', 'arrived');
});

/** Holds back all but the first screen and its start, until what it gives is called. */
async function holdRest(page: Page, authority: Authority): Promise<() => void> {
	const start = await (await page.request.get(`${authority.origin}/_app/enter.js`)).text();
	const own = [...start.matchAll(/from\s?"\.(\/immutable\/[^"]+)"/g)].map(([, path = '']) => path);
	let come: () => void = () => undefined;
	const coming = new Promise<void>((resolve) => (come = resolve));
	await page.route('**/_app/immutable/**', async (route) => {
		if (!own.some((path) => route.request().url().endsWith(path))) await coming;
		await route.continue();
	});
	return come;
}

for (const locale of ['en', 'cy'] as const)
	test(`before anything else has come help stands there, and what was pressed on it is done then, ${locale}`, async ({
		page,
		authority
	}) => {
		const come = await holdRest(page, authority);
		const asking = await withoutLetter(page, authority, locale);
		const { child } = asking;
		await expect(child.title).toBeFocused();
		await expectAccessible(page, `help before the rest, ${locale}`);
		await expectTargets(page, look, `help before the rest, ${locale}`);
		await child.press('player:menu.unsafe');
		await expect(child.title).toBeFocused();
		await expect(asking.text('0800\u00a01111')).toBeVisible();
		await expect(page.locator('.help main [data-picture="phone"]')).toBeVisible();
		await expectAccessible(page, `the numbers before the rest, ${locale}`);
		await child.press('player:unsafe.back');
		await expect(child.button('child:first.start')).toBeVisible();
		await expect(page.locator('[data-tap="advocate"] button')).toBeFocused();

		await child.press('common:getAdvocate');
		await child.press('asking:advocate.ask');
		await expect(page.locator('.help [data-waiting]')).toBeVisible();
		come();
		await expect(child.title).toHaveText(asking.voiced('items.find.title'));
		await expect(page.locator('.help')).toHaveCount(0);
		await child.press('common:back');
		await expect(child.title).toHaveText(child.titleOf('advocate'));
		await child.press('asking:advocate.back');
		await expect(child.button('child:first.start')).toBeVisible();
	});

test('whoever leaves from help by a key, before anything else has come, is gone', async ({
	page,
	authority
}) => {
	await holdRest(page, authority);
	const { child } = await withoutLetter(page, authority, 'en');
	await child.button('common:leaveQuickly').press('Enter');
	await page.waitForURL('**/neutral');
	await expect(page.getByText(child.titleOf('advocate'))).toHaveCount(0);
});
