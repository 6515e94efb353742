/**
 * Pressing by resting: a pointer that stays on one thing long enough presses it, once. Pure: the time is handed in, in milliseconds.
 */

/** A pointer has to stay so long on a thing before its ring begins: who only passes by starts nothing. */
export const lockOn = 250;

/** What rests where. */
export interface Resting<T> {
	readonly on: T | null;
	/** Since when. */
	readonly since: number;
	/** It was pressed, and has to be left before it is pressed again. */
	readonly pressed: boolean;
}

/** Nothing rests on anything. */
export const nowhere: Resting<never> = { on: null, since: 0, pressed: false };

/** The pointer is on `on` at `at`; null: on nothing that can be pressed. */
export const rested = <T>(resting: Resting<T>, on: T | null, at: number): Resting<T> =>
	resting.on === on ? resting : { on, since: at, pressed: false };

/** How full the ring is at `at`, where it takes `time` to fill: null where there is none, 1 where it is full. */
export function fullness<T>(resting: Resting<T>, at: number, time: number): number | null {
	if (resting.on === null || resting.pressed || at - resting.since < lockOn) return null;
	return Math.min(1, (at - resting.since - lockOn) / time);
}

/** It has been pressed. */
export const pressed = <T>(resting: Resting<T>): Resting<T> => ({ ...resting, pressed: true });
