/** Making one's own face: what can be changed, and how a face lies in the draft. Everything may be left out. */
import type { DraftState } from '../journey/draft-state.ts';
import type { FaceLook } from '../picture/face.ts';

/** What can be changed, in the order in which it is offered. */
export const faceParts = ['skin', 'hair', 'hairTone', 'covering', 'more', 'clothTone'] as const;

/** A part of the face that a child can change. */
export type FacePart = (typeof faceParts)[number];

/** What each part offers, by the names of `player:face.<part>`. `more`: each of these is there or not. */
export const faceChoices = {
	skin: [1, 2, 3, 4, 5, 6],
	hair: [
		'short',
		'messy',
		'bob',
		'long',
		'wavy',
		'curls',
		'afro',
		'puffs',
		'braids',
		'locs',
		'ponytail',
		'buzz'
	],
	hairTone: ['black', 'dark', 'brown', 'auburn', 'ginger', 'blond', 'blue', 'pink'],
	covering: ['none', 'hijab', 'turban', 'patka', 'kippah', 'beanie', 'cap'],
	more: ['glasses', 'aid', 'implant', 'wheelchair', 'freckles'],
	clothTone: ['sun', 'coral', 'leaf', 'sky', 'plum']
} as const satisfies {
	readonly skin: readonly NonNullable<FaceLook['skin']>[];
	readonly hair: readonly NonNullable<FaceLook['hair']>[];
	readonly hairTone: readonly NonNullable<FaceLook['hairTone']>[];
	readonly covering: readonly (NonNullable<FaceLook['covering']> | 'none')[];
	readonly more: readonly string[];
	readonly clothTone: readonly NonNullable<FaceLook['clothTone']>[];
};

/** One choice of one part. */
export type FaceChoice = (typeof faceChoices)[FacePart][number];

/** A face as it is before anything is changed. */
export const plainFace: FaceLook = {
	skin: 3,
	hair: 'messy',
	hairTone: 'dark',
	ground: 'sun',
	clothTone: 'sky'
};

const isOneOf = <Choice>(choices: readonly Choice[], value: unknown): value is Choice =>
	choices.includes(value as Choice);

/** The face in a draft; what it does not say, or says in words unknown here, is left out. Null where none was made. */
export function faceOf(kept: DraftState['face']): FaceLook | null {
	if (!kept) return null;
	const { skin, hair, hairTone, covering, hearing, clothTone } = kept;
	return {
		ground: 'sun',
		...(isOneOf(faceChoices.skin, skin) ? { skin } : {}),
		...(isOneOf(faceChoices.hair, hair) ? { hair } : {}),
		...(isOneOf(faceChoices.hairTone, hairTone) ? { hairTone } : {}),
		...(isOneOf(faceChoices.covering, covering) && covering !== 'none' ? { covering } : {}),
		...(hearing === 'aid' || hearing === 'implant' ? { hearing } : {}),
		...(isOneOf(faceChoices.clothTone, clothTone) ? { clothTone } : {}),
		glasses: kept['glasses'] === true,
		wheelchair: kept['wheelchair'] === true,
		freckles: kept['freckles'] === true
	};
}

/** As it lies in the draft. */
export function keptFace(face: FaceLook): NonNullable<DraftState['face']> {
	const { ground: _ground, ...features } = face;
	return Object.fromEntries(
		Object.entries(features).filter(([, value]) => value !== undefined && value !== false)
	) as NonNullable<DraftState['face']>;
}

/** Whether `face` has `choice` of `part`. */
export function hasChoice(face: FaceLook, part: FacePart, choice: FaceChoice): boolean {
	if (part === 'covering') return (face.covering ?? 'none') === choice;
	if (part !== 'more') return face[part] === choice;
	if (choice === 'aid' || choice === 'implant') return face.hearing === choice;
	return face[choice as 'glasses' | 'wheelchair' | 'freckles'] === true;
}

/** `face` with `choice` of `part`; a thing of `more` that is there already goes. */
export function withChoice(face: FaceLook, part: FacePart, choice: FaceChoice): FaceLook {
	if (part === 'covering') {
		const { covering: _old, ...bare } = face;
		return choice === 'none' ? bare : { ...bare, covering: choice as FaceLook['covering'] };
	}
	if (part !== 'more') return { ...face, [part]: choice };
	const { hearing, ...rest } = face;
	if (choice === 'aid' || choice === 'implant')
		return hearing === choice ? rest : { ...rest, hearing: choice };
	return { ...face, [choice]: !hasChoice(face, part, choice) };
}

/** Another face, by `chance` (0 ≤ chance < 1, as Math.random). Nothing that is worn because of belief or body is guessed. */
export function anotherFace(chance: () => number): FaceLook {
	const any = <Choice>(choices: readonly Choice[]): Choice | undefined =>
		choices[Math.floor(chance() * choices.length)];
	return {
		ground: 'sun',
		skin: any(faceChoices.skin),
		hair: any(faceChoices.hair),
		hairTone: any(faceChoices.hairTone.slice(0, 6)),
		clothTone: any(faceChoices.clothTone),
		glasses: chance() < 0.25,
		freckles: chance() < 0.2
	};
}
