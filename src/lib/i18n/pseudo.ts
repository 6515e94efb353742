/**
 * Made-up languages that show what a layout cannot bear: one 40 % longer than English, one written from right to left.
 * For the gallery and the tests; nobody is offered them.
 */

/** A tree of words as it stands in a file. */
export interface WordTree {
	readonly [name: string]: string | WordTree;
}

/** `long`: English with accents, 40 % longer. `rtl`: English, marked to be read from right to left. */
export const pseudoLocales = { 'en-XA': 'long', 'ar-XB': 'rtl' } as const;

const accents: Readonly<Record<string, string>> = {
	a: 'á',
	e: 'ë',
	i: 'ï',
	o: 'ö',
	u: 'ü',
	w: 'ŵ',
	y: 'ŷ',
	A: 'Á',
	E: 'Ë',
	I: 'Ï',
	O: 'Ö',
	U: 'Ü'
};

/** `words` in the made-up language `kind`; what stands in `{{…}}` is left alone. */
export function pseudo(words: string, kind: 'long' | 'rtl'): string {
	if (kind === 'rtl') return `\u202e${words}\u202c`;
	const accented = words
		.split(/(\{\{.*?\}\})/)
		.map((part) =>
			part.startsWith('{{') ? part : part.replace(/[aeiouwyAEIOU]/g, (letter) => accents[letter] ?? letter)
		)
		.join('');
	const more = Math.ceil(words.length * 0.4);
	return `${accented} ${'lorem ipsum dolor sit amet '.repeat(Math.ceil(more / 27)).slice(0, Math.max(1, more - 1))}`;
}

/** Every word of `tree` in the made-up language `kind`. */
export function pseudoTree(tree: WordTree, kind: 'long' | 'rtl'): WordTree {
	return Object.fromEntries(
		Object.entries(tree).map(([name, value]) => [
			name,
			typeof value === 'string' ? pseudo(value, kind) : pseudoTree(value, kind)
		])
	);
}
