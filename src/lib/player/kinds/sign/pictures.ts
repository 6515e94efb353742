/** The pictures that a child may sign with: things, none of them a feeling or a person. */
import type { PictureName } from '../../../picture/names.ts';

/** Id of its word (`player:sign.pictures`) and its picture. */
export const signPictures = [
	{ id: 'star', picture: 'wish-star' },
	{ id: 'heart', picture: 'heart' },
	{ id: 'sun', picture: 'morning' },
	{ id: 'moon', picture: 'night' },
	{ id: 'ball', picture: 'sport' },
	{ id: 'house', picture: 'house' }
] as const satisfies readonly { readonly id: string; readonly picture: PictureName }[];
