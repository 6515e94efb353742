/**
 * What can stand behind a page: flat, soft and quiet, so that ink and stickers stay in front. Painted to the page's own
 * size, lying or standing.
 */
import { block, round } from '../../picture/drawing.ts';
import type { BackgroundId } from '../picture-model.ts';

/** A colour and the path it fills. */
type Part = readonly [colour: string, path: string];

const rect = (x: number, y: number, width: number, height: number, r = 0) => block(x, y, width, height, r);

const parts: Readonly<Record<BackgroundId, (w: number, h: number) => readonly Part[]>> = {
	plain: () => [],
	room: (w, h) => [
		['#fdf0dc', rect(0, 0, w, h)],
		['#ecd9bd', rect(0, h * 0.74, w, h * 0.26)],
		['#d9c3a2', rect(0, h * 0.72, w, h * 0.025)],
		['#ffffff', rect(w * 0.1, h * 0.12, w * 0.26, h * 0.3, 40)],
		['#d4e9fb', rect(w * 0.115, h * 0.135, w * 0.23, h * 0.27, 24)],
		['#ffffff', rect(w * 0.222, h * 0.13, w * 0.016, h * 0.28)],
		['#ffffff', rect(w * 0.11, h * 0.26, w * 0.24, h * 0.016)],
		['#e9c9b4', rect(w * 0.7, h * 0.26, w * 0.2, h * 0.47, 30)],
		['#c99f84', round(w * 0.735, h * 0.52, w * 0.012)],
		['#e6d4f3', round(w * 0.42, h * 0.87, w * 0.24, h * 0.07)]
	],
	garden: (w, h) => [
		['#e3f3fd', rect(0, 0, w, h)],
		['#ffe7a3', round(w * 0.86, h * 0.15, Math.min(w, h) * 0.09)],
		['#ffffff', round(w * 0.24, h * 0.17, w * 0.08, h * 0.04)],
		['#ffffff', round(w * 0.31, h * 0.15, w * 0.09, h * 0.055)],
		['#cdebd2', `M0 ${h * 0.66}Q${w * 0.3} ${h * 0.5} ${w * 0.62} ${h * 0.64}T${w} ${h * 0.6}V${h}H0Z`],
		['#b6e0bf', `M0 ${h * 0.8}Q${w * 0.5} ${h * 0.68} ${w} ${h * 0.82}V${h}H0Z`]
	],
	street: (w, h) => [
		['#e9f1f8', rect(0, 0, w, h)],
		['#f3d9cb', rect(w * 0.04, h * 0.3, w * 0.2, h * 0.4)],
		['#dfe0f3', rect(w * 0.27, h * 0.2, w * 0.18, h * 0.5)],
		['#f8e6b8', rect(w * 0.55, h * 0.34, w * 0.2, h * 0.36)],
		['#d8ecdf', rect(w * 0.78, h * 0.24, w * 0.18, h * 0.46)],
		...[0.075, 0.155, 0.3, 0.375, 0.585, 0.665, 0.81, 0.885].map((x): Part => [
			'#ffffff',
			rect(w * x, h * 0.42, w * 0.045, h * 0.08, 10)
		]),
		['#dcdad6', rect(0, h * 0.7, w, h * 0.07)],
		['#b9bcc4', rect(0, h * 0.77, w, h * 0.23)],
		...[0.04, 0.24, 0.44, 0.64, 0.84].map((x): Part => [
			'#f4f4f2',
			rect(w * x, h * 0.875, w * 0.1, h * 0.018)
		])
	],
	beach: (w, h) => [
		['#e6f5fc', rect(0, 0, w, h)],
		['#ffe7a3', round(w * 0.18, h * 0.16, Math.min(w, h) * 0.09)],
		['#b9dff0', rect(0, h * 0.42, w, h * 0.3)],
		[
			'#cfeaf6',
			`M0 ${h * 0.56}Q${w * 0.25} ${h * 0.52} ${w * 0.5} ${h * 0.56}T${w} ${h * 0.56}V${h * 0.72}H0Z`
		],
		['#f9e8bf', `M0 ${h * 0.7}Q${w * 0.4} ${h * 0.62} ${w} ${h * 0.74}V${h}H0Z`]
	],
	night: (w, h) => [
		['#c3cdeb', rect(0, 0, w, h)],
		['#fff2c4', round(w * 0.82, h * 0.17, Math.min(w, h) * 0.09)],
		['#c3cdeb', round(w * 0.86, h * 0.15, Math.min(w, h) * 0.08)],
		...[
			[0.12, 0.14],
			[0.3, 0.28],
			[0.45, 0.1],
			[0.6, 0.24],
			[0.2, 0.42],
			[0.92, 0.4]
		].map(([x = 0, y = 0]): Part => ['#fff9e0', round(w * x, h * y, 24)]),
		['#9fb0d6', `M0 ${h * 0.76}Q${w * 0.35} ${h * 0.62} ${w * 0.7} ${h * 0.74}T${w} ${h * 0.72}V${h}H0Z`]
	]
};

/** Paints `background` on a page of `width` × `height` units. */
export function paintBackground(
	ink: CanvasRenderingContext2D,
	background: BackgroundId,
	width: number,
	height: number
): void {
	for (const [colour, path] of parts[background](width, height)) {
		ink.fillStyle = colour;
		ink.fill(new Path2D(path));
	}
}

/** The parts of a background, for a small picture of it to choose by. */
export const backgroundParts = (background: BackgroundId, width: number, height: number): readonly Part[] =>
	parts[background](width, height);
