/** That somebody has opened it: signed by whoever did, checked on the child's device, and said by their name. */
import { expect, test } from '../fixtures/test.ts';
import { ChildPage } from './pages/child.ts';
import { DeskPage } from './pages/desk.ts';

test('the child, still at the screen that says arrived, sees that the deputy has opened it, and sees it again later', async ({
	page,
	authority,
	visit
}) => {
	test.slow();
	const invited = await authority.invite({ look: '12-15' });
	const child = new ChildPage(page, { look: '12-15' });
	await child.openAtQuestions(invited.link);
	await child.answerAll();
	await child.signAndSend('Jo');
	await child.expectArrived(authority.person('chair').name);

	// What the server says by itself is not believed: only a reader's signature for this very envelope.
	await page.route('**/api/submissions/*', async (route) => {
		if (route.request().method() !== 'GET') return route.continue();
		const fetched = await route.fetch();
		await route.fulfill({
			json: { ...((await fetched.json()) as object), state: 'opened', opens: ['a.b.c'] }
		});
	});
	const asked = page.waitForResponse((response) => response.url().includes('/api/submissions/'));
	await asked;
	await child.expectArrived(authority.person('chair').name);
	await page.unrouteAll({ behavior: 'wait' });

	const desk = new DeskPage(await visit());
	await desk.readAsChair(authority, invited, 'deputy');
	await desk.read();
	const deputy = authority.person('deputy').name;
	await expect(child.title).toHaveText(child.titleOf('sent.opened', { reader: deputy }), { timeout: 60_000 });
	await page.context().setOffline(true);
	await page.reload();
	await expect(child.title).toHaveText(child.titleOf('sent.opened', { reader: deputy }));
});
