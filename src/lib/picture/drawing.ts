/**
 * What a drawing is: shapes on a field of 100 × 100, each with the role of its colour, never a colour. The theme gives
 * the colours, so that every drawing stands in light, dark, high contrast and the device's own colours.
 */

/** The accents. They mean nothing; one or two in a drawing. */
export type Accent = 'sun' | 'coral' | 'leaf' | 'sky' | 'plum';

/**
 * The role of a shape: drawn by its line alone (`none`), line and white, line and accent; `dot` is filled with the
 * colour of lines. With a leading `-` there is no line: such a part may vanish without loss.
 */
export type Role = 'none' | 'white' | Accent | 'dot' | `-${Accent | 'white'}`;

/** One shape: its role and its SVG path data. */
export type Shape = readonly [Role, string];

/** One drawing, painted in order. */
export type Drawing = readonly Shape[];

const short = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * Path data of an ellipse around (x, y); a circle where `ry` is left out. Drawn clockwise, as masses are, so that shapes
 * joined in one path never cut holes in each other.
 */
export function round(x: number, y: number, rx: number, ry = rx): string {
	return `M${short(x - rx)} ${short(y)}a${short(rx)} ${short(ry)} 0 1 1 ${short(rx * 2)} 0a${short(rx)} ${short(ry)} 0 1 1 ${short(-rx * 2)} 0Z`;
}

/** Path data of a rectangle with its corner at (x, y), corners rounded by `r`. */
export function block(x: number, y: number, width: number, height: number, r = 0): string {
	const w = short(width - 2 * r);
	const h = short(height - 2 * r);
	if (r === 0) return `M${x} ${y}h${w}v${h}h-${w}Z`;
	const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${short(dx)} ${short(dy)}`;
	return `M${short(x + r)} ${y}h${w}${arc(r, r)}v${h}${arc(-r, r)}h-${w}${arc(-r, -r)}v-${h}${arc(r, -r)}Z`;
}
