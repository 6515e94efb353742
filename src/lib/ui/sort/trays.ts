/** The three places of ordinary sorting: good, in the middle, not good. */
import type { Words } from '../../i18n/words.svelte.ts';
import type { PictureName } from '../../picture/names.ts';

const faces = [
	['good', 'common:sort.good', 'face-good'],
	['middle', 'common:sort.middle', 'face-middle'],
	['not-good', 'common:sort.notGood', 'face-not-good']
] as const;

/** The places with their pictures, and their words: `called` where a question has its own. */
export const traysOf = (
	words: Words,
	called?: Readonly<Record<string, string>>
): readonly { id: (typeof faces)[number][0]; words: string; picture: PictureName }[] =>
	faces.map(([id, key, picture]) => ({ id, picture, words: called?.[id] ?? words.t(key) }));
