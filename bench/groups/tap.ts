/**
 * A tap on an answer until the next paint, on a slow processor, beside the plain page's; and a tap on "next" until the
 * next question stands there whole. Real touches, from the finger on the glass to the frame that shows what it did.
 */
import type { Locator, Page } from '@playwright/test';
import { wordsOf } from '../../tests/fixtures/words.ts';
import { median, percentile, type Figure } from '../figure.ts';
import { measuredPage, touch, type Measured } from '../page.ts';
import { servePlain } from '../plain.ts';
import { startForBench, type BenchProduct } from '../product.ts';

/** Taps on each page in a round. */
const taps = 12;
/** Screens that are gone on to in a round. */
const screens = 6;
/** Nothing of a tap is left when the next one comes. */
const pause = 450;

declare global {
	interface Window {
		/** Tells of the next tap, once `isDone` holds on a painted frame: ms since the finger touched the glass. */
		benchTap: (isDone: () => boolean) => Promise<number>;
		/** The tap that is being waited for. */
		benchTapped: Promise<number>;
	}
}

/** Gives the page what times a tap. */
const prepare = (page: Page): Promise<void> =>
	page.evaluate(() => {
		window.benchTap = (isDone) =>
			new Promise((resolve) => {
				let down = 0;
				addEventListener('pointerdown', (event) => (down = event.timeStamp), { capture: true, once: true });
				// A frame's message comes after the frame was made.
				const look = (): void => {
					const done = isDone();
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => (done ? resolve(performance.now() - down) : requestAnimationFrame(look));
					port2.postMessage(0);
				};
				addEventListener('click', () => requestAnimationFrame(look), { capture: true, once: true });
			});
	});

/** Taps in the middle of `target`; ms until what the page waits for is painted. */
async function timed(measured: Measured, target: Locator): Promise<number> {
	await target.scrollIntoViewIfNeeded();
	await measured.page.waitForTimeout(pause);
	const box = await target.boundingBox();
	if (!box) throw new Error(`${String(target)} is not there to be tapped`);
	await touch(measured, box);
	const took = await Promise.race([
		measured.page.evaluate(() => window.benchTapped),
		new Promise<number>((resolve) => setTimeout(() => resolve(NaN), 10_000))
	]);
	if (Number.isNaN(took)) throw new Error(`A tap on ${String(target)} did nothing`);
	return took;
}

/** Taps answers in turn. `chosen` finds those that are chosen: each tap has to change which. */
async function tapAnswers(measured: Measured, answers: string, chosen: string): Promise<number[]> {
	const count = await measured.page.locator(answers).count();
	const took: number[] = [];
	for (let tap = 0; tap < taps; tap++) {
		await measured.page.evaluate(
			({ answers, chosen }) => {
				const which = () => [...document.querySelectorAll(answers)].map((one) => one.matches(chosen)).join();
				const before = which();
				window.benchTapped = window.benchTap(() => which() !== before);
			},
			{ answers, chosen }
		);
		took.push(await timed(measured, measured.page.locator(answers).nth(tap % Math.min(count, 4))));
	}
	return took;
}

/** Goes on from screen to screen, a break between questions among them; each has to stand there with other words and all its pictures. */
async function goOn(measured: Measured, next: Locator): Promise<number[]> {
	const took: number[] = [];
	for (let screen = 0; screen < screens; screen++) {
		await measured.page.evaluate(() => {
			const asked = () => document.querySelector('h1')?.innerText ?? '';
			const before = asked();
			// A drawing that has not been fetched is an empty box.
			const drawn = () => [...document.querySelectorAll('svg')].every((one) => one.childElementCount > 0);
			window.benchTapped = window.benchTap(() => asked() !== '' && asked() !== before && drawn());
		});
		took.push(await timed(measured, next));
	}
	return took;
}

/** A child's way to the first question, then the taps. */
async function ours(product: BenchProduct): Promise<{ answers: number[]; next: number[] }> {
	const measured = await measuredPage();
	const { page } = measured;
	const say = wordsOf('en');
	const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
	try {
		await page.goto((await product.invite()).link);
		await button('child:first.start').click();
		await button('player:bar.toQuestions').click();
		await page.getByRole('group', { name: say('common:ways.label') }).waitFor();
		await page.waitForLoadState('networkidle');
		await prepare(page);
		const group = '[aria-labelledby="asked"] button';
		const answers = await tapAnswers(measured, group, '[aria-pressed="true"]');
		const on = button('common:next').or(button('player:break.on')).or(button('player:warning.on'));
		return { answers, next: await goOn(measured, on) };
	} finally {
		await measured.close();
	}
}

/** The plain page's taps. */
async function plain(url: string): Promise<number[]> {
	const measured = await measuredPage();
	try {
		await measured.page.goto(url, { waitUntil: 'networkidle' });
		await prepare(measured.page);
		return await tapAnswers(measured, 'label', ':has(:checked)');
	} finally {
		await measured.close();
	}
}

/** Measures `rounds` of each page, in turn. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const limit = await servePlain();
	const seen: { ours: number[]; next: number[]; plain: number[] }[] = [];
	try {
		for (let round = 0; round < rounds; round++) {
			const { answers, next } = await ours(product);
			seen.push({ ours: answers, next, plain: await plain(limit.url) });
		}
	} finally {
		limit.close();
		await product.stop();
	}
	const all = (of: 'ours' | 'next' | 'plain') => seen.flatMap((round) => round[of]);
	const middle = (of: 'ours' | 'next' | 'plain') => median(seen.map((round) => median(round[of])));
	return [
		{
			name: 'tap on an answer, to plain',
			value: middle('ours') / middle('plain'),
			unit: '×',
			target: 1.3,
			note: `${middle('ours').toFixed(0)} to ${middle('plain').toFixed(0)} ms`
		},
		{
			name: 'tap on an answer, 95 of 100',
			value: percentile(all('ours'), 0.95),
			unit: 'ms',
			target: 100,
			note: `plain ${percentile(all('plain'), 0.95).toFixed(0)}`
		},
		{
			name: 'next question',
			value: middle('next'),
			unit: 'ms',
			target: 100,
			note: `95 of 100: ${percentile(all('next'), 0.95).toFixed(0)}`
		}
	];
}
