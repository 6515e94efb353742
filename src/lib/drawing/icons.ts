/** The tools' own pictures, drawn as the picture set is: one line weight, round ends, a colour or two that mean nothing. */
import { block, round, type Drawing } from '../picture/drawing.ts';

/** Each tool's picture on 100 × 100. */
export const icons = {
	pen: [
		['sun', 'M30 70L68 14c3-4 8-5 12-2s5 8 2 12L44 80L26 88Z'],
		['none', 'M58 28l16 11M26 88l2-10']
	],
	felt: [
		['sky', 'M38 52V16a6 6 0 0 1 6-6h12a6 6 0 0 1 6 6v36Z'],
		['white', 'M38 52h24l-4 20H42Z'],
		['dot', 'M44 72h12l-3 16-6 2Z']
	],
	crayon: [
		['coral', block(32, 34, 36, 54, 5)],
		['coral', 'M36 34L46 11h8l10 23Z'],
		['none', 'M32 48h36M32 74h36']
	],
	fill: [
		['white', 'M46 18L82 54L50 86a8 8 0 0 1-11 0L14 61a8 8 0 0 1 0-11Z'],
		['sky', 'M13 56h67L50 86a8 8 0 0 1-11 0Z'],
		['none', 'M46 18L36 8'],
		['sky', 'M88 66c5 8 7 12 7 16a7 7 0 0 1-14 0c0-4 2-8 7-16Z']
	],
	stamp: [
		['leaf', round(50, 42, 32)],
		['dot', round(40, 36, 3.6)],
		['dot', round(60, 36, 3.6)],
		['none', 'M37 52q13 11 26 0M20 90h60']
	],
	write: [['none', 'M18 28V18h64v10M50 18v66M36 84h28']],
	undo: [['none', 'M30 22L12 42l18 20M14 42h44c18 0 28 10 28 22s-10 22-28 22H40']],
	redo: [['none', 'M70 22l18 20-18 20M86 42H42c-18 0-28 10-28 22s10 22 28 22h18']],
	'new-page': [
		['white', 'M22 10h38l20 20v52a8 8 0 0 1-8 8H30a8 8 0 0 1-8-8Z'],
		['none', 'M60 10v20h20M50 46v30M35 61h30']
	],
	hold: [
		['sun', 'M44 62L70 20c2-4 7-5 10-3s4 7 2 10L56 68l-14 6Z'],
		['none', 'M14 88h72M32 74q-10 0-14 6']
	],
	bigger: [['none', 'M58 14h28v28M86 14L56 44M42 86H14V58M14 86l30-30']],
	smaller: [['none', 'M84 44H56V16M56 44l32-32M16 56h28v28M44 56L12 88']],
	front: [
		['white', block(12, 12, 46, 46, 6)],
		['sky', block(34, 34, 54, 54, 6)]
	],
	back: [
		['sky', block(34, 34, 54, 54, 6)],
		['white', block(12, 12, 46, 46, 6)]
	],
	up: [['none', 'M50 86V16M22 42l28-28 28 28']],
	down: [['none', 'M50 14v70M22 58l28 28 28-28']],
	'to-left': [['none', 'M86 50H16M42 22L14 50l28 28']],
	'to-right': [['none', 'M14 50h70M58 22l28 28-28 28']],
	line: [['none', 'M16 84L84 16']],
	box: [['white', block(16, 20, 68, 60, 4)]],
	round: [['white', round(50, 50, 35)]],
	star: [['white', 'M50 10L61 37L90 40L68 58L75 87L50 71L25 87L32 58L10 40L39 37Z']],
	heart: [
		[
			'white',
			'M50 86C30 72 12 56 12 38c0-12 9-21 20-21 8 0 14 4 18 11 4-7 10-11 18-11 11 0 20 9 20 21 0 18-18 34-38 48Z'
		]
	]
} as const satisfies Readonly<Record<string, Drawing>>;

/** A tool's picture. */
export type IconName = keyof typeof icons;
