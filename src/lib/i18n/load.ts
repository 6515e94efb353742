/** Fetches the words of one namespace in one language: a chunk of its own, loaded when first needed. */
import type { Namespace } from './keys.ts';
import { pseudoLocales, pseudoTree, type WordTree } from './pseudo.ts';

const files = import.meta.glob<WordTree>('../../../locales/*/*.json', { import: 'default' });

/**
 * The words of `namespace` in `locale`. Throws where there is no such file: a language is whole or is not offered.
 */
export async function loadWords(locale: string, namespace: Namespace): Promise<WordTree> {
	const kind = (pseudoLocales as Readonly<Record<string, 'long' | 'rtl'>>)[locale];
	const file = files[`../../../locales/${kind ? 'en' : locale}/${namespace}.json`];
	if (!file)
		throw new Error(`No words for ${namespace} in ${locale}: add locales/${locale}/${namespace}.json`);
	const tree = await file();
	return kind ? pseudoTree(tree, kind) : tree;
}
