/** Keeping a second of voice, and sealing 20 MB of it: what of it is felt on the screen, and how long it takes. */
import { openMadePage } from '../../tests/fixtures/made-host.ts';
import { median, type Figure } from '../figure.ts';
import { openDraft } from '../opening.ts';
import { measuredPage } from '../page.ts';
import { startForBench } from '../product.ts';
import { longestTask } from '../task.ts';

/** Eight answers of ten minutes: 20 MB. */
const much = { answers: 8, seconds: 620 };

/** Seconds of voice kept one by one. */
const seconds = 60;

/** Measures: one page, `rounds` sealings. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const measured = await measuredPage();
	try {
		const page = await openMadePage(measured.page.context(), product.origin);
		const opened = await page.evaluate((letter) => window.made.open(letter), product.link.href);
		if (opened !== 'ok') throw new Error(opened);
		const keeping = await longestTask(measured, () =>
			page.evaluate((count) => window.made.keepSeconds(count), seconds)
		);
		await page.evaluate(({ answers, seconds: each }) => window.made.record(answers, each), much);
		const against = (what: 'raw' | 'seal', bytes: number) =>
			page.evaluate((ask) => window.made.against(ask), { what, bytes });
		const seals: { took: number; longest: number }[] = [];
		const others = { raw: [] as number[], seal: [] as number[] };
		for (let round = 0; round < rounds; round++) {
			const sealed = await page.evaluate(() => window.made.seal());
			seals.push(sealed);
			for (const what of ['raw', 'seal'] as const) others[what].push(await against(what, sealed.bytes));
		}
		const took = median(seals.map((each) => each.took));
		await page.evaluate(() => window.made.keepDraft());
		const drafts: number[] = [];
		for (let round = 0; round < rounds; round++) drafts.push(await openDraft(measured, product.origin));
		const [raw, seal] = [median(others.raw), median(others.seal)];
		return [
			{
				name: 'keeping a second of voice: longest task',
				value: keeping,
				unit: 'ms',
				target: 8,
				note: `of ${seconds} seconds kept, one by one`
			},
			{
				name: 'sealing 20 MB of voice: longest task',
				value: Math.max(...seals.map(({ longest }) => longest)),
				unit: 'ms',
				target: 50,
				note: 'none over 50 ms is reported as 0'
			},
			{
				name: 'sealing 20 MB to raw AES and SHA',
				value: seal / raw,
				unit: '×',
				target: 1.5,
				note: `${seal.toFixed(0)} ms to ${raw.toFixed(0)} ms; from disk to disk ${took.toFixed(0)} ms`
			},
			{
				name: 'a draft with 20 MB of voice opens',
				value: median(drafts),
				unit: 'ms',
				target: 2000
			}
		];
	} finally {
		await measured.close();
		await product.stop();
	}
}
