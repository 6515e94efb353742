/**
 * A face that somebody put together, and how it lies in a draft or an answer: features by name. What is not known here,
 * from another build or from a hand that changed it, is left out.
 */
import type { FaceLook } from './face.ts';

/** Features by name. */
export type KeptFace = Readonly<Record<string, string | number | boolean>>;

/** What each part of a face offers, by the names of `player:face.<part>`. `more`: each of these is there or not. */
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

const isOneOf = <Choice>(choices: readonly Choice[], value: unknown): value is Choice =>
	choices.includes(value as Choice);

/** The face that was kept; what it does not say, or says in words unknown here, is left out. Null where none was made. */
export function faceOf(kept: KeptFace | null | undefined): FaceLook | null {
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
export function keptFace(face: FaceLook): KeptFace {
	const { ground: _ground, ...features } = face;
	return Object.fromEntries(
		Object.entries(features).filter(([, value]) => value !== undefined && value !== false)
	) as KeptFace;
}
