/** A finished stroke as the path of its outline, by perfect-freehand. Worked out once for each stroke: strokes never change. */
import { getStroke } from 'perfect-freehand';
import { pointsOf } from '../model/place.ts';
import type { Stroke } from '../picture-model.ts';
import { brushes } from './brush.ts';

const known = new WeakMap<Stroke, Path2D>();

/** The outline to be filled, in units of the page. */
export function outlineOf(stroke: Stroke): Path2D {
	const found = known.get(stroke);
	if (found) return found;
	const path = drawOutline(stroke);
	known.set(stroke, path);
	return path;
}

function drawOutline({ brush, width, points, force }: Stroke): Path2D {
	const { thinning, streamline } = brushes[brush];
	const input: [number, number, number][] = [];
	for (const { x, y } of pointsOf(points))
		input.push([x, y, force ? (force[input.length] ?? 50) / 100 : 0.5]);
	const outline = getStroke(input, {
		size: width,
		thinning,
		streamline,
		smoothing: 0.5,
		simulatePressure: force === undefined,
		last: true
	});
	const path = new Path2D();
	const first = outline[0];
	if (!first) return path;
	path.moveTo(first[0], first[1]);
	for (let at = 0; at < outline.length; at++) {
		const [x, y] = outline[at] as [number, number];
		const [nextX, nextY] = outline[(at + 1) % outline.length] as [number, number];
		path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
	}
	path.closePath();
	return path;
}

/** The path that the stroke itself runs, closed: what a filled stroke encloses. */
export function enclosedBy({ points }: Stroke): Path2D {
	const path = new Path2D();
	let begun = false;
	for (const { x, y } of pointsOf(points)) {
		if (begun) path.lineTo(x, y);
		else path.moveTo(x, y);
		begun = true;
	}
	path.closePath();
	return path;
}
