/** Fetches the words of one namespace in one language: a chunk of its own, loaded when first needed. */
import type { Namespace } from './keys.ts';
import { pseudoLocales, pseudoTree, type WordTree } from './pseudo.ts';

const files = import.meta.glob<WordTree>('../../../locales/*/*.json', { import: 'default' });

/** Who is spoken to. To a grown-up some words are others, and in Welsh all that say *you*. */
export type Whom = 'child' | 'grown-up';

/**
 * The words of `namespace` in `locale`, as said to `whom`: a grown-up's stand in `grown-up.json`, by namespace. Throws where there is no such file: a language is whole or is not offered.
 */
export async function loadWords(
	locale: string,
	namespace: Namespace,
	whom: Whom = 'child'
): Promise<WordTree> {
	const kind = (pseudoLocales as Readonly<Record<string, 'long' | 'rtl'>>)[locale];
	const folder = `../../../locales/${kind ? 'en' : locale}`;
	const file = files[`${folder}/${namespace}.json`];
	if (!file)
		throw new Error(`No words for ${namespace} in ${locale}: add locales/${locale}/${namespace}.json`);
	const others = whom === 'grown-up' ? (await files[`${folder}/grown-up.json`]?.())?.[namespace] : undefined;
	const tree = typeof others === 'object' ? laidOver(await file(), others) : await file();
	return kind ? pseudoTree(tree, kind) : tree;
}

/** `words` with those of `others` in their place. */
function laidOver(words: WordTree, others: WordTree): WordTree {
	const laid = Object.entries(others).map(([name, other]) => {
		const under = words[name];
		const both = typeof other === 'object' && typeof under === 'object';
		return [name, both ? laidOver(under, other) : other] as const;
	});
	return { ...words, ...Object.fromEntries(laid) };
}
