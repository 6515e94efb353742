/** One's own life laid out: near and far, baskets, the times of day, a body without detail, what it feels. */
import { round, type Drawing } from '../drawing.ts';

const head = round(50, 19, 14);
const torso = 'M39 36h22a7 7 0 0 1 7 7v23H32V43a7 7 0 0 1 7-7Z';
const arms = 'M33 40c-3 1-6 3-8 7l-9 17a5 5 0 0 0 9 5l7-13ZM67 40c3 1 6 3 8 7l9 17a5 5 0 0 1-9 5l-7-13Z';
const legs = 'M32 66h36l-3 24a5 5 0 0 1-5 4h-1a5 5 0 0 1-5-4l-4-14-4 14a5 5 0 0 1-5 4h-1a5 5 0 0 1-5-4Z';
const parts = { arms, legs, torso, head } as const;
const smile = ['none', 'M45 24q5 4 10 0'] as const;
const eyes = [
	['dot', round(45, 17, 2)],
	['dot', round(55, 17, 2)]
] as const;

/** A child from the front, in clothes, with `shown` in colour. */
const body = (...shown: readonly (keyof typeof parts)[]): Drawing => [
	...(Object.keys(parts) as (keyof typeof parts)[]).map(
		(part) => [shown.includes(part) ? 'coral' : 'white', parts[part]] as const
	),
	...eyes,
	smile
];

/** A head and shoulders around `x`, `size` of the usual size. */
const someone = (x: number, size: number): string =>
	`${round(x, 58 - 20 * size, 10 * size)}M${x - 15 * size} ${58 + 16 * size}c0-${14 * size} ${6 * size}-${20 * size} ${15 * size}-${20 * size}s${15 * size} ${6 * size} ${15 * size} ${20 * size}Z`;

const basket = 'M10 50h80l-8 37a6 6 0 0 1-6 5H24a6 6 0 0 1-6-5Z';
const weave = 'M14 64h72M17 78h66M36 50l4 42M64 50l-4 42';

/** The pictures of this group by name: people near and far, baskets, times of day, parts of a body. */
export const lives = {
	near: [
		['sun', someone(35, 1)],
		['sky', someone(65, 1)]
	],
	between: [
		['sun', someone(22, 0.9)],
		['sky', someone(78, 0.9)],
		['none', 'M44 60h12']
	],
	far: [
		['sun', someone(14, 0.72)],
		['sky', someone(88, 0.6)],
		['none', 'M32 62h6M47 62h6M62 62h6']
	],
	somebody: [
		['sky', round(50, 35, 18)],
		['sky', 'M16 90c0-22 14-32 34-32s34 10 34 32Z']
	],
	elsewhere: [
		['white', 'M8 52L24 38l16 14v22H8Z'],
		['sun', 'M56 44l18-16 18 16v30H56Z'],
		['none', 'M69 74V58h10v16M20 88h10M40 88h10M60 88h10M19 74V60h10v14']
	],
	remember: [
		['none', 'M50 58v34M50 82c-10 0-16-6-18-14 10 0 17 5 18 14Z'],
		['plum', round(50, 20, 11)],
		['plum', round(68, 33, 11)],
		['plum', round(61, 53, 11)],
		['plum', round(39, 53, 11)],
		['plum', round(32, 33, 11)],
		['sun', round(50, 39, 9)]
	],
	'basket-good': [
		[
			'coral',
			'M50 42C38 34 31 27 31 19c0-6 4-10 9-10 5 0 8 3 10 7 2-4 5-7 10-7 5 0 9 4 9 10 0 8-7 15-19 23Z'
		],
		['sun', basket],
		['none', weave]
	],
	'basket-worries': [
		['sky', 'M33 42c-6 0-11-4-11-10s5-10 10-10c2-8 8-13 16-13 8 0 13 4 15 10 8 0 14 5 14 12s-6 11-12 11Z'],
		['sun', basket],
		['none', weave]
	],
	'basket-dreams': [
		['plum', 'M50 5l6 12.6 13.8 1.8-10.1 9.5 2.6 13.6L50 36l-12.3 6.5 2.6-13.6-10.1-9.5L44 17.6Z'],
		['sun', basket],
		['none', weave]
	],
	midday: [
		['sun', round(50, 50, 21)],
		['none', 'M50 8v10M50 82v10M8 50h10M82 50h10M20.3 20.3l7 7M72.7 72.7l7 7M20.3 79.7l7-7M72.7 27.3l7-7']
	],
	evening: [
		['coral', 'M26 62a24 24 0 0 1 48 0Z'],
		['none', 'M8 62h84M18 76h64M34 90h32'],
		['sun', 'M80 10l3.4 7.4 8 .9-6 5.5 1.7 8L80 27.7l-7.1 4.1 1.7-8-6-5.5 8-.9Z']
	],
	hurts: [
		['coral', 'M20 56L56 20a17 17 0 0 1 24 24L44 80a17 17 0 0 1-24-24Z'],
		['white', 'M38 38l24 24 8-8L46 30Z'],
		['dot', round(50, 46, 2.6)],
		['dot', round(56, 52, 2.6)],
		['none', 'M38 38l24 24']
	],
	itches: [
		['none', 'M14 30q9-14 18 0t18 0 18 0 18 0M14 52q9-14 18 0t18 0 18 0 18 0'],
		['coral', round(26, 76, 7)],
		['coral', round(52, 80, 7)],
		['coral', round(76, 73, 7)]
	],
	'no-touch': [
		[
			'sun',
			'M30 56V28a5 5 0 0 1 10 0v18V18a5 5 0 0 1 10 0v26V15a5 5 0 0 1 10 0v30V24a5 5 0 0 1 10 0v36c0 19-8 30-22 30-11 0-16-5-21-13L17 62a6 6 0 0 1 10-6Z'
		],
		['none', 'M14 20l8 6M10 38h8M86 16l-8 6M90 38h-8']
	],
	'body-head': body('head'),
	'body-eyes-ears': [
		['coral', round(15, 52, 9, 12)],
		['coral', round(85, 52, 9, 12)],
		['white', round(50, 50, 34, 38)],
		['coral', round(37, 46, 8, 6)],
		['coral', round(63, 46, 8, 6)],
		['dot', round(37, 46, 2.8)],
		['dot', round(63, 46, 2.8)],
		['none', 'M42 70q8 5 16 0']
	],
	'body-mouth': [
		['white', round(50, 50, 34, 38)],
		['dot', round(38, 40, 3)],
		['dot', round(62, 40, 3)],
		['coral', 'M30 58h40c0 13-8 21-20 21s-20-8-20-21Z'],
		['white', 'M36 58h28v7H36ZM50 58v7']
	],
	'body-tummy': [...body(), ['coral', round(50, 54, 11)], ['none', 'M48 56q2 2 4 0']],
	'body-arms': body('arms'),
	'body-legs': body('legs'),
	'body-skin': [
		['sun', 'M28 94V52c0-16 8-24 22-24s22 8 22 24v42Z'],
		['dot', round(40, 56, 2.4)],
		['dot', round(58, 50, 2.4)],
		['coral', round(52, 70, 6)],
		['none', 'M16 60l-6 4M16 76h-7M84 60l6 4M84 76h7M28 82h44M38 14v5M50 10v7M62 14v5']
	],
	'body-back': [
		['white', arms],
		['white', legs],
		['coral', torso],
		['white', head],
		['none', 'M36 17q14 8 28 0M50 42v18M43 47h14M43 55h14']
	],
	'body-inside': [
		...body(),
		['coral', 'M50 62C41 56 37 51 37 46c0-4 3-7 7-7 3 0 5 2 6 4 1-2 3-4 6-4 4 0 7 3 7 7 0 5-4 10-13 16Z']
	]
} as const satisfies Readonly<Record<string, Drawing>>;
