/**
 * A part of the build: writes into the child's start which files the rest of it needs first, so that they can be fetched
 * before they are run (decision 0006).
 */
import type { Plugin, Rollup } from 'vite';

const start = '_app/enter.js';
const rest = '/(child)/begin.ts';

/** What stands for the list in the source (`src/routes/(child)/enter.ts`). */
const placeholder = '__CHILD_AHEAD__';

/** The chunk `name` of `bundle` and all that it imports at once, in the order in which it is needed. */
function closure(bundle: Rollup.OutputBundle, name: string, seen = new Set<string>()): Set<string> {
	const chunk = bundle[name];
	if (seen.has(name) || chunk?.type !== 'chunk') return seen;
	seen.add(name);
	for (const imported of chunk.imports) closure(bundle, imported, seen);
	return seen;
}

/** The plugin. Throws where the start has no place for the list or the rest is not there: the build is then not ours. */
export const childAhead: Plugin = {
	name: 'child-ahead',
	apply: 'build',
	enforce: 'post',
	generateBundle: {
		order: 'post',
		handler(_, bundle) {
			const begins = bundle[start];
			if (begins?.type !== 'chunk') return;
			const follows = Object.values(bundle).find(
				(file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(rest)
			);
			if (!follows || !begins.code.includes(placeholder))
				throw new Error(`${start} or what follows it is not as ${import.meta.filename} knows it`);
			const names = [...closure(bundle, follows.fileName)].filter(
				(name) => name !== start && !begins.imports.includes(name)
			);
			begins.code = begins.code.replace(placeholder, names.map((name) => `/${name}`).join(' '));
		}
	}
};
