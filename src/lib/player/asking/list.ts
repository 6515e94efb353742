/** Names in a row, as people say them. */

/** Spoken here where the browser knows no Welsh lists. */
const and: Readonly<Record<string, string>> = { cy: 'a', en: 'and' };

/** "Ann", "Ann and Ben", "Ann, Ben and Cai", in the language `locale`. */
export function listOf(locale: string, names: readonly string[]): string {
	if (names.length < 2) return names[0] ?? '';
	return `${names.slice(0, -1).join(', ')} ${and[locale] ?? and['en']} ${names.at(-1)}`;
}
