/** Sending 20 MB of voice over a weak line: what is sent again, and whether it arrives once. */
import { openMadePage } from '../../tests/fixtures/made-host.ts';
import { weakLine } from '../../tests/fixtures/weak-line.ts';
import type { Figure } from '../figure.ts';
import { measuredPage } from '../page.ts';
import { startForBench } from '../product.ts';

/** 32 Mbit/s, three requests in ten lost, and all of it breaks every two seconds. */
const weakness = { rate: 4 * 1024 * 1024, lost: 0.3, every: 2000 };

/** Eight answers of ten minutes: 20 MB. */
const much = { answers: 8, seconds: 620 };

/** Measures once: it is long, and counts bytes rather than time. */
export async function measure(): Promise<Figure[]> {
	const product = await startForBench();
	const line = await weakLine(product.origin, 20_261_126);
	const measured = await measuredPage();
	try {
		const invited = await product.invite();
		const page = await openMadePage(measured.page.context(), line.origin);
		const letter = invited.link.replace(product.origin, line.origin);
		const opened = await page.evaluate((it) => window.made.open(it), letter);
		if (opened !== 'ok') throw new Error(opened);
		await page.evaluate(({ answers, seconds }) => window.made.record(answers, seconds), much);
		await page.evaluate(() => window.made.queue());
		const before = line.up();
		line.weakness = weakness;
		const began = performance.now();
		await page.evaluate(() => window.made.send());
		// Signal comes back again and again, as it does on a bus.
		const back = setInterval(() => {
			void page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => undefined);
		}, 500);
		await page.waitForFunction(() => window.made.entries()[0]?.is === 'arrived', null, {
			timeout: 600_000,
			polling: 100
		});
		clearInterval(back);
		const took = (performance.now() - began) / 1000;
		const up = line.up() - before;
		const due = await page.evaluate(() => window.made.entries()[0]?.part?.of ?? 0);
		const ask = await product.authority.coordinator();
		type Rows = { invitations: { id: string; views: number }[] };
		const { invitations } = await ask<Rows>('GET', `/api/staff/meetings/${invited.meeting}`);
		return [
			{
				name: '20 MB over a weak line: sent again',
				value: (up / due - 1) * 100,
				unit: '%',
				target: 10,
				note: `${line.breaks()} breaks, ${took.toFixed(0)} s`
			},
			{
				name: '20 MB over a weak line: not exactly once',
				value: Math.abs((invitations.find(({ id }) => id === invited.id)?.views ?? 0) - 1),
				unit: 'views',
				target: 0
			}
		];
	} finally {
		line.close();
		await measured.close();
		await product.stop();
	}
}
