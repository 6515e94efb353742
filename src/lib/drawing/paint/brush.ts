/**
 * How each brush behaves: its thickness, and how that follows pressure or speed. The numbers are used twice: for the line
 * while it is being drawn (`live-ink.ts`, one short piece at a time) and for the finished one (`outline.ts`).
 */
import type { BrushId } from '../picture-model.ts';

/** A brush's behaviour. */
export interface Brush {
	/** Thickness at a middling pressure, in units of the page. */
	readonly width: number;
	/** How much pressure changes the thickness, 0 to 1. */
	readonly thinning: number;
	/** How much a line is steadied, 0 to 1. */
	readonly streamline: number;
	/** Leaves paper showing, as wax does. */
	readonly rough: boolean;
}

/** The three brushes. */
export const brushes: Readonly<Record<BrushId, Brush>> = {
	pen: { width: 48, thinning: 0.55, streamline: 0.4, rough: false },
	felt: { width: 110, thinning: 0.08, streamline: 0.45, rough: false },
	crayon: { width: 170, thinning: 0.3, streamline: 0.35, rough: true }
};
