/**
 * The device's own counter, for codes that are checked here: after 5 wrong tries of a place five minutes, after 10 and 15 an
 * hour, after 20 only the letter. What is waited counts while the app is open and seen: turning the clock on does nothing.
 */
import * as v from 'valibot';
import { placeCount } from './places.ts';

/** Where one place's counter stands. */
export interface Count {
	readonly tries: number;
	/** Milliseconds still to wait, of time with the app open. */
	readonly left: number;
}

const minute = 60_000;
const pauses: Readonly<Record<number, number>> = { 5: 5 * minute, 10: 60 * minute, 15: 60 * minute };
const last = 20;
const none: Count = { tries: 0, left: 0 };
const cacheName = 'places';
const path = '/places/tries';
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const schema = v.pipe(v.array(v.object({ tries: count, left: count })), v.length(placeCount));

/** Whether a place may be tried: null, the milliseconds still to wait, or `ask-letter`. */
export const mayTry = ({ tries, left }: Count): number | 'ask-letter' | null =>
	tries >= last ? 'ask-letter' : left > 0 ? left : null;

/** The count after one more try that was not right. */
export const afterTry = ({ tries }: Count): Count => ({ tries: tries + 1, left: pauses[tries + 1] ?? 0 });

/** `counts` after `passed` milliseconds with the app open. */
export const afterTime = (counts: readonly Count[], passed: number): readonly Count[] =>
	counts.map(({ tries, left }) => ({ tries, left: Math.max(0, left - Math.round(passed)) }));

/** The counters of all places. What cannot be read counts as a place that was tried to the end: damage opens nothing. */
export async function readCounts(): Promise<readonly Count[]> {
	const kept = await (await caches.open(cacheName)).match(path);
	if (!kept) return Array.from({ length: placeCount }, () => none);
	const read = v.safeParse(schema, await kept.json().catch(() => null));
	return read.success ? read.output : Array.from({ length: placeCount }, () => ({ tries: last, left: 0 }));
}

/** Keeps the counters. */
export async function writeCounts(counts: readonly Count[]): Promise<void> {
	await (await caches.open(cacheName)).put(path, Response.json(counts));
}

/** Sets the counter of one place. */
export async function setCount(at: number, to: Count): Promise<void> {
	await writeCounts((await readCounts()).with(at, to));
}

/** Begins a place's counter anew: the code was right, or the place is somebody else's now. */
export const forgetTries = (at: number): Promise<void> => setCount(at, none);
