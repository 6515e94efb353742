/**
 * The code: four of twelve pictures in order, 20,736 of them, 14 bits. It keeps out whoever has a few tries; it is no key by
 * itself (threat model).
 */

/** The pictures of a code, by their names in the picture set. */
export const codePictures = [
	'morning',
	'night',
	'wish-star',
	'heart',
	'key',
	'clock',
	'car',
	'book',
	'phone',
	'tooth',
	'letter',
	'pen'
] as const;

/** One picture of a code. */
export type CodePicture = (typeof codePictures)[number];

/** Pictures in a code. */
export const codeLength = 4;

/** Four pictures, in order. */
export type Code = readonly CodePicture[];

/** The code as the text that is stretched. The order of pictures on the screen is no part of it. */
export const codeText = (code: Code): string => code.join(' ');
