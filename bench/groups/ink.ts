/**
 * Drawing in the studio, on a slow processor, beside one bare canvas: from the pen's move to the frame that shows it, with
 * little, some and much on the page already; how long a full page takes to open, what keeping it costs, and what the studio weighs.
 */
import { wordsOf } from '../../tests/fixtures/words.ts';
import { median, percentile, type Figure } from '../figure.ts';
import { draw, fill, stall, type Drawn } from '../ink.ts';
import { openDraft } from '../opening.ts';
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

/** A child's way into the studio; with the bytes that came over the line once it was asked for. */
async function toStudio(product: BenchProduct): Promise<Measured & { readonly code: number }> {
	const measured = await measuredPage({ slower: 1 });
	// What was fetched before it is needed would not be counted.
	await measured.cdp.send('Network.setBypassServiceWorker', { bypass: true });
	await measured.cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
	await measured.page.goto((await product.invite()).link);
	for (const key of ['child:first.start', 'player:bar.toQuestions', 'common:ways.myWay'])
		await button(measured, key).click();
	await button(measured, 'made:way.draw').waitFor();
	await measured.page.waitForLoadState('networkidle');
	const before = measured.bodies();
	await button(measured, 'made:way.draw').click();
	await measured.page.locator('.studio[data-stands="ready"]').waitFor();
	await measured.page.waitForLoadState('networkidle');
	const code = measured.bodies() - before;
	await measured.cdp.send('Network.setBypassServiceWorker', { bypass: false });
	await measured.cdp.send('Network.setCacheDisabled', { cacheDisabled: false });
	return { ...measured, code };
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

/** Lines drawn on each page in a round: by turns, so that both meet the same moods of the machine. */
const lines = 3;

async function round(product: BenchProduct, limitUrl: string, points: number) {
	const limit = await measuredPage({ slower: 1 });
	await limit.page.goto(`${limitUrl}/ink.html`);
	await fill(limit, points);
	const ours = await toStudio(product);
	await fill(ours, points);
	await ours.page.waitForTimeout(rest);
	const drawn: { ours: Drawn[]; limit: Drawn[] } = { ours: [], limit: [] };
	for (let at = 0; at < lines; at++) {
		for (const [of, measured] of [
			['limit', limit],
			['ours', ours]
		] as const) {
			await measured.page.bringToFront();
			drawn[of].push(await draw(measured));
			await measured.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
		}
	}
	await limit.close();
	const more =
		points === full
			? {
					stall: await stall(ours),
					opened: await openAgain(ours),
					draft: await openDraft(ours, product.origin)
				}
			: null;
	await ours.close();
	const all = (of: readonly Drawn[]): Drawn => ({
		late: of.flatMap(({ late }) => late),
		gaps: of.flatMap(({ gaps }) => gaps)
	});
	return { seen: { ours: all(drawn.ours), limit: all(drawn.limit) }, more, code: ours.code };
}

/** Measures `rounds` of each. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const limit = await servePlain();
	const seen = new Map<number, Seen[]>(sizes.map((points) => [points, []]));
	const opened: number[] = [];
	const drafts: number[] = [];
	const codes: number[] = [];
	const stalls: { keeping: number; idle: number }[] = [];
	try {
		for (let at = 0; at < rounds; at++)
			for (const points of sizes) {
				const one = await round(product, limit.url, points);
				seen.get(points)?.push(one.seen);
				codes.push(one.code);
				if (one.more) {
					opened.push(one.more.opened);
					drafts.push(one.more.draft);
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
			name: 'a draft with such a page opens',
			value: median(drafts),
			unit: 'ms',
			target: 2000
		},
		{
			name: 'the studio, fetched when it is opened',
			value: median(codes) / 1024,
			unit: 'KiB',
			target: 60,
			note: 'brotli: code, style, words and pictures'
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
