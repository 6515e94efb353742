/** Pictures named by a journey, checked: data may name a picture that this build does not carry. */
import { isPictureName, type PictureName } from '../../picture/names.ts';

/** `name` where it is a picture of the set, else undefined: the words stand alone. */
export const pictured = (name: string | undefined): PictureName | undefined =>
	name !== undefined && isPictureName(name) ? name : undefined;
