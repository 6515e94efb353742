/**
 * The points of one line as they come, in whole units of the page and within it, ready to be kept: the same from a finger,
 * a pen, a mouse and the keys.
 */
import { within, type Point } from '../model/place.ts';
import { brushes } from '../paint/brush.ts';
import type { BrushId, ColourId, PageShape, Stroke } from '../picture-model.ts';

/** Points closer than this add nothing that is seen: 2 of 4,000. */
const least = 2;

/** A line that is being drawn. */
export class Line {
	#shape: PageShape;
	#points: number[] = [];
	#force: number[] = [];
	#pressed = false;
	#last: Point = { x: 0, y: 0 };

	constructor(shape: PageShape) {
		this.#shape = shape;
	}

	/** Takes a point; gives it as it is kept, or null where it is as good as the last. */
	add(at: Point, force?: number): Point | null {
		const point = within(at, this.#shape);
		const first = this.#points.length === 0;
		if (!first && Math.hypot(point.x - this.#last.x, point.y - this.#last.y) < least) return null;
		this.#points.push(first ? point.x : point.x - this.#last.x, first ? point.y : point.y - this.#last.y);
		if (force !== undefined) this.#pressed = true;
		this.#force.push(Math.round((force ?? 0.5) * 100));
		this.#last = point;
		return point;
	}

	/** What it is as far as it goes. Shares its points with the line: it grows with it. */
	stroke(brush: BrushId, colour: ColourId): Stroke {
		const force = this.#pressed ? { force: this.#force } : {};
		return { kind: 'stroke', brush, colour, width: brushes[brush].width, points: this.#points, ...force };
	}

	/** The corners it was drawn between: for a form from where the pen was put down to where it was lifted. */
	get ends(): readonly [Point, Point] {
		const [x = 0, y = 0] = this.#points;
		return [{ x, y }, this.#last];
	}
}
