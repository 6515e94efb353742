/** What people wear, cut off by the edge of the disc that they stand on. */
import { round } from './drawing.ts';
import type { FaceShape } from './face.ts';
import type { Cloth } from './tones.ts';

/** What somebody wears. */
export type Clothes =
	'tee' | 'stripe' | 'hoodie' | 'collar' | 'cardigan' | 'jacket' | 'lanyard' | 'scrubs' | 'uniform';

/** Shoulders, down to the lower edge of a disc of radius 48 around the middle. */
const shoulders =
	'M20.6 87.8C24 83.5 32 82 40.6 80.8Q50 88.6 59.4 80.8C68 82 76 83.5 79.4 87.8A48 48 0 0 1 20.6 87.8Z';
const collarLine = 'M40.6 80.8Q50 88.6 59.4 80.8';

const body = (cloth: Cloth): FaceShape => ({ kind: 'cloth', d: shoulders, fill: cloth.fill });
const trim = (d: string, cloth: Cloth, width = 2): FaceShape => ({
	kind: 'trim',
	d,
	line: cloth.trim,
	width
});

/** The shapes of each, in the colours of `cloth`. */
export const clothes: Readonly<Record<Clothes, (cloth: Cloth) => FaceShape[]>> = {
	tee: (cloth) => [body(cloth), trim(collarLine, cloth, 2.4)],
	stripe: (cloth) => [
		body(cloth),
		{
			kind: 'white',
			d: 'M21 88.2Q50 95.4 79 88.2A48 48 0 0 1 75.8 90.8Q50 98 24.2 90.8A48 48 0 0 1 21 88.2Z',
			fill: '#ffffff'
		},
		trim(collarLine, cloth, 2.4)
	],
	hoodie: (cloth) => [
		body(cloth),
		{
			kind: 'cloth',
			d: 'M35 82c2-3.5 5-4.8 7-5.2q8 10 16 0c2 .4 5 1.7 7 5.2q-15 13-30 0Z',
			fill: cloth.fill
		},
		trim('M35 82c2-3.5 5-4.8 7-5.2q8 10 16 0c2 .4 5 1.7 7 5.2q-15 13-30 0Z', cloth, 1.8),
		trim('M44.5 87.5v5.5M55.5 87.5v5.5', cloth, 1.8)
	],
	collar: (cloth) => [
		body(cloth),
		{ kind: 'white', d: 'M41 78.6l9 9.6-7 4.6-7-10.4ZM59 78.6l-9 9.6 7 4.6 7-10.4Z', fill: '#ffffff' }
	],
	cardigan: (cloth) => [
		body(cloth),
		{ kind: 'white', d: 'M39.8 80.8Q50 88.6 60.2 80.8L50 97.8Z', fill: '#ffffff' },
		trim('M39.8 80.8L50 97.6M60.2 80.8L50 97.6', cloth, 2.2)
	],
	jacket: (cloth) => [
		body(cloth),
		{ kind: 'white', d: 'M40 79.8l10 11 10-11L50 98Z', fill: '#ffffff' },
		{ kind: 'trim', d: 'M38.6 80.6l4 9.4 7.4 7.8M61.4 80.6l-4 9.4-7.4 7.8', line: cloth.trim, width: 2.4 }
	],
	lanyard: (cloth) => [
		body(cloth),
		{ kind: 'trim', d: 'M39.6 81.4L50 93.5l10.4-12.1', line: '#f4b73a', width: 2.4 },
		{ kind: 'white', d: 'M46.2 91.4h7.6v5.8q-3.8.7-7.6 0Z', fill: '#ffffff' }
	],
	scrubs: (cloth) => [
		body(cloth),
		{ kind: 'trim', d: 'M40.6 80.8L50 91l9.4-10.2', line: cloth.trim, width: 2.4 },
		{
			kind: 'frame',
			d: 'M38.4 81.2c-2 8-1.4 11 2.6 13M61.6 81.2c1.6 5 1.6 7 1 9.4',
			line: '#34406a',
			width: 1.9
		},
		{ kind: 'ink', d: round(62.4, 92, 2.6), fill: '#34406a' }
	],
	uniform: (cloth) => [
		body(cloth),
		{ kind: 'white', d: 'M41 79.4l9 8.6 9-8.6 3 5-6 6.4h-12l-6-6.4Z', fill: '#ffffff' },
		{ kind: 'ink', d: 'M47.6 87.2h4.8l2 10.6h-8.8Z', fill: '#20263a' },
		trim('M27 87.5l6-1.5M73 87.5l-6-1.5', cloth, 2.6)
	]
};
