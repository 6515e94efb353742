/** The first screen of a child's invitation, on a slow line and a slow processor, beside the plain page on the same. */
import { median, type Figure } from '../figure.ts';
import { servePlain } from '../plain.ts';
import { startForBench } from '../product.ts';
import { shape } from '../shape.ts';
import { tapThrough, watch, type Place } from '../visit.ts';

/** Measures `rounds` first visits of each page, in turn. */
export async function measure(rounds: number): Promise<Figure[]> {
	const product = await startForBench();
	const plain = await servePlain();
	const [ourLine, plainLine] = [await shape(product.origin), await shape(plain.url)];
	const ours: Place = {
		url: `${ourLine.url}/${product.link.hash}`,
		button: product.startWords,
		isNext: (words) => ![...document.querySelectorAll('button')].some((one) => one.innerText.trim() === words)
	};
	const limit: Place = {
		url: plainLine.url,
		button: 'Next',
		isNext: () => location.pathname === '/second.html'
	};
	const seen = { ours: [] as Seen[], limit: [] as Seen[] };
	try {
		for (let round = 0; round < rounds; round++) {
			seen.ours.push({ ...(await watch(ours)), tapped: await tapThrough(ours) });
			seen.limit.push({ ...(await watch(limit)), tapped: await tapThrough(limit) });
		}
	} finally {
		ourLine.close();
		plainLine.close();
		plain.close();
		await product.stop();
	}
	const middle = (of: readonly Seen[], what: (one: Seen) => number) => median(of.map(what));
	const ratio = (what: (one: Seen) => number) => {
		const [a, b] = [middle(seen.ours, what), middle(seen.limit, what)];
		return { value: a / b, unit: '×', note: `${a.toFixed(0)} to ${b.toFixed(0)} ms` };
	};
	return [
		{
			name: 'KB until the first screen is usable',
			value: middle(seen.ours, (one) => one.tapped.bytes) / 1024,
			unit: 'KB',
			target: 49,
			note: `plain ${(middle(seen.limit, (one) => one.tapped.bytes) / 1024).toFixed(1)}, until quiet ${(middle(seen.ours, (one) => one.bytes) / 1024).toFixed(1)}`
		},
		{ name: 'largest paint, to plain', ...ratio((one) => one.largestPaint), target: 1.5 },
		{ name: 'usable, to plain', ...ratio((one) => one.tapped.usable), target: 1.5 },
		{
			name: 'blocking time',
			value: middle(seen.ours, (one) => one.blocked),
			unit: 'ms',
			target: 100,
			note: `plain ${middle(seen.limit, (one) => one.blocked).toFixed(0)}`
		}
	];
}

type Seen = Awaited<ReturnType<typeof watch>> & {
	readonly tapped: Awaited<ReturnType<typeof tapThrough>>;
};
