/**
 * Where the command line of an installed package stands. Owns nothing else. Plain JavaScript, no packages: it is read
 * by `run.mjs` under any Node.js from 18 on.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Packages whose command has another name than they have.
 * @type {Readonly<Record<string, string>>}
 */
const owner = {
	'svelte-kit': '@sveltejs/kit',
	depcruise: 'dependency-cruiser',
	playwright: '@playwright/test',
	tsc: 'typescript'
};

/** The script behind the command `name` of an installed package. Throws where the package is not installed. */
export function commandLine(/** @type {string} */ name) {
	const folder = join(root, 'node_modules', owner[name] ?? name);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}
