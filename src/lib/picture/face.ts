/**
 * The parametric head: one construction from which a child makes themself and a coordinator makes grown-ups. Gives the
 * shapes to paint in order on a field of 100 × 100; `Face.svelte` paints them. Feelings are brows, eyes and mouth alone.
 */
import type { Accent } from './drawing.ts';
import { round } from './drawing.ts';
import { clothes, type Clothes } from './clothes.ts';
import { features, type Feeling } from './features.ts';
import { coverings, hairs, type Covering, type Hair } from './hair.ts';
import { clothTones, hairTones, skinTones, type HairTone, type SkinTone } from './tones.ts';

/** What makes one head. Everything may be left out; what stands then means nothing. */
export interface FaceLook {
	readonly skin?: SkinTone;
	readonly hair?: Hair;
	readonly hairTone?: HairTone;
	readonly covering?: Covering;
	readonly coverTone?: Accent | 'ink' | 'white';
	readonly glasses?: boolean;
	/** Worn behind the ear, or with a disc on the head (a cochlear implant). */
	readonly hearing?: 'aid' | 'implant';
	readonly wheelchair?: boolean;
	readonly freckles?: boolean;
	readonly clothes?: Clothes;
	readonly clothTone?: Accent | 'ink' | 'white';
	/** The disc behind the head. */
	readonly ground?: Accent | 'none';
	/** A longer face. */
	readonly grown?: boolean;
	readonly beard?: 'full' | 'short' | 'moustache';
	readonly wrinkles?: boolean;
}

/**
 * How a shape is painted. `fill` and `line` are colours of the ordinary themes; in high contrast the kind decides:
 * skin, cloth and ground become white with a line, hair and features ink, blush vanishes.
 */
export type FaceKind =
	| 'ground'
	| 'skin'
	| 'shade'
	| 'lid'
	| 'blush'
	| 'hair'
	| 'hair-dark'
	| 'strand'
	| 'strand-dark'
	| 'cloth'
	| 'trim'
	| 'white'
	| 'ink'
	| 'feature'
	| 'thin'
	| 'frame'
	| 'chair';

/** One shape of a face. `fill` absent: drawn by its line. */
export interface FaceShape {
	readonly kind: FaceKind;
	readonly d: string;
	readonly fill?: string;
	readonly line?: string;
	/** Width of the line, of 100. */
	readonly width?: number;
}

/** A painted head: `chair` unscaled, `bust` made smaller where a chair needs the room. */
export interface FaceDrawing {
	readonly ground: readonly FaceShape[];
	readonly chair: readonly FaceShape[];
	readonly bust: readonly FaceShape[];
	/** Transform of the bust, for SVG. */
	readonly transform?: string;
}

const childHead =
	'M27.4 46C27.4 31 37 22.6 50 22.6S72.6 31 72.6 46c0 3 .6 6 .6 9C73.2 68.8 62.6 77.6 50 77.6S26.8 68.8 26.8 55c0-3 .6-6 .6-9Z';
const grownHead =
	'M28.6 44C28.6 29 38 20.6 50 20.6S71.4 29 71.4 44c0 5 .1 8.5-.5 12.5C69.3 70 60.5 79.4 50 79.4S30.7 70 29.1 56.5C28.5 52.5 28.6 49 28.6 44Z';
const veiledHead = 'M31 51C31 37 39 29.5 50 29.5S69 37 69 51C69 66.5 61 77 50 77S31 66.5 31 51Z';

const grounds: Readonly<Record<Accent, string>> = {
	sun: '#ffdc8c',
	coral: '#ffc7b8',
	leaf: '#bce6d3',
	sky: '#bfdefb',
	plum: '#ddd0f8'
};

/** The shapes of a head with `look`, feeling `feel`. Pure: the same in, the same out. */
export function drawFace(look: FaceLook, feel: Feeling = 'plain'): FaceDrawing {
	const skin = skinTones[look.skin ?? 2];
	const hairTone = hairTones[look.hairTone ?? 'brown'];
	const cover = clothTones[look.coverTone ?? 'plum'];
	const cloth = clothTones[look.clothTone ?? 'sky'];
	const grown = look.grown ?? false;
	const veiled = look.covering === 'hijab';
	const covering = look.covering ? coverings[look.covering] : null;
	// A covering decides how much hair is seen.
	const hair = covering?.hair === 'none' ? null : hairs[look.hair ?? 'short'];
	const top = covering?.hair === 'below' ? null : hair;
	const hairKind = hairTone.dark ? 'hair-dark' : 'hair';
	const strandKind = hairTone.dark ? 'strand-dark' : 'strand';
	const mass = (d: string): FaceShape => ({ kind: hairKind, d, fill: hairTone.fill });
	const strand = (d: string): FaceShape => ({ kind: strandKind, d, line: hairTone.strand, width: 1.5 });
	const coverMass = (d: string): FaceShape => ({ kind: 'cloth', d, fill: cover.fill });
	const coverFold = (d: string): FaceShape => ({ kind: 'trim', d, line: cover.trim, width: 1.8 });
	const lift = grown ? -1.6 : 0;

	const bust: FaceShape[] = [
		...(hair?.back ?? []).map(mass),
		...(hair?.backStrands ?? []).map(strand),
		...(covering?.back ?? []).map(coverMass),
		{ kind: 'shade', d: 'M42 70h16v13.5c0 4-4 6.5-8 6.5s-8-2.5-8-6.5Z', fill: skin.shade },
		...clothes[look.clothes ?? 'tee'](cloth),
		...(veiled
			? []
			: ([
					{ kind: 'skin', d: round(26.6, 53.5 + lift, 4.9, 5.8), fill: skin.fill },
					{ kind: 'skin', d: round(73.4, 53.5 + lift, 4.9, 5.8), fill: skin.fill },
					{
						kind: 'thin',
						d: `M25.6 ${51.4 + lift}c-1.6 1-1.6 3.4.2 4.4M74.4 ${51.4 + lift}c1.6 1 1.6 3.4-.2 4.4`,
						line: skin.shade,
						width: 1.5
					}
				] satisfies FaceShape[])),
		{ kind: 'skin', d: veiled ? veiledHead : grown ? grownHead : childHead, fill: skin.fill }
	];

	if (look.beard === 'full' || look.beard === 'short') {
		const jaw =
			look.beard === 'full'
				? 'M28.8 52c1 3 2.5 6 5.7 7.2 5-1.7 8-2.4 15.5-2.4s10.5.7 15.5 2.4c3.2-1.2 4.7-4.2 5.7-7.2 1.3 17-7.7 31.5-21.2 31.5S27.5 69 28.8 52Z'
				: 'M28.9 53c1.6 7 3.6 10 6.6 10.6C40 61 44 60 50 60s10 1 14.5 3.6c3-.6 5-3.6 6.6-10.6.7 15-8.1 27.4-21.1 27.4S28.2 68 28.9 53Z';
		bust.push(mass(jaw), { kind: 'skin', d: round(50, 66.4, 9.6, 5.2), fill: skin.fill });
	}
	if (look.beard)
		bust.push(
			mass('M50 60.2c-4-2.4-9-1.2-11.2 3.6 4 .6 8.2.4 11.2-1.4 3 1.8 7.2 2 11.2 1.4-2.2-4.8-7.2-6-11.2-3.6Z')
		);

	bust.push(
		{ kind: 'blush', d: round(34.6, 62 + lift, 4.6, 3.2), fill: skin.blush },
		{ kind: 'blush', d: round(65.4, 62 + lift, 4.6, 3.2), fill: skin.blush }
	);
	if (look.freckles)
		bust.push({
			kind: 'thin',
			d: `M34.5 ${59 + lift}h.1M37.8 ${60.6 + lift}h.1M33.6 ${62.4 + lift}h.1M65.5 ${59 + lift}h.1M62.2 ${60.6 + lift}h.1M66.4 ${62.4 + lift}h.1`,
			line: skin.shade,
			width: 1.7
		});
	if (look.wrinkles)
		bust.push({
			kind: 'thin',
			d: `M32.4 ${49 + lift}l-1.8-1M32.6 ${52 + lift}h-2M67.6 ${49 + lift}l1.8-1M67.4 ${52 + lift}h2M39 ${62.5 + lift}q-1.4 2.2-.6 4.5M61 ${62.5 + lift}q1.4 2.2.6 4.5`,
			line: skin.shade,
			width: 1.5
		});
	bust.push(...features(feel, skin, lift));

	bust.push(
		...(top?.front ?? []).map(mass),
		...(top?.strands ?? []).map(strand),
		...(covering?.front ?? []).map(coverMass),
		...(covering?.folds ?? []).map(coverFold)
	);

	if (look.glasses)
		bust.push({
			kind: 'frame',
			d: `${round(39.8, 53.5 + lift, 8.4)}${round(60.2, 53.5 + lift, 8.4)}M48.2 ${52.4 + lift}q1.8-1.6 3.6 0M31.4 ${52 + lift}l-4.4-1.4M68.6 ${52 + lift}l4.4-1.4`,
			line: skin.deep ? '#ffe3b0' : '#34406a',
			width: 2.3
		});
	if (look.hearing && !veiled) {
		bust.push({
			kind: 'frame',
			d: `M73 ${47.4 + lift}c3.6-3.8 8.4-1 7.4 5-.4 2.8-1.4 4.8-2.6 6.4`,
			line: '#3f7fd6',
			width: 3.4
		});
		if (look.hearing === 'implant')
			bust.push(
				{ kind: 'frame', d: `M79.5 ${46 + lift}c2-6-1-10-5-12`, line: '#3f7fd6', width: 2 },
				{ kind: 'ink', d: round(72.5, 32.5, 4.6), fill: '#3f7fd6' }
			);
	}

	const ground = look.ground ?? 'sun';
	return {
		ground: ground === 'none' ? [] : [{ kind: 'ground', d: round(50, 50, 48), fill: grounds[ground] }],
		chair: look.wheelchair ? wheelchair(cloth.fill, skin.fill) : [],
		bust,
		...(look.wheelchair ? { transform: 'translate(12 -.5) scale(.76)' } : {})
	};
}

/** The chair from the front: back, arms and two wheels, with the body that sits in it. */
const wheelchair = (cloth: string, skin: string): FaceShape[] => [
	{ kind: 'chair', d: 'M28 95.5V70a6 6 0 0 1 6-6h32a6 6 0 0 1 6 6v25.5Z', fill: '#39456e' },
	{ kind: 'cloth', d: 'M28.5 66h43l-3 27H31.5Z', fill: cloth },
	{ kind: 'chair', d: round(17.5, 80, 4.6, 16), fill: '#39456e' },
	{ kind: 'chair', d: round(82.5, 80, 4.6, 16), fill: '#39456e' },
	{
		kind: 'cloth',
		d: 'M33 65.5c-8 2-12.5 8-14.5 15l6.5 2.5c2-5 5-8.5 8-10ZM67 65.5c8 2 12.5 8 14.5 15L75 83c-2-5-5-8.5-8-10Z',
		fill: cloth
	},
	{ kind: 'frame', d: 'M17.5 70v20M82.5 70v20', line: '#dfe6f5', width: 2 },
	{ kind: 'frame', d: 'M22 80h10.5M67.5 80H78M31 92h38', line: '#39456e', width: 5 },
	{ kind: 'skin', d: round(20.5, 84, 4.2) + round(79.5, 84, 4.2), fill: skin }
];
