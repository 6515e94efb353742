/** Builds if the build is missing or older than what it was made from. Owns what a build is made from. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.mjs';

/** Everything that a build is made from. */
const inputs = [
	'src',
	'static',
	'locales',
	'package.json',
	'package-lock.json',
	'tools/child-files.ts',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];
const stampFile = join(root, 'build', '.made-from');

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addTo(hash, path) {
	if (!existsSync(path)) return;
	if (statSync(path).isDirectory())
		for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
	else if (!path.endsWith('.test.ts')) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
}

/** The hash of what a build would be made from now. */
function stamp() {
	const hash = createHash('sha256');
	for (const input of inputs) addTo(hash, input);
	return hash.digest('hex');
}

/** Sees to it that there is a build of what is here now. Ends the process, with what was said, where it fails. */
export function buildIfStale() {
	process.chdir(root);
	const wanted = stamp();
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
	process.stderr.write('Building…\n');
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { encoding: 'utf8' });
	if (done.status !== 0) {
		process.stderr.write(`${done.stdout}${done.stderr}The build failed: see the lines above.\n`);
		process.exit(1);
	}
	writeFileSync(stampFile, wanted);
}
