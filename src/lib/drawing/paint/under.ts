/** Which item a child points at when they fill: the topmost form, or line that comes back to where it began, around a point. */
import type { Point } from '../model/place.ts';
import { boxOf, pointsOf } from '../model/place.ts';
import type { Item, Page, Stroke } from '../picture-model.ts';
import { enclosedBy } from './outline.ts';
import { formPath } from './paint-page.ts';

/** A line counts as closed where its ends are this near, as a share of its size. */
const nearly = 0.35;

function isClosed(stroke: Stroke): boolean {
	const all = [...pointsOf(stroke.points)];
	const [first, last] = [all[0], all.at(-1)];
	if (!first || !last || all.length < 3) return false;
	const { across, down } = boxOf(stroke);
	return Math.hypot(last.x - first.x, last.y - first.y) <= nearly * Math.max(across, down);
}

function holds(ink: CanvasRenderingContext2D, item: Item, { x, y }: Point): boolean {
	if (item.kind === 'stroke') return isClosed(item) && ink.isPointInPath(enclosedBy(item), x, y);
	return (
		item.kind === 'form' && item.form !== 'line' && ink.isPointInPath(formPath(item), x - item.x, y - item.y)
	);
}

/** The index of that item; -1 where there is only paper. */
export function fillableAt(page: Page, at: Point): number {
	const ink = document.createElement('canvas').getContext('2d');
	return ink ? page.items.findLastIndex((item) => holds(ink, item, at)) : -1;
}
