/**
 * The two promises, on a slow processor: from the last tap to the mail in a real SMTP server, and from the signal's return to the server;
 * how many presses each takes, by touch and by one switch; and what the page costs to whoever has no letter and opens it first.
 */
import { rmSync } from 'node:fs';
import { mailsIn, openPostOffice } from '../../tests/fixtures/post-office.ts';
import { newFolder } from '../../tests/fixtures/product.ts';
import { keptOnDevice } from '../../tests/fixtures/service-worker.ts';
import { AskingPage } from '../../tests/e2e/pages/asking.ts';
import { ChildPage } from '../../tests/e2e/pages/child.ts';
import { oneSwitch, pointer } from '../../tests/e2e/pages/hand.ts';
import { median, type Figure } from '../figure.ts';
import { measuredPage, touch, type Measured } from '../page.ts';
import { servePlain } from '../plain.ts';
import { startForBench, type BenchProduct } from '../product.ts';
import { shape } from '../shape.ts';

/** Each of the two: how it is opened, and what is pressed then. */
const promises = {
	advocate: { open: (page: AskingPage) => page.openAdvocate(), presses: ['asking:advocate.ask'] },
	'not-safe': {
		open: (page: AskingPage) => page.openNotSafe(),
		presses: ['asking:unsafe.go', 'asking:unsafe.send']
	}
} as const;
type Promised = keyof typeof promises;

/** A child at a question of a letter of their own. */
async function atQuestion({ page }: Measured, product: BenchProduct, hand = pointer): Promise<AskingPage> {
	const child = new ChildPage(page);
	await child.openAtQuestions((await product.invite()).link);
	return new AskingPage(new ChildPage(page, { hand }), '8-11');
}

/** Does all that sends it. When the last press was, milliseconds since 1970. */
async function askAll(asking: AskingPage, what: Promised): Promise<number> {
	const { open, presses } = promises[what];
	await open(asking);
	let last = NaN;
	for (const press of presses) {
		await asking.child.button(press).waitFor();
		last = Date.now();
		await asking.child.press(press);
	}
	return last;
}

/** Milliseconds from the last press to the mail. */
async function toMail(product: BenchProduct, what: Promised, folder: string): Promise<number> {
	const measured = await measuredPage();
	try {
		const asking = await atQuestion(measured, product);
		const pressed = await askAll(asking, what);
		for (const until = Date.now() + 60_000; Date.now() < until;) {
			const mail = mailsIn(folder).find(({ at }) => at >= pressed);
			if (mail) return mail.at - pressed;
			await measured.page.waitForTimeout(25);
		}
		return NaN;
	} finally {
		await measured.close();
	}
}

/** Milliseconds from the signal's return until the server has taken it. */
async function fromSignal(product: BenchProduct, what: Promised): Promise<number> {
	const measured = await measuredPage();
	const { page } = measured;
	try {
		const asking = await atQuestion(measured, product);
		await page.context().setOffline(true);
		await askAll(asking, what);
		await asking.expectAt(what, 'kept');
		const taken = page.waitForResponse(
			(response) => new URL(response.url()).pathname === '/api/requests' && response.status() === 201
		);
		const back = Date.now();
		await page.context().setOffline(false);
		await taken;
		return Date.now() - back;
	} finally {
		await measured.close();
	}
}

/** Presses from the question until it is sent, the button that opens it among them, by one switch that somebody has set up. */
async function switchPresses(product: BenchProduct, what: Promised): Promise<number> {
	const measured = await measuredPage({ slower: 1 });
	const { page } = measured;
	try {
		// Before anything of the page listens: what scans lets nobody else hear its switch.
		await page.addInitScript(() => {
			const counted = window as { benchPresses?: number };
			counted.benchPresses = 0;
			addEventListener('keydown', () => (counted.benchPresses = (counted.benchPresses ?? 0) + 1), true);
		});
		const helper = (await atQuestion(measured, product)).child;
		await helper.press('player:bar.menu');
		await helper.press('player:menu.settings');
		await helper.press('access:parts.switching');
		await helper.choose('access:scan.label', 'access:scan.way.auto');
		await helper.choose('access:scan.ignore', 'access:scan.none');
		const asking = new AskingPage(new ChildPage(page, { hand: oneSwitch }), '8-11');
		await helper.press('player:settings.done');
		await page.evaluate(() => {
			(window as { benchPresses?: number }).benchPresses = 0;
		});
		await asking.sending(() => askAll(asking, what).then(() => undefined));
		return await page.evaluate(() => (window as { benchPresses?: number }).benchPresses ?? NaN);
	} finally {
		await measured.close();
	}
}

/** From the first byte asked for until the page for an advocate stands there, on a slow line, without a letter. */
async function withoutLetter(url: string): Promise<{ readonly took: number; readonly bytes: number }> {
	const measured = await measuredPage();
	const { page } = measured;
	try {
		const start = Date.now();
		await page.goto(url, { waitUntil: 'commit' });
		const button = page.locator('[data-tap="advocate"] button');
		await button.waitFor();
		const box = await button.boundingBox();
		if (!box) throw new Error('Nothing to press');
		await touch(measured, box);
		await new ChildPage(page).button('asking:advocate.ask').waitFor();
		return { took: Date.now() - start, bytes: measured.bytes() };
	} finally {
		await measured.close();
	}
}

/** The same of the plain page: until its second page stands there. */
async function plainSecond(url: string): Promise<number> {
	const measured = await measuredPage();
	const { page } = measured;
	try {
		const start = Date.now();
		await page.goto(url, { waitUntil: 'commit' });
		const next = page.getByText('Next', { exact: true });
		await next.waitFor();
		const box = await next.boundingBox();
		if (!box) throw new Error('Nothing to press');
		await touch(measured, box);
		await page.waitForURL((at) => at.pathname === '/second.html', { waitUntil: 'domcontentloaded' });
		return Date.now() - start;
	} finally {
		await measured.close();
	}
}

/** How many of the pages open without any signal: each of the two, with a letter and without one. */
async function openOffline(product: BenchProduct): Promise<number> {
	const measured = await measuredPage();
	const { page } = measured;
	let open = 0;
	try {
		const asking = await atQuestion(measured, product);
		await keptOnDevice(page);
		await page.context().setOffline(true);
		await asking.openAdvocate();
		open++;
		await asking.child.press('asking:advocate.back');
		await asking.openNotSafe();
		open++;
		await page.goto(product.origin);
		await page.locator('[data-tap="advocate"] button').click();
		await asking.child.button('asking:advocate.ask').waitFor();
		open++;
		await asking.child.press('player:menu.unsafe');
		await asking.child.button('asking:unsafe.go').waitFor();
		open++;
	} finally {
		await measured.close();
	}
	return open;
}

/** Both of `measured`, with the larger one as the figure. */
async function worse(rounds: number, once: (what: Promised) => Promise<number>) {
	const all: Record<Promised, number[]> = { advocate: [], 'not-safe': [] };
	for (let round = 0; round < rounds; round++)
		for (const what of Object.keys(promises) as Promised[]) all[what].push(await once(what));
	const worst = Math.max(...all.advocate, ...all['not-safe']);
	const of = (what: Promised) => median(all[what]).toFixed(0);
	return { value: worst, note: `medians: advocate ${of('advocate')}, not safe ${of('not-safe')}` };
}

/** Measures; of times the worst of `rounds` counts. */
export async function measure(rounds: number): Promise<Figure[]> {
	const post = newFolder();
	const office = await openPostOffice(post);
	const product = await startForBench({ SMTP_URL: office.url });
	const plain = await servePlain();
	const [ourLine, plainLine] = [await shape(product.origin), await shape(plain.url)];
	try {
		const first: { took: number; bytes: number }[] = [];
		const least: number[] = [];
		for (let round = 0; round < rounds; round++) {
			first.push(await withoutLetter(ourLine.url));
			least.push(await plainSecond(plainLine.url));
		}
		const [took, limit] = [median(first.map((one) => one.took)), median(least)];
		const presses = Object.values(promises).map((promise) => promise.presses.length);
		return [
			{
				name: 'last tap to the mail, worst',
				...(await worse(rounds, (what) => toMail(product, what, post))),
				...{ unit: 'ms', target: 5000 }
			},
			{
				name: 'signal’s return to the server, worst',
				...(await worse(rounds, (what) => fromSignal(product, what))),
				...{ unit: 'ms', target: 5000 }
			},
			{ name: 'taps after the button', value: Math.max(...presses), unit: 'taps', target: 2 },
			{
				name: 'presses of one switch, with the button',
				...(await worse(1, (what) => switchPresses(product, what))),
				...{ unit: 'presses', target: 12 }
			},
			{
				name: 'KB until it can be asked, no letter',
				value: median(first.map(({ bytes }) => bytes)) / 1024,
				unit: 'KB',
				target: 49
			},
			{
				name: 'asking, no letter, to plain’s second page',
				value: took / limit,
				unit: '×',
				target: 1.5,
				note: `${took.toFixed(0)} to ${limit.toFixed(0)} ms`
			},
			{
				name: 'pages that open without signal',
				value: await openOffline(product),
				...{ unit: 'of 4', target: 4, bound: 'at least' }
			}
		];
	} finally {
		ourLine.close();
		plainLine.close();
		plain.close();
		await product.stop();
		await office.close();
		rmSync(post, { recursive: true, force: true });
	}
}
