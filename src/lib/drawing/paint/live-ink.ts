/**
 * Ink while it is wet: each new piece of the line is drawn on top of the last, so that a move costs the same however long
 * the line and however full the page. Steadied and thinned by perfect-freehand's own formulas, so that hardly anything
 * moves when the finished outline takes its place.
 */
import type { BrushId, ColourId } from '../picture-model.ts';
import { brushes } from './brush.ts';
import { paintFor } from './rough.ts';

/** A place the pen has been; `force` 0 to 1 where the pen told its pressure. */
export interface InkPoint {
	readonly x: number;
	readonly y: number;
	readonly force?: number;
}

/** The wet line on `ink`, whose units are the page's. */
export class LiveInk {
	#ink: CanvasRenderingContext2D;
	#width: number;
	#thinning: number;
	/** The share of the way to each new point that the steadied line goes. */
	#pull: number;
	#last: InkPoint;
	#mid: InkPoint;
	#pressure = 0.25;

	constructor(ink: CanvasRenderingContext2D, brush: BrushId, colour: ColourId, first: InkPoint) {
		const { width, thinning, streamline } = brushes[brush];
		this.#ink = ink;
		this.#width = width;
		this.#thinning = thinning;
		this.#pull = 0.15 + (1 - streamline) * 0.85;
		this.#last = this.#mid = first;
		ink.lineCap = 'round';
		ink.lineJoin = 'round';
		ink.strokeStyle = paintFor(ink, brush, colour);
		this.#piece(first, first);
	}

	/** The pen has gone on to `point`. */
	extend(point: InkPoint): void {
		const last = this.#last;
		const next = {
			x: last.x + (point.x - last.x) * this.#pull,
			y: last.y + (point.y - last.y) * this.#pull
		};
		const distance = Math.hypot(next.x - last.x, next.y - last.y);
		if (distance === 0) return;
		if (point.force === undefined) {
			const speed = Math.min(1, distance / this.#width);
			this.#pressure = Math.min(1, this.#pressure + (1 - speed - this.#pressure) * speed * 0.275);
		} else this.#pressure = point.force;
		const middle = { x: (last.x + next.x) / 2, y: (last.y + next.y) / 2 };
		this.#piece(last, middle);
		this.#last = next;
		this.#mid = middle;
	}

	#piece(through: InkPoint, to: InkPoint): void {
		const ink = this.#ink;
		ink.lineWidth = Math.max(1, 2 * this.#width * (0.5 - this.#thinning * (0.5 - this.#pressure)));
		ink.beginPath();
		ink.moveTo(this.#mid.x, this.#mid.y);
		ink.quadraticCurveTo(through.x, through.y, to.x, to.y);
		ink.stroke();
	}
}
