/**
 * A part of the build: writes `/_app/child-files.json`, every file that the child's side may load (all that its entry imports,
 * at once or later) with its SHA-256, for the service worker to keep and to check. The desk and the gallery are not in it.
 */
import { createHash } from 'node:crypto';
import type { Plugin, Rollup } from 'vite';

/** The child's side begins here (`vite.config.ts`). */
const entry = '_app/enter.js';

/**
 * Words of screens that no child meets, and letters of languages in which nothing is said here: those come when somebody types
 * them. Sound is kept by who hears it, one journey at a time (`src/lib/speech/shelf.ts`).
 */
const notKept = /\/locales\/[^/]+\/(?:desk|gallery)\.json|-latin-ext-|\.bank$/;

type File = Rollup.OutputBundle[string];

const textOf = (file: File): string =>
	file.type === 'chunk' ? file.code : typeof file.source === 'string' ? file.source : '';

const isKept = (file: File): boolean =>
	!notKept.test(file.type === 'chunk' ? (file.facadeModuleId ?? '') : file.fileName);

/**
 * Names of all files that the chunk `from` reaches in `bundle`, itself included. What a file loads, now or later, it names:
 * names carry a hash, so that nothing is named by chance, and styles and letters are found that no import is left of.
 */
function reach(bundle: Rollup.OutputBundle, from: string): Set<string> {
	const candidates = Object.values(bundle).filter(isKept);
	const reached = new Set([from]);
	for (const name of reached) {
		const file = bundle[name];
		const text = file ? textOf(file) : '';
		for (const { fileName } of candidates)
			if (text.includes(fileName.slice(fileName.lastIndexOf('/') + 1))) reached.add(fileName);
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
