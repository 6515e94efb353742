/**
 * The keyboard's way of leaving quickly: one key, three times, each within five seconds of the last. Pure; knows no page.
 * Shift, because it is everywhere, does nothing alone and, unlike Escape, never stops the next page from loading.
 */
import type { Milliseconds } from '../base/brand.ts';

/** The longest pause between two presses that still count together. */
export const pressesWithin = 5000 as Milliseconds;

/** Counts presses. */
export interface Thrice {
	/**
	 * Tell it of one key that went down, and when (milliseconds on any clock that does not run back).
	 * True when this was the third Shift in a row. Another key, a held key or too long a pause starts again.
	 */
	press(key: { readonly key: string; readonly repeat: boolean }, at: number): boolean;
}

/** A counter that has counted nothing. */
export function createThrice(): Thrice {
	let count = 0;
	let last = -Infinity;
	return {
		press({ key, repeat }, at) {
			if (repeat) return false;
			if (key !== 'Shift') {
				count = 0;
				return false;
			}
			count = at - last <= pressesWithin ? count + 1 : 1;
			last = at;
			if (count < 3) return false;
			count = 0;
			return true;
		}
	};
}
