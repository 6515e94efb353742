/** Sending while no page is open: what waits goes by the service worker's own turn, what goes ahead of everything first. */
import { mailsTo } from '../fixtures/post-office.ts';
import { giveTurn, keptOnDevice, turnWanted } from '../fixtures/service-worker.ts';
import { expect, folderOfRun, test } from '../fixtures/test.ts';
import { AskingPage } from './pages/asking.ts';
import { ChildPage } from './pages/child.ts';

test('kept without signal and every page closed: a request and the views arrive, once, with nobody there', async ({
	browser,
	authority
}) => {
	test.slow();
	const context = await browser.newContext();
	try {
		const invited = await authority.invite();
		const page = await context.newPage();
		const child = new ChildPage(page);
		await child.open(invited.link);
		await keptOnDevice(page);
		await child.toQuestions();
		await context.setOffline(true);
		const asking = new AskingPage(child, '8-11');
		await asking.openAdvocate();
		await child.press('asking:advocate.ask');
		await asking.expectAt('advocate', 'kept');
		await child.press('asking:now.close');
		await child.answerAll();
		await child.signAndSend('Jo');
		await expect(child.title).toHaveText(child.titleOf('sent.kept'));
		await turnWanted(page);
		await page.close();

		const { email } = authority.person('advocate');
		const before = mailsTo(folderOfRun(), email).length;
		expect(await authority.stored(invited)).toBe(0);
		// A turn that comes too early costs nothing.
		await giveTurn(context, authority.origin);
		expect(await authority.stored(invited)).toBe(0);
		await context.setOffline(false);
		await giveTurn(context, authority.origin);
		await expect.poll(() => authority.stored(invited)).toBe(1);
		await expect.poll(() => mailsTo(folderOfRun(), email).length).toBeGreaterThan(before);

		// Whoever comes back finds it said, and nothing is sent twice.
		const again = await context.newPage();
		await again.goto(authority.origin);
		await new ChildPage(again).expectArrived(authority.person('chair').name);
		expect(await authority.stored(invited)).toBe(1);
	} finally {
		await context.close();
	}
});
