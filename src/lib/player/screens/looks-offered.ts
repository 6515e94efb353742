/** Which versions are offered where: few to the young (access table: 2 to 3 options), all to the others. */
import type { VersionId } from '../../journey/version.ts';
import type { PictureName } from '../../picture/names.ts';

/** The versions to choose from, for somebody who is shown `look`. Their own is always among them. */
export const looksOffered: Readonly<Record<VersionId, readonly VersionId[]>> = {
	'4-7': ['4-7', '8-11', 'easy'],
	'8-11': ['4-7', '8-11', '12-15', 'easy'],
	'12-15': ['8-11', '12-15', '16-17', 'easy'],
	'16-17': ['8-11', '12-15', '16-17', 'easy'],
	easy: ['4-7', '8-11', 'easy']
};

/** The picture that stands beside each. */
export const lookPicture: Readonly<Record<VersionId, PictureName>> = {
	'4-7': 'picture',
	'8-11': 'book',
	'12-15': 'document',
	'16-17': 'report',
	easy: 'look'
};
