/**
 * The figures of speed. Owns the groups, their order and the verdict.
 *
 * Usage: npm run bench [-- GROUP…]   groups: first-screen, tap, seal, ink, recording, blobs, desk, offline, exit, journeys, speech, urgent, server; all of them where none is named.
 * One line per figure: name, value, target, met or short. Ends with 1 where one is short. Compare figures of one run only:
 * absolute times are this machine's, ratios are to the plain page in the same run.
 */
import { availableParallelism } from 'node:os';
import { findChromium } from '../tools/machine/chromium.mjs';
import { isMet, line, type Figure } from './figure.ts';

/** Rounds of each measurement; the figure is the median. */
const rounds = Number(process.env['ROUNDS'] ?? 5);

const groups: Readonly<Record<string, () => Promise<{ measure: (rounds: number) => Promise<Figure[]> }>>> = {
	'first-screen': () => import('./groups/first-screen.ts'),
	tap: () => import('./groups/tap.ts'),
	seal: () => import('./groups/seal.ts'),
	ink: () => import('./groups/ink.ts'),
	recording: () => import('./groups/recording.ts'),
	blobs: () => import('./groups/blobs.ts'),
	desk: () => import('./groups/desk.ts'),
	offline: () => import('./groups/offline.ts'),
	exit: () => import('./groups/exit.ts'),
	journeys: () => import('./groups/journeys.ts'),
	speech: () => import('./groups/speech.ts'),
	urgent: () => import('./groups/urgent.ts'),
	server: () => import('./groups/server.ts')
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(groups);
const unknown = wanted.filter((name) => !(name in groups));
if (unknown.length) {
	console.error(`No such group: ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`);
	process.exit(2);
}
process.env['CHROMIUM_PATH'] ??= findChromium() ?? '';
console.log(`Medians of ${rounds} on ${availableParallelism()} processors, Node.js ${process.version}`);
let short = 0;
for (const name of wanted) {
	console.log(`\n${name}`);
	const group = await groups[name]?.();
	for (const figure of (await group?.measure(rounds)) ?? []) {
		console.log(line(figure));
		if (!isMet(figure)) short++;
	}
}
console.log(short ? `\n${short} short` : '\nall met');
process.exit(short ? 1 : 0);
