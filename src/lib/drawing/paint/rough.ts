/** What a brush paints with: a colour, or for the crayon a grain of it that lets the paper through and is the same everywhere. */
import type { BrushId, ColourId } from '../picture-model.ts';
import { brushes } from './brush.ts';
import { colours } from './colours.ts';

const side = 64;
/** Units of the page to each grain. */
const grain = 12;
const tiles = new Map<ColourId, HTMLCanvasElement>();

/** A tile of grain, each speck there or not: what is painted twice does not grow darker. */
function tileOf(colour: ColourId): HTMLCanvasElement {
	const known = tiles.get(colour);
	if (known) return known;
	const tile = document.createElement('canvas');
	tile.width = tile.height = side;
	const ink = tile.getContext('2d') as CanvasRenderingContext2D;
	ink.fillStyle = colours[colour];
	// A small generator of its own: the same grain in every browser, on the child's screen and on the desk.
	let seed = 7;
	for (let at = 0; at < side * side; at++) {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		if (seed / 2_147_483_648 < 0.78) ink.fillRect(at % side, Math.floor(at / side), 1, 1);
	}
	tiles.set(colour, tile);
	return tile;
}

/** The fill for `brush` in `colour` on `ink`. */
export function paintFor(
	ink: CanvasRenderingContext2D,
	brush: BrushId,
	colour: ColourId
): string | CanvasPattern {
	if (!brushes[brush].rough) return colours[colour];
	const pattern = ink.createPattern(tileOf(colour), 'repeat');
	pattern?.setTransform(new DOMMatrix().scale(grain));
	return pattern ?? colours[colour];
}
