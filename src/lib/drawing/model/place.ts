/** Where things stand on a page: the nine places that have words, the steps that keys move by, the sizes that have names. */
import { pageSize, type Item, type PageShape } from '../picture-model.ts';

/** The nine places, row by row. */
export const placeIds = [
	'top-left',
	'top',
	'top-right',
	'left',
	'middle',
	'right',
	'bottom-left',
	'bottom',
	'bottom-right'
] as const;
/** One of the nine places. */
export type PlaceId = (typeof placeIds)[number];

/** The sizes with names, as a sticker's side. */
export const sizes = { small: 500, medium: 800, large: 1300 } as const;
/** A size with a name. */
export type SizeId = keyof typeof sizes;

/** A key moves by this; everything that is put somewhere by hand settles on a multiple of half of it. */
export const step = 100;
/** Sizes that "bigger" and "smaller" go through. */
const ladder = [200, 300, 400, 500, 650, 800, 1000, 1300, 1700, 2200, 2800];

/** A point on the page. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** The middle of one of the nine places. */
export function middleOf(place: PlaceId, shape: PageShape): Point {
	const at = placeIds.indexOf(place);
	const [across, down] = pageSize(shape);
	return settle({ x: (across * (2 * (at % 3) + 1)) / 6, y: (down * (2 * Math.floor(at / 3) + 1)) / 6 });
}

/** The nearest point that things settle on, so that a hand and a key put them on the very same one. */
export const settle = ({ x, y }: Point): Point => {
	const grid = step / 2;
	return { x: Math.round(x / grid) * grid, y: Math.round(y / grid) * grid };
};

/** `point`, or the nearest to it that is on the page; whole numbers. */
export function within({ x, y }: Point, shape: PageShape): Point {
	const [across, down] = pageSize(shape);
	const clamp = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
	return { x: clamp(x, across), y: clamp(y, down) };
}

/** In which of the nine places a point is. */
export function placeOf({ x, y }: Point, shape: PageShape): PlaceId {
	const [across, down] = pageSize(shape);
	const third = (value: number, of: number) => Math.min(2, Math.max(0, Math.floor((3 * value) / of)));
	return placeIds[third(y, down) * 3 + third(x, across)] ?? 'middle';
}

/** The next size up (`by` 1) or down (-1) from `size`; the same at the ends. */
export function nextSize(size: number, by: 1 | -1): number {
	const found = by > 0 ? ladder.find((one) => one > size) : ladder.findLast((one) => one < size);
	return found ?? size;
}

/** The points of a stroke, one after another. */
export function* pointsOf(points: readonly number[]): Generator<Point> {
	let [x, y] = [0, 0];
	for (let at = 0; at < points.length; at += 2) {
		x += points[at] ?? 0;
		y += points[at + 1] ?? 0;
		yield { x, y };
	}
}

/** The box that `item` stands in: its middle, and how far it reaches across and down. */
export function boxOf(item: Item): Point & { readonly across: number; readonly down: number } {
	if (item.kind === 'sticker') return { x: item.x, y: item.y, across: item.size, down: item.size };
	if (item.kind === 'form')
		return { x: item.x, y: item.y, across: Math.abs(item.across), down: Math.abs(item.down) };
	if (item.kind === 'written') {
		const lines = linesOf(item.words);
		const longest = Math.max(...lines.map((line) => line.length));
		// Letters of Andika are about half as wide as a line is high.
		return { x: item.x, y: item.y, across: item.size * 0.52 * longest, down: item.size * 1.2 * lines.length };
	}
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y } of pointsOf(item.points)) {
		left = Math.min(left, x);
		right = Math.max(right, x);
		top = Math.min(top, y);
		bottom = Math.max(bottom, y);
	}
	return {
		x: Math.round((left + right) / 2),
		y: Math.round((top + bottom) / 2),
		across: right - left + item.width,
		down: bottom - top + item.width
	};
}

/** Written words in the lines in which they are painted: broken between words near 22 letters. */
export function linesOf(words: string): string[] {
	const lines: string[] = [];
	for (const word of words.trim().split(/\s+/)) {
		const last = lines.at(-1);
		if (last !== undefined && `${last} ${word}`.length <= 22) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
