/**
 * Presses that are not meant: a second tap of a hand that shakes, a palm that lies on the glass, a grip at its edge. They do nothing,
 * and nothing says that they were wrong. A key, a switch or a screen reader is never held back, nor is the way out.
 */
import { wayOut } from './leave.ts';

/** What is held back. */
export interface Guards {
	/** Milliseconds after a press in which a further one is none; 0: none is held back. */
	readonly again: number;
	/** Whether what begins at the very edge, or is as broad as a palm, is held back. */
	readonly palm: boolean;
}

/** CSS pixels from the edge in which a hand holds the device. */
export const edge = 12;
/** A touch broader than this is no finger. */
export const broad = 48;

/** Whether a touch that begins so is a hand that holds the device rather than a finger that presses. */
export const isPalm = (
	touch: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
	page: { readonly width: number; readonly height: number }
): boolean =>
	Math.max(touch.width, touch.height) > broad ||
	touch.x < edge ||
	touch.y < edge ||
	touch.x > page.width - edge ||
	touch.y > page.height - edge;

/** Guards the page, by what `guards` says at each press, until the function it gives is called. */
export function guardTaps(guards: () => Guards): () => void {
	const until = new AbortController();
	const how = { capture: true, signal: until.signal };
	let last = Number.NEGATIVE_INFINITY;
	let palm = false;
	addEventListener(
		'pointerdown',
		(event) => {
			const touch = { x: event.clientX, y: event.clientY, width: event.width, height: event.height };
			palm = event.pointerType === 'touch' && isPalm(touch, { width: innerWidth, height: innerHeight });
		},
		how
	);
	addEventListener(
		'click',
		(event) => {
			// A press by key or by program has no detail; leaving quickly waits for nothing.
			if (event.detail === 0 || (event.target as Element).closest(wayOut)) return;
			const { again, palm: guarded } = guards();
			if ((guarded && palm) || event.timeStamp - last < again) {
				event.preventDefault();
				event.stopImmediatePropagation();
				return;
			}
			last = event.timeStamp;
		},
		how
	);
	return () => until.abort();
}
