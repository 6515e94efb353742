/** Somebody a child knows, drawn: who they are as the ground, and on it the face that the child made for them. */
import type { FaceLook } from './face.ts';
import { faceOf, type KeptFace } from './kept-face.ts';
import { people, type PersonName } from './people.ts';

/**
 * The head of somebody whose picture is `picture`, with `face` over it; null where neither is one head, as for a pet or
 * somebody who is nobody of the set and has no face. `child` gives kin their colours.
 */
export function somebodyLook(
	picture: string | undefined,
	face: KeptFace | null | undefined,
	child: FaceLook
): FaceLook | null {
	const standing =
		picture !== undefined && Object.hasOwn(people, picture) ? people[picture as PersonName](child) : [];
	const base = standing.length === 1 ? (standing[0]?.look ?? null) : null;
	const made = faceOf(face);
	return made ? { ...base, ...made, ground: base?.ground ?? 'sun' } : base;
}
