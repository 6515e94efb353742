/**
 * `npm start`: builds if the build is missing or older than what it was made from, sees to it that there is an authority
 * (a demonstration one, where there is none), serves, and prints the addresses to open. Settings: docs/operations.md.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

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

const wanted = stamp();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
	process.stderr.write('Building…\n');
	const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
	const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { encoding: 'utf8' });
	if (done.status !== 0) {
		process.stderr.write(`${done.stdout}${done.stderr}The build failed: see the lines above.\n`);
		process.exit(1);
	}
	writeFileSync(stampFile, wanted);
}

process.env['LOG_LEVEL'] ||= 'warn';
process.env['NODE_ENV'] ||= 'production';
const { readSettings } = await import('../src/lib/server/settings.ts');
const { prepareDemo } = await import('./demo.ts');
const { welcome } = await import('./demo/welcome.ts');

const settings = readSettings(process.env);
const demo = await prepareDemo(settings);
const { listening } = await import('./serve.ts');
await listening;
process.stdout.write(welcome(settings.origin, demo));
