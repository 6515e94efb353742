/**
 * Drawing in the studio, on a slow processor, beside one bare canvas: from the pen's move to the frame that shows it, with
 * little, some and much on the page already; how long a full page takes to open, and what keeping it costs.
 */
import { wordsOf } from '../../tests/fixtures/words.ts';
import { median, percentile, type Figure } from '../figure.ts';
import { draw, fill, stall, type Drawn } from '../ink.ts';
import { measuredPage, type Measured } from '../page.ts';
import { servePlain } from '../plain.ts';
import { startForBench, type BenchProduct } from '../product.ts';

const sizes = [500, 5000, 50_000] as const;
const full = 50_000;
/** A page is filled, kept and at rest. */
const rest = 1500;

declare global {
	interface Window {
		benchOpened: Promise<number>;
	}
}

const say = wordsOf('en');
const button = ({ page }: Measured, key: string) => page.getByRole('button', { name: say(key), exact: true });

/** A child's way into the studio. */
async function toStudio(product: BenchProduct): Promise<Measured> {
	const measured = await measuredPage({ slower: 1 });
	await measured.page.goto((await product.invite()).link);
	for (const key of ['child:first.start', 'player:bar.toQuestions', 'common:ways.myWay', 'made:way.draw'])
		await button(measured, key).click();
	await measured.page.locator('.studio[data-stands="ready"]').waitFor();
	return measured;
}

/** Leaves the studio and opens it again: ms from the press until the drawing is painted. */
async function openAgain(measured: Measured): Promise<number> {
	const { page, cdp } = measured;
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	await button(measured, 'made:talk.done').click();
	await button(measured, 'made:way.draw').waitFor();
	await page.waitForTimeout(rest);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.evaluate(() => {
		window.benchOpened = new Promise((resolve) => {
			addEventListener(
				'click',
				({ timeStamp }) => {
					const look = (): void => {
						const ready = document.querySelector('.studio[data-stands="ready"]');
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = () =>
							ready ? resolve(performance.now() - timeStamp) : requestAnimationFrame(look);
						port2.postMessage(0);
					};
					requestAnimationFrame(look);
				},
				{ capture: true, once: true }
			);
		});
	});
	await button(measured, 'made:way.draw').click();
	return page.evaluate(() => window.benchOpened);
}

/** What one round sees at each size. */
interface Seen {
	readonly ours: Drawn;
	readonly limit: Drawn;
}

async function round(product: BenchProduct, limitUrl: string, points: number) {
	const limit = await measuredPage({ slower: 1 });
	await limit.page.goto(`${limitUrl}/ink.html`);
	await fill(limit, points);
	await limit.page.waitForTimeout(rest);
	const limitDrawn = await draw(limit);
	await limit.close();
	const ours = await toStudio(product);
	await fill(ours, points);
	await ours.page.waitForTimeout(rest);
	const drawn = await draw(ours);
	const more = points === full ? { stall: await stall(ours), opened: await openAgain(ours) } : null;
	await ours.close();
	return { seen: { ours: drawn, limit: limitDrawn }, more };
}

/** Measures `rounds` of each. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const limit = await servePlain();
	const seen = new Map<number, Seen[]>(sizes.map((points) => [points, []]));
	const opened: number[] = [];
	const stalls: { keeping: number; idle: number }[] = [];
	try {
		for (let at = 0; at < rounds; at++)
			for (const points of sizes) {
				const one = await round(product, limit.url, points);
				seen.get(points)?.push(one.seen);
				if (one.more) {
					opened.push(one.more.opened);
					stalls.push(one.more.stall);
				}
			}
	} finally {
		limit.close();
		await product.stop();
	}
	const late = (points: number, of: 'ours' | 'limit') =>
		median((seen.get(points) ?? []).map((one) => median(one[of].late)));
	const gaps = (points: number, of: 'ours' | 'limit') =>
		(seen.get(points) ?? []).flatMap((one) => one[of].gaps);
	return [
		...sizes.map((points) => ({
			name: `pen to frame, ${points} points on the page, to the limit`,
			value: late(points, 'ours') / late(points, 'limit'),
			unit: '×',
			target: 1.2,
			note: `${late(points, 'ours').toFixed(0)} to ${late(points, 'limit').toFixed(0)} ms`
		})),
		...sizes.map((points) => ({
			name: `99 of 100 frames come within, ${points} points`,
			value: percentile(gaps(points, 'ours'), 0.99),
			unit: 'ms',
			target: 34,
			note: `limit ${percentile(gaps(points, 'limit'), 0.99).toFixed(0)}, middle ${median(gaps(points, 'ours')).toFixed(1)}`
		})),
		{
			name: `a page of ${full} points opens`,
			value: median(opened),
			unit: 'ms',
			target: 500
		},
		{
			name: 'longest stall while a line is kept',
			value: median(stalls.map(({ keeping }) => keeping)),
			unit: 'ms',
			target: 8,
			note: `${median(stalls.map(({ idle }) => idle)).toFixed(1)} with nothing to keep`
		}
	];
}
