/**
 * Painting: the one code that draws a page, for the child while they draw, for the review and for the chair. What it is given
 * has been checked (`parse-picture.ts`); stickers must have been fetched (`art.ts`).
 */
import type { FaceLook } from '../../picture/face.ts';
import { linesOf } from '../model/place.ts';
import {
	pageSize,
	type Form,
	type FormId,
	type Item,
	type Picture,
	type Sticker,
	type Written
} from '../picture-model.ts';
import { partsOf } from './art.ts';
import { paintBackground } from './backgrounds.ts';
import { colours, paperColour } from './colours.ts';
import { enclosedBy, outlineOf } from './outline.ts';
import { paintFor } from './rough.ts';

/** How thick the line of a form is, in units of the page. */
const formLine = 60;

/** Forms on the box from (-1, -1) to (1, 1). */
const forms: Readonly<Record<FormId, (x: number, y: number) => string>> = {
	line: (x, y) => `M${-x} ${-y}L${x} ${y}`,
	box: (x, y) => `M${-x} ${-y}H${x}V${y}H${-x}Z`,
	round: (x, y) => `M${-x} 0A${x} ${y} 0 1 1 ${x} 0A${x} ${y} 0 1 1 ${-x} 0Z`,
	star: (x, y) =>
		`M${Array.from({ length: 10 }, (_, at) => {
			const turn = (at * Math.PI) / 5 - Math.PI / 2;
			const reach = at % 2 ? 0.45 : 1;
			return `${(Math.cos(turn) * reach * x).toFixed(1)} ${(Math.sin(turn) * reach * y).toFixed(1)}`;
		}).join('L')}Z`,
	heart: (x, y) =>
		`M0 ${y}C${-x * 0.6} ${y * 0.5} ${-x} ${y * 0.1} ${-x} ${-y * 0.4}C${-x} ${-y} ${-x * 0.2} ${-y} 0 ${-y * 0.4}C${x * 0.2} ${-y} ${x} ${-y} ${x} ${-y * 0.4}C${x} ${y * 0.1} ${x * 0.6} ${y * 0.5} 0 ${y}Z`
};

/** The path of a form, around (0, 0). */
export const formPath = ({ form, across, down }: Form): Path2D =>
	new Path2D(
		form === 'line'
			? forms.line(across / 2, down / 2)
			: forms[form](Math.max(1, Math.abs(across) / 2), Math.max(1, Math.abs(down) / 2))
	);

function paintForm(ink: CanvasRenderingContext2D, item: Form): void {
	const path = formPath(item);
	ink.translate(item.x, item.y);
	if (item.fill) {
		ink.fillStyle = colours[item.fill];
		ink.fill(path);
	}
	ink.strokeStyle = colours[item.colour];
	ink.lineWidth = formLine;
	ink.stroke(path);
}

function paintSticker(ink: CanvasRenderingContext2D, item: Sticker, face?: FaceLook): void {
	ink.translate(item.x - item.size / 2, item.y - item.size / 2);
	ink.scale(item.size / 100, item.size / 100);
	for (const { path, fill, line, width } of partsOf(item.picture, face)) {
		if (fill) {
			ink.fillStyle = fill;
			ink.fill(path);
		}
		if (line) {
			ink.strokeStyle = line;
			ink.lineWidth = width;
			ink.stroke(path);
		}
	}
}

function paintWritten(ink: CanvasRenderingContext2D, item: Written): void {
	const lines = linesOf(item.words);
	ink.font = `${item.size}px Andika, sans-serif`;
	ink.textAlign = 'center';
	ink.textBaseline = 'middle';
	ink.fillStyle = colours[item.colour];
	lines.forEach((words, at) =>
		ink.fillText(words, item.x, item.y + (at - (lines.length - 1) / 2) * item.size * 1.2)
	);
}

/** Paints one item; `face` is the picture's. */
export function paintItem(ink: CanvasRenderingContext2D, item: Item, face?: FaceLook): void {
	ink.save();
	ink.lineCap = 'round';
	ink.lineJoin = 'round';
	if (item.kind === 'sticker') paintSticker(ink, item, face);
	else if (item.kind === 'form') paintForm(ink, item);
	else if (item.kind === 'written') paintWritten(ink, item);
	else {
		if (item.fill) {
			ink.fillStyle = colours[item.fill];
			ink.fill(enclosedBy(item));
		}
		ink.fillStyle = paintFor(ink, item.brush, item.colour);
		ink.fill(outlineOf(item));
	}
	ink.restore();
}

/** Paints the paper of a page and what stands behind it. */
export function paintGround(ink: CanvasRenderingContext2D, picture: Picture, page: number): void {
	const { background, paper } = picture.pages[page] ?? { background: 'plain' as const, paper: undefined };
	const [across, down] = pageSize(picture.shape);
	ink.fillStyle = paper ? colours[paper] : paperColour;
	ink.fillRect(0, 0, across, down);
	paintBackground(ink, background, across, down);
}

/** Paints a whole page: ground and items, but for the one at `without`. `ink` is scaled to the page's units. */
export function paintPage(ink: CanvasRenderingContext2D, picture: Picture, page: number, without = -1): void {
	paintGround(ink, picture, page);
	picture.pages[page]?.items.forEach((item, at) => {
		if (at !== without) paintItem(ink, item, picture.face);
	});
}

/** Waits until the letters of written words are there; where they cannot be had, the device's own are used. */
export const loadLettersOf = async ({ pages }: Picture): Promise<void> => {
	if (pages.some(({ items }) => items.some(({ kind }) => kind === 'written')))
		await document.fonts.load('100px Andika').catch(() => undefined);
};
