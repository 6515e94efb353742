/** The word lists that letters draw their six words from, each fetched when a letter in its language is made. */
import type { LocaleId } from '../../journey/version.ts';

const lists = import.meta.glob<readonly string[]>('../../invitation/wordlist/*.json', { import: 'default' });

/** The 2,048 words of `locale`. Throws RangeError where there is no list, and as the network does. */
export async function loadWordList(locale: LocaleId): Promise<readonly string[]> {
	const load = lists[`../../invitation/wordlist/${locale}.json`];
	if (!load) throw new RangeError(`No word list in ${locale}`);
	return load();
}
