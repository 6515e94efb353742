/**
 * A part of the build: writes `/_app/child-files.json`, every file that the child's side may load (all that its entry imports,
 * at once or later) with its SHA-256, for the service worker to keep and to check. The desk and the gallery are not in it.
 */
import { createHash } from 'node:crypto';
import type { Plugin, Rollup } from 'vite';

/** The child's side begins here (`vite.config.ts`). */
const entry = '_app/enter.js';

/** Words of screens that no child meets. */
const otherWords = /\/locales\/[^/]+\/(?:desk|gallery)\.json/;

/** Names of all files that the chunk `from` reaches in `bundle`, itself included. */
function reach(bundle: Rollup.OutputBundle, from: string): Set<string> {
	const reached = new Set([from]);
	for (const name of reached) {
		const file = bundle[name];
		if (file?.type !== 'chunk') continue;
		const { imports, dynamicImports, viteMetadata } = file;
		const next = [...imports, ...dynamicImports].filter((chunk) => {
			const made = bundle[chunk];
			return made?.type === 'chunk' && !otherWords.test(made.facadeModuleId ?? '');
		});
		for (const more of [
			...next,
			...(viteMetadata?.importedCss ?? []),
			...(viteMetadata?.importedAssets ?? [])
		])
			reached.add(more);
	}
	return reached;
}

/** The plugin. Only the build of the browser's files has the entry; every other build is left alone. */
export const childFiles: Plugin = {
	name: 'child-files',
	apply: 'build',
	enforce: 'post',
	writeBundle: {
		order: 'post',
		async handler({ dir = '.' }, bundle) {
			if (!bundle[entry]) return;
			const { readFile, writeFile } = await import('node:fs/promises');
			const list: Record<string, string> = {};
			for (const name of [...reach(bundle, entry)].sort()) {
				const bytes = await readFile(`${dir}/${name}`);
				list[`/${name}`] = createHash('sha256').update(bytes).digest('base64url');
			}
			await writeFile(`${dir}/_app/child-files.json`, JSON.stringify(list));
		}
	}
};
