import { describe, expect, it } from 'vitest';
import { faceChoices, faceOf, keptFace } from '../picture/kept-face.ts';
import { anotherFace, faceParts, hasChoice, plainFace, withChoice } from './face.ts';

describe('a face', () => {
	it('has every choice that was made, and lies in the draft as it is', () => {
		for (const part of faceParts)
			for (const choice of faceChoices[part]) {
				const face = withChoice(plainFace, part, choice);
				expect([part, choice, hasChoice(face, part, choice)]).toEqual([part, choice, true]);
				const again = faceOf(keptFace(face));
				expect(again && hasChoice(again, part, choice)).toBe(true);
			}
	});
	it('loses a thing that is chosen twice', () => {
		for (const thing of faceChoices.more) {
			const on = withChoice(plainFace, 'more', thing);
			expect(hasChoice(withChoice(on, 'more', thing), 'more', thing)).toBe(false);
		}
	});
	it('leaves out what a draft says in unknown words', () => {
		expect(faceOf({ hair: 'a crest', skin: 99, wheelchair: true })).toEqual({
			ground: 'sun',
			glasses: false,
			wheelchair: true,
			freckles: false
		});
		expect(faceOf(null)).toBeNull();
	});
	it('is never guessed to wear what belief or body asks for', () => {
		for (const chance of [0, 0.3, 0.6, 0.999]) {
			const face = anotherFace(() => chance);
			expect(face).not.toHaveProperty('covering');
			expect(face).not.toHaveProperty('hearing');
			expect(face).not.toHaveProperty('wheelchair');
		}
	});
});
