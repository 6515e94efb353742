/** The outbox on real lines and real clocks, against the real server: nothing lost, nothing twice, nothing claimed too early. */
import type { LaunchOptions, Page } from '@playwright/test';
import { isFull } from '../fixtures/full.ts';
import { expect, test } from '../fixtures/test.ts';
import { flappingLine } from '../fixtures/flapping.ts';
import { Profile } from '../fixtures/profile.ts';
import { ChildPage } from './pages/child.ts';
import { keptOnDevice } from '../fixtures/service-worker.ts';

const rounds = isFull ? 100 : 4;

/** Opens the letter at `link`, says one long thing, and goes to the review. */
async function toReview(page: Page, link: string): Promise<ChildPage> {
	const child = new ChildPage(page);
	await child.openAtQuestions(link);
	// Long, as from somebody who has much to say.
	await child.sayMyWay(`${'Kestrel '.repeat(300)}end`);
	return child;
}

/** From the first question to the last button: everything else is skipped. */
async function toSend(child: ChildPage): Promise<void> {
	await child.answerAll();
	await child.signAndSend('Jo');
}

test(`a line that comes and goes, ${rounds} rounds: each set of views arrives exactly once`, async ({
	browser,
	authority
}) => {
	test.setTimeout(1_800_000);
	const line = await flappingLine(authority.origin, 20_261_125);
	try {
		const invited = await authority.invite();
		const context = await browser.newContext();
		const page = await context.newPage();
		const child = await toReview(page, invited.link.replace(authority.origin, line.origin));
		await child.answerAll();
		for (let round = 1; round <= rounds; round++) {
			if (round === 1) await child.signAndSend('Jo');
			else {
				await child.act(() => child.press('player:sent.again'));
				await child.next();
				await child.next();
				line.cutting = 0.7;
				await child.press('player:send.send');
			}
			// Signal comes back again and again, as it does on a bus.
			const back = setInterval(
				() => void page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => undefined),
				700
			);
			try {
				await child.expectArrived(authority.person('chair').name);
			} finally {
				clearInterval(back);
			}
			line.cutting = 0;
			expect(await authority.stored(invited)).toBe(round);
		}
		expect(line.cuts()).toBeGreaterThan(0);
		await context.close();
	} finally {
		line.close();
	}
});

for (const wrong of ['2009-01-01T00:00:00Z', '2041-06-01T00:00:00Z'])
	test(`a clock that says ${wrong.slice(0, 4)}: views are sealed, sent and arrive`, async ({
		page,
		authority
	}) => {
		await page.clock.setSystemTime(new Date(wrong));
		const child = await toReview(page, (await authority.invite()).link);
		await toSend(child);
		await child.expectArrived(authority.person('chair').name);
	});

/** Runs in the page: the browser cannot open a database the first `times`. */
function failToOpen(times: number): void {
	const open = IDBFactory.prototype.open;
	let left = times;
	IDBFactory.prototype.open = function (...named) {
		if (left-- > 0) throw new DOMException('The disk is busy', 'UnknownError');
		return open.apply(this, named);
	};
}

test('kept without signal, the app closed, the clock set back for years: they go when it is opened again', async ({
	launchOptions,
	authority
}) => {
	test.slow();
	const profile = new Profile(launchOptions as LaunchOptions);
	try {
		const invited = await authority.invite();
		const context = await profile.start();
		const page = await context.newPage();
		await page.clock.setSystemTime(new Date('2033-01-01T00:00:00Z'));
		const child = await toReview(page, invited.link);
		await keptOnDevice(page);
		await child.answerAll();
		await context.setOffline(true);
		await child.signAndSend('Jo');
		await expect(child.title).toHaveText(child.titleOf('sent.kept'));
		// What else can be done is said while it waits: this clock knows no time of the meeting's.
		await expect(page.getByText(/It has not arrived yet/)).toBeVisible();
		await profile.kill();
		expect(await authority.stored(invited)).toBe(0);
		const again = await (await profile.start()).newPage();
		// After a crash what is kept may not open at first: it is tried again, and nobody has to press anything.
		await again.addInitScript(failToOpen, 5);
		await again.goto(authority.origin);
		await new ChildPage(again).expectArrived(authority.person('chair').name);
		expect(await authority.stored(invited)).toBe(1);
	} finally {
		await profile.remove();
	}
});

test('the browser cleared everything: it is said plainly, and what was put away comes back', async ({
	page,
	context,
	authority
}) => {
	const invited = await authority.invite();
	const child = new ChildPage(page);
	await child.openAtQuestions(invited.link);
	await child.sayMyWay('Before it was cleared');
	// What is still being fetched into a store holds up its clearing.
	await keptOnDevice(page);
	await child.press('player:bar.menu');
	await child.press('player:menu.putAway');
	const kept = page.waitForResponse((response) => response.url().includes('/api/drafts/'));
	await child.press('player:putAway.yes');
	await kept;
	await page.goto('about:blank');
	const cdp = await context.newCDPSession(page);
	await cdp.send('ServiceWorker.enable');
	await cdp.send('ServiceWorker.stopAllWorkers');
	await cdp.send('Storage.clearDataForOrigin', {
		origin: authority.origin,
		storageTypes: 'indexeddb,cache_storage,service_workers'
	});
	await page.goto(invited.link);
	await child.press('child:first.start');
	await expect(child.title).toHaveText(child.say('helper:cleared.title'));
	await expect(page.getByText(child.say('helper:cleared.brought'))).toBeVisible();
	await child.press('common:next');
	await expect(page.getByRole('main').getByText('Before it was cleared')).toBeVisible();
});
