/** What the six places look like: a picture each, so that they can be told apart and say nothing of anybody. */
import type { PictureName } from '$lib/picture/names';

/** By the place's number, from 0. */
export const placePictures = [
	'house',
	'bus',
	'sport',
	'music',
	'pet',
	'food'
] as const satisfies readonly PictureName[];
