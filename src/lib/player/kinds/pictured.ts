/** Pictures named by a journey, checked: data may name a picture that this build does not carry. */
import type { Asked } from '../../journey/answer.ts';
import { isPictureName, type PictureName } from '../../picture/names.ts';

/** `name` where it is a picture of the set, else undefined: the words stand alone. */
export const pictured = (name: string | undefined): PictureName | undefined =>
	name !== undefined && isPictureName(name) ? name : undefined;

/** The options as cards to put somewhere, in the order shown. */
export const cardsOf = (
	asked: Asked
): readonly { readonly id: string; readonly words: string; readonly picture?: PictureName }[] =>
	asked.options.map(({ id, words, picture }) => ({ id, words, picture: pictured(picture) }));
