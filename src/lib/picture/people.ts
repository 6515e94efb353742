/**
 * The people of the picture set, built from the one head. Family takes the child's own skin and, where it is hair, the
 * child's hair colour; the others are as various as the people a child meets.
 */
import type { FaceLook } from './face.ts';
import type { Feeling } from './features.ts';

/** Where one head stands in a picture of several: its corner and its share of the size. */
export interface Standing {
	readonly look: FaceLook;
	readonly feel?: Feeling;
	readonly x: number;
	readonly y: number;
	readonly scale: number;
}

/** What a child has when they made no face of their own. */
export const someChild: FaceLook = {
	skin: 3,
	hair: 'messy',
	hairTone: 'dark',
	ground: 'sun',
	clothTone: 'sky'
};

const alone = (look: FaceLook): readonly Standing[] => [{ look, x: 0, y: 0, scale: 1 }];

/** A relative of `child` with `look`. */
const kin = (child: FaceLook, look: FaceLook): FaceLook => ({
	skin: child.skin,
	hairTone: child.hairTone,
	...look
});

const mum = (child: FaceLook): FaceLook =>
	kin(child, {
		grown: true,
		hair: (child.skin ?? 3) > 4 ? 'braids' : 'wavy',
		...(child.covering === 'hijab' ? { covering: 'hijab' as const, coverTone: 'sky' as const } : {}),
		clothes: 'cardigan',
		clothTone: 'coral',
		ground: 'sun'
	});
const dad = (child: FaceLook): FaceLook =>
	kin(child, {
		grown: true,
		hair: (child.skin ?? 3) > 4 ? 'buzz' : 'short',
		beard: 'short',
		...(child.covering === 'patka' || child.covering === 'turban'
			? { covering: 'turban' as const, coverTone: 'ink' as const, beard: 'full' as const }
			: {}),
		clothes: 'tee',
		clothTone: 'leaf',
		ground: 'sky'
	});
const gran = (child: FaceLook): FaceLook =>
	kin(child, {
		grown: true,
		hair: 'bun',
		hairTone: 'grey',
		wrinkles: true,
		glasses: true,
		clothes: 'cardigan',
		clothTone: 'plum',
		ground: 'plum'
	});
const grandad = (child: FaceLook): FaceLook =>
	kin(child, {
		grown: true,
		hair: 'receding',
		hairTone: 'grey',
		wrinkles: true,
		beard: 'moustache',
		clothes: 'collar',
		clothTone: 'leaf',
		ground: 'leaf'
	});
const sister = (child: FaceLook): FaceLook =>
	kin(child, {
		hair: (child.skin ?? 3) > 4 ? 'puffs' : 'bob',
		clothTone: 'sun',
		clothes: 'stripe',
		ground: 'coral'
	});
const brother = (child: FaceLook): FaceLook =>
	kin(child, {
		hair: (child.skin ?? 3) > 4 ? 'twists' : 'short',
		clothTone: 'leaf',
		clothes: 'hoodie',
		ground: 'sky'
	});
const friend: FaceLook = {
	skin: 5,
	hair: 'puffs',
	hairTone: 'black',
	clothes: 'stripe',
	clothTone: 'coral',
	ground: 'leaf'
};
const worker: FaceLook = {
	skin: 5,
	hair: 'twists',
	hairTone: 'black',
	grown: true,
	clothes: 'lanyard',
	clothTone: 'sky',
	ground: 'coral'
};
const chair: FaceLook = {
	skin: 2,
	hair: 'bob',
	hairTone: 'grey',
	grown: true,
	glasses: true,
	clothes: 'jacket',
	clothTone: 'ink',
	ground: 'sky'
};

/** Two or three heads side by side, none on a disc of its own. */
const beside = (...heads: readonly (readonly [FaceLook, number, number, number])[]): readonly Standing[] =>
	heads.map(([look, x, y, scale]) => ({ look: { ...look, ground: 'none' }, x, y, scale }));

/** Everyone in the set, for a given child; each picture is one or more heads, painted in order. */
export const people = {
	me: (child) => alone(child),
	mum: (child) => alone(mum(child)),
	dad: (child) => alone(dad(child)),
	gran: (child) => alone(gran(child)),
	grandad: (child) => alone(grandad(child)),
	baby: (child) => alone(kin(child, { hair: 'receding', clothes: 'tee', clothTone: 'sun', ground: 'plum' })),
	friend: () => alone(friend),
	worker: () => alone(worker),
	chair: () => alone(chair),
	teacher: () =>
		alone({
			skin: 4,
			hair: 'short',
			hairTone: 'dark',
			grown: true,
			glasses: true,
			clothes: 'cardigan',
			clothTone: 'leaf',
			ground: 'sun'
		}),
	'foster-carer': () =>
		alone({
			skin: 1,
			hair: 'curls',
			hairTone: 'auburn',
			grown: true,
			clothes: 'cardigan',
			clothTone: 'sun',
			ground: 'leaf'
		}),
	doctor: () =>
		alone({
			skin: 4,
			covering: 'hijab',
			coverTone: 'sky',
			grown: true,
			clothes: 'scrubs',
			clothTone: 'leaf',
			ground: 'coral'
		}),
	'police-officer': () =>
		alone({
			skin: 2,
			hair: 'short',
			hairTone: 'brown',
			covering: 'police',
			coverTone: 'ink',
			grown: true,
			clothes: 'uniform',
			clothTone: 'ink',
			ground: 'sky'
		}),
	helper: () =>
		alone({
			skin: 6,
			hair: 'locs',
			hairTone: 'black',
			grown: true,
			clothes: 'hoodie',
			clothTone: 'plum',
			ground: 'sun'
		}),
	parents: (child) => beside([dad(child), 34, 6, 0.7], [mum(child), -4, 14, 0.76]),
	'brother-sister': (child) => beside([brother(child), 36, 8, 0.66], [sister(child), -2, 18, 0.72]),
	grandparent: (child) => beside([grandad(child), 36, 8, 0.68], [gran(child), -3, 16, 0.74]),
	family: (child) => beside([dad(child), 43, 4, 0.58], [mum(child), -1, 6, 0.6], [child, 20, 33, 0.62]),
	everybody: (child) =>
		beside(
			[chair, -2, 2, 0.5],
			[worker, 52, 2, 0.5],
			[dad(child), 25, 0, 0.5],
			[mum(child), 2, 42, 0.52],
			[friend, 47, 42, 0.52]
		)
} as const satisfies Readonly<Record<string, (child: FaceLook) => readonly Standing[]>>;

/** A picture of people. */
export type PersonName = keyof typeof people;
