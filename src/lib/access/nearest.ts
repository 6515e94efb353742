/**
 * Which of several things lies next in a direction, as eyes see it: what a joystick or arrow keys go to. Pure; knows no page.
 * Straight ahead comes before aside: what lies aside counts as twice as far off.
 */

/** Where something stands, in CSS pixels of the window. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** Where to. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much farther what lies aside is than what lies ahead. */
const aside = 2;

/** A box turned so that every direction is "down". */
const turned = (box: Box, direction: Direction): Box => {
	const { left, top, right, bottom } = box;
	if (direction === 'down') return box;
	if (direction === 'up') return { left, right, top: -bottom, bottom: -top };
	if (direction === 'right') return { left: top, right: bottom, top: left, bottom: right };
	return { left: top, right: bottom, top: -right, bottom: -left };
};

/** The room between two stretches; 0 where they overlap. */
const between = (a: readonly [number, number], b: readonly [number, number]): number =>
	Math.max(0, a[0] - b[1], b[0] - a[1]);

/** The place in `boxes` of what lies next to `from` in `direction`; null where nothing does. The first of equals. */
export function nearest(from: Box, direction: Direction, boxes: readonly Box[]): number | null {
	const here = turned(from, direction);
	let best: { readonly at: number; readonly far: number } | null = null;
	for (const [at, box] of boxes.entries()) {
		const there = turned(box, direction);
		// Ahead: its middle lies beyond, and it does not merely stand out a little at the far side.
		if (there.top + there.bottom <= here.top + here.bottom || there.bottom <= here.bottom) continue;
		const ahead = Math.max(0, there.top - here.bottom);
		const off = between([here.left, here.right], [there.left, there.right]);
		// Beside rather than ahead: the other direction's.
		if (there.top < here.bottom && off > there.bottom - here.bottom) continue;
		// Of several straight ahead the one whose beginning is nearest.
		const far = ahead + aside * off + Math.abs(there.left - here.left) / 1000;
		if (best === null || far < best.far) best = { at, far };
	}
	return best?.at ?? null;
}
