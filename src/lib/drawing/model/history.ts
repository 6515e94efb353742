/** Taking back and putting back: pictures as they were, newest last. Each shares what did not change, so a step is small. */
import type { Picture } from '../picture-model.ts';

/** How many steps can be taken back. */
export const steps = 200;

/** Where a picture is in its own past. Immutable. */
export interface History {
	readonly past: readonly Picture[];
	readonly now: Picture;
	readonly later: readonly Picture[];
}

/** A history that begins with `picture`. */
export const beginHistory = (picture: Picture): History => ({ past: [], now: picture, later: [] });

/** `picture` is how it is now; what had been taken back is gone. The same history where nothing changed. */
export const record = (history: History, picture: Picture): History =>
	picture === history.now
		? history
		: { past: [...history.past, history.now].slice(-steps), now: picture, later: [] };

/** One step back; the same history at its beginning. */
export function takeBack(history: History): History {
	const before = history.past.at(-1);
	return before
		? { past: history.past.slice(0, -1), now: before, later: [...history.later, history.now] }
		: history;
}

/** One step forward again; the same history where nothing was taken back. */
export function putBack(history: History): History {
	const next = history.later.at(-1);
	return next
		? { past: [...history.past, history.now], now: next, later: history.later.slice(0, -1) }
		: history;
}
