/**
 * How a guarded code is slowed down: after 5 wrong tries five minutes, after 10 and 15 an hour, after 20 nothing more until a
 * worker resets it. Of 20,736 codes somebody who guesses sees one in a thousand. Pure.
 */
import type { Instant } from '../../base/brand.ts';

/** Where the counter of one code stands. */
export interface Count {
	/** Wrong tries since the last right one. */
	readonly tries: number;
	/** No try before then. */
	readonly until: Instant | null;
}

/** Wrong tries after which only a worker helps. */
export const last = 20;

const minute = 60_000;
const pauses: Readonly<Record<number, number>> = { 5: 5 * minute, 10: 60 * minute, 15: 60 * minute };

/** Whether a try counts at `now` (milliseconds since 1970): `ask-worker` after the last, seconds to wait, or null: it does. */
export function mayTry({ tries, until }: Count, now: number): number | 'ask-worker' | null {
	if (tries >= last) return 'ask-worker';
	const left = until === null ? 0 : Date.parse(until) - now;
	return left > 0 ? Math.ceil(left / 1000) : null;
}

/** The count after one more wrong try at `now`. */
export function afterWrong({ tries }: Count, now: number): Count {
	const pause = pauses[tries + 1];
	return {
		tries: tries + 1,
		until: pause === undefined ? null : (new Date(now + pause).toISOString() as Instant)
	};
}
