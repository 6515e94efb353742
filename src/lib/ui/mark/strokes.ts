/** A child's own mark as strokes on a grid of 1000 × 400: what a pen or keys draw, and the path that shows it. */

/** Points from where the pen was put down to where it was lifted; whole numbers, 0…1000 across and 0…400 down. */
export type Stroke = readonly (readonly [number, number])[];

/** Width of the grid on which a mark is drawn (`Mark` of the journey). */
export const markWidth = 1000;
/** Height of that grid. */
export const markHeight = 400;

const within = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)));

/** The point at (x, y) of a surface of `width` × `height` px, on the grid. */
export const pointOn = (x: number, y: number, width: number, height: number): readonly [number, number] => [
	within((x / Math.max(1, width)) * markWidth, markWidth),
	within((y / Math.max(1, height)) * markHeight, markHeight)
];

/** `stroke` with `point` at its end; as it was where the pen has moved less than 4 of the grid. */
export function extend(stroke: Stroke, point: readonly [number, number]): Stroke {
	const last = stroke.at(-1);
	if (last && Math.hypot(last[0] - point[0], last[1] - point[1]) < 4) return stroke;
	return [...stroke, point];
}

/** SVG path data: smooth through the middles of the points; a single point becomes a dot. */
export function pathOf(stroke: Stroke): string {
	const [first, ...rest] = stroke;
	if (!first) return '';
	if (rest.length === 0) return `M${first[0]} ${first[1]}h.1`;
	let d = `M${first[0]} ${first[1]}`;
	rest.forEach((point, at) => {
		const next = rest[at + 1];
		d += next
			? `Q${point[0]} ${point[1]} ${(point[0] + next[0]) / 2} ${(point[1] + next[1]) / 2}`
			: `L${point[0]} ${point[1]}`;
	});
	return d;
}
