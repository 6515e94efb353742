/** Making one's own face: what can be changed, how it changes. Everything may be left out. */
import type { FaceLook } from '../picture/face.ts';
import { faceChoices } from '../picture/kept-face.ts';

/** What can be changed, in the order in which it is offered. */
export const faceParts = ['skin', 'hair', 'hairTone', 'covering', 'more', 'clothTone'] as const;

/** A part of the face that a child can change. */
export type FacePart = (typeof faceParts)[number];

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
