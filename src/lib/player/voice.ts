/**
 * How much is said: three voices for five versions. The numbers of words are those of the access table; the texts stand in
 * `locales/<language>/player.json` under `short`, `plain` and `full`.
 */
import type { Key, Params } from '../i18n/keys.ts';
import type { Words } from '../i18n/words.svelte.ts';
import type { VersionId } from '../journey/version.ts';

/** `short`: 4–7 and easy read; `plain`: 8–11; `full`: from 12. */
export type Voice = 'short' | 'plain' | 'full';

/** The voice of a version. */
export const voiceOf = (look: VersionId): Voice =>
	look === '4-7' || look === 'easy' ? 'short' : look === '8-11' ? 'plain' : 'full';

/** The words under `key` in the voice of `look`. `key` names a place that has all three. */
export const say = (words: Words, look: VersionId, key: string, params?: Params): string =>
	words.t(`player:${key}.${voiceOf(look)}` as Key, params);

/** As `say`, but nothing in the short voice, where a second sentence would be too much. */
export const sayMore = (words: Words, look: VersionId, key: string, params?: Params): string | null =>
	voiceOf(look) === 'short' ? null : say(words, look, key, params);

/** As `say`, from the words of the meeting: `locales/<language>/gathering.json`. */
export const sayMeeting = (words: Words, look: VersionId, key: string, params?: Params): string =>
	words.t(`gathering:${key}.${voiceOf(look)}` as Key, params);

/** As `say`, from the words of what was answered: `locales/<language>/answers.json`. */
export const sayAnswers = (words: Words, look: VersionId, key: string, params?: Params): string =>
	words.t(`answers:${key}.${voiceOf(look)}` as Key, params);

/** As `say`, from the words of asking: `locales/<language>/asking.json`. */
export const sayAsking = (words: Words, look: VersionId, key: string, params?: Params): string =>
	words.t(`asking:${key}.${voiceOf(look)}` as Key, params);
