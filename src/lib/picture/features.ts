/** Feelings: the same three marks for every one of them, brows, eyes and mouth, and a nose that never changes. */
import { round } from './drawing.ts';
import type { FaceShape } from './face.ts';
import type { Skin } from './tones.ts';

/** Every feeling a face can show. `dont-know` is one, too. */
export const feelings = [
	'good',
	'middle',
	'not-good',
	'worried',
	'cross',
	'scared',
	'calm',
	'sad',
	'tired',
	'poorly',
	'excited',
	'shy',
	'lonely',
	'dont-know'
] as const;

/** A feeling; `plain` is none in particular, as people look when nothing is said about them. */
export type Feeling = (typeof feelings)[number] | 'plain';

/** Eyes: open and looking somewhere, wide, shut in peace, shut in a laugh, half shut. */
type Eyes =
	| { readonly are: 'open' | 'wide' | 'half'; readonly x: number; readonly y: number }
	| { readonly are: 'shut' | 'laugh' | 'heavy' };

interface Marks {
	/** Each brow from the outer end inwards, drawn for the left and mirrored; `[left, right]` where they differ. */
	readonly brows: string | readonly [string, string];
	readonly eyes: Eyes;
	readonly mouth: string;
	/** The mouth is open: filled, with a tongue. */
	readonly open?: boolean;
}

const ahead = { are: 'open', x: 0, y: 0 } as const;

const marks: Readonly<Record<Feeling, Marks>> = {
	good: { brows: 'M34.4 44.6q4.6-3.6 9.6-1.8', eyes: ahead, mouth: 'M40.8 64q9.2 9.4 18.4 0' },
	plain: { brows: 'M34.6 44.8q4.4-2.6 9-1.4', eyes: ahead, mouth: 'M43.4 65.4q6.6 4.6 13.2 0' },
	middle: { brows: 'M34.6 44.2h9', eyes: ahead, mouth: 'M43 67h14' },
	'not-good': { brows: 'M34.2 45.6q4.4-1.6 8.8-4.2', eyes: ahead, mouth: 'M42.6 69q7.4-5.4 14.8 0' },
	worried: {
		brows: 'M34 46.2q4.6-2.2 8.4-6.2',
		eyes: { are: 'open', x: 0, y: -0.6 },
		mouth: 'M42.4 68q2.6-2.6 5.1 0t5.1 0t5.1 0'
	},
	cross: { brows: 'M34.2 41.2q5.4.8 9.8 4.8', eyes: ahead, mouth: 'M43.4 68.8q6.6-3.6 13.2 0' },
	scared: {
		brows: 'M34 42.2q4.4-4.8 9.4-4.8',
		eyes: { are: 'wide', x: 0, y: 0 },
		mouth: round(50, 68.4, 4.2, 4.8),
		open: true
	},
	calm: { brows: 'M34.8 45q4.4-2.2 8.8-.8', eyes: { are: 'shut' }, mouth: 'M43.2 65.6q6.8 4.8 13.6 0' },
	sad: {
		brows: 'M34.2 46.6q5-1.4 8.4-5.4',
		eyes: { are: 'open', x: 0, y: 1.3 },
		mouth: 'M42.6 70.2q7.4-8.2 14.8 0'
	},
	tired: { brows: 'M34.6 45.4q4.4-1.4 9-.8', eyes: { are: 'half', x: 0, y: 1 }, mouth: 'M45 68h10' },
	poorly: {
		brows: 'M34.2 45.6q4.6-1.4 8.6-4.4',
		eyes: { are: 'heavy' },
		mouth: 'M42 68.4q2-2.6 4 0t4 0t4 0t4 0'
	},
	excited: {
		brows: 'M34.2 42.8q4.6-4.2 9.6-2.2',
		eyes: { are: 'laugh' },
		mouth: 'M40.4 62.8q9.6 2 19.2 0c0 7-4 11.2-9.6 11.2s-9.6-4.2-9.6-11.2Z',
		open: true
	},
	shy: {
		brows: 'M34.6 44.8q4.2-2.6 8.8-2',
		eyes: { are: 'open', x: 1.7, y: 1.5 },
		mouth: 'M45 66.4q4.6 3.4 8.4-.4'
	},
	lonely: {
		brows: 'M34.4 45.8q4.6-1.4 8.4-4.4',
		eyes: { are: 'open', x: -1.6, y: 1.5 },
		mouth: 'M45 68.4q5-2.8 10 0'
	},
	'dont-know': {
		brows: ['M34.4 44.8q4.6-1.8 9.2-.8', 'M65.6 41.4q-4.6-3.8-9.6-1.8'],
		eyes: { are: 'open', x: 1.3, y: -1.6 },
		mouth: 'M43.6 67.2q6.4-1.2 12.4 1.4'
	}
};

/** `d` (absolute commands M, relative q and h only) turned over the middle line of the face. */
const mirrored = (d: string): string => {
	const [, x = '0', rest = ''] = /^M([\d.]+) (.*)$/.exec(d) ?? [];
	let axis = 0;
	const turned = rest.replace(/^[\d.]+|([a-z])|(-?[\d.]+)/g, (part, command?: string, value?: string) => {
		if (command !== undefined) {
			axis = 0;
			return command === 'h' ? 'h' : command;
		}
		if (value === undefined) return part;
		axis += 1;
		return axis % 2 === 1 ? ` ${-Number(value)} ` : value;
	});
	return `M${100 - Number(x)} ${turned}`;
};

/** The shapes of a feeling on `skin`, raised by `-lift`. */
export function features(feel: Feeling, skin: Skin, lift: number): FaceShape[] {
	const mark = marks[feel];
	const [left, right] = typeof mark.brows === 'string' ? [mark.brows, mirrored(mark.brows)] : mark.brows;
	const move = (d: string) =>
		lift === 0
			? d
			: d.replace(
					/M([\d.]+) ([\d.]+)/g,
					(_, x: string, y: string) => `M${x} ${(Number(y) + lift).toFixed(2)}`
				);
	const shapes: FaceShape[] = [];
	for (const x of [39.8, 60.2]) shapes.push(...eye(mark.eyes, x, 53.5 + lift, skin));
	shapes.push(
		{ kind: 'feature', d: move(left), line: skin.ink, width: 2.7 },
		{ kind: 'feature', d: move(right), line: skin.ink, width: 2.7 },
		{ kind: 'thin', d: move('M47.8 59.4q2.2 2.2 4.4 0'), line: skin.shade, width: 2.1 }
	);
	if (mark.open) {
		shapes.push({ kind: 'ink', d: move(mark.mouth), fill: skin.deep ? '#2a0d0b' : skin.lip });
		if (feel === 'excited')
			shapes.push(
				{ kind: 'white', d: move('M42 64.6q8 1.6 16 0l-.6 2.4q-7.4 1.2-14.8 0Z'), fill: '#ffffff' },
				{ kind: 'blush', d: move('M45 72q5-3.4 10 0-2 2-5 2t-5-2Z'), fill: '#f08a7e' }
			);
		if (skin.deep) shapes.push({ kind: 'feature', d: move(mark.mouth), line: skin.lip, width: 1.8 });
	} else shapes.push({ kind: 'feature', d: move(mark.mouth), line: skin.lip, width: 2.8 });
	return shapes;
}

function eye(eyes: Eyes, x: number, y: number, skin: Skin): FaceShape[] {
	const line = (d: string): FaceShape => ({
		kind: 'feature',
		d,
		line: skin.deep ? '#0c0605' : skin.ink,
		width: 2.7
	});
	const side = x < 50 ? 1 : -1;
	if (eyes.are === 'shut') return [line(`M${x - 4} ${y - 0.6}q4 4 8 0`)];
	if (eyes.are === 'laugh') return [line(`M${x - 4.2} ${y + 1.6}q4.2-5.6 8.4 0`)];
	if (eyes.are === 'heavy') return [line(`M${x - 4 * side} ${y + 1.4}q${4 * side}-.4 ${8 * side}-2.4`)];
	if (!('x' in eyes)) return [];
	const wide = eyes.are === 'wide';
	const pupil = { x: x + eyes.x, y: y + eyes.y };
	const shapes: FaceShape[] = [
		{ kind: 'white', d: round(x, y, wide ? 5.8 : 4.9, wide ? 6.4 : 5.1), fill: '#ffffff' },
		{ kind: 'ink', d: round(pupil.x, pupil.y, wide ? 2.8 : 3.3, wide ? 2.8 : 3.6), fill: '#2a1b1b' },
		{ kind: 'white', d: round(pupil.x + 1.1, pupil.y - 1.3, 1.05), fill: '#ffffff' }
	];
	if (eyes.are === 'half')
		shapes.push(
			{ kind: 'lid', d: `M${x - 5.6} ${y - 0.4}h11.2v-6.4h-11.2Z`, fill: skin.fill },
			line(`M${x - 4.9} ${y - 0.6}h9.8`)
		);
	return shapes;
}
