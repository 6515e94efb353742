/** A newer version, really built, comes while a child is in the middle of something: nothing changes under them, nothing is lost. */
import { Authority, makeAuthority } from '../fixtures/authority.ts';
import { buildAs, newFolder, startProduct } from '../fixtures/product.ts';
import { keptOnDevice, newerWaits } from '../fixtures/service-worker.ts';
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';

test('a child goes on in the version they began in, and finds everything in the next', async ({
	browser
}) => {
	test.slow();
	const folder = newFolder();
	await makeAuthority(folder);
	let product = await startProduct(folder);
	const context = await browser.newContext();
	try {
		const authority = new Authority(product.origin, folder);
		const page = await context.newPage();
		const child = new ChildPage(page);
		await child.openAtQuestions((await authority.invite()).link);
		await child.sayMyWay('Said in the version before');
		await keptOnDevice(page);
		const [before] = await page.evaluate(() =>
			caches.keys().then((all) => all.filter((it) => it.startsWith('keep-')))
		);

		product = await product.become(await buildAs('newer'));
		await newerWaits(page);
		// What this version loads on the way is no longer on the server: it is on the device.
		await page.reload();
		await expect(page.getByText('Said in the version before')).toBeVisible();
		await child.answerAll();
		const said = await child.reviewed();
		expect(await page.evaluate(() => caches.keys())).toContain(before);
		await page.close();

		// Nobody is there any more: the next page is the newer version's.
		const next = await context.newPage();
		const again = new ChildPage(next);
		await expect(async () => {
			await next.goto(product.origin);
			expect(await next.evaluate(() => caches.keys())).not.toContain(before);
		}).toPass();
		await expect(again.title).toHaveText(again.titleOf('review'));
		expect(await again.reviewed()).toEqual(said);
		await again.signAndSend('Jo');
		await again.expectArrived(authority.person('chair').name);
	} finally {
		await context.close();
		await product.stop();
	}
});
