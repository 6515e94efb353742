/**
 * Installing the packages of one folder, once per lock file. Plain JavaScript, no packages: it is read by `run.mjs` under
 * any Node.js from 18 on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const windows = process.platform === 'win32';

/** What npm wrote down in `file`: package path → entry. Empty where there is no such file. */
const packagesIn = (/** @type {string} */ file) =>
	existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};

/**
 * Whether `folder` has every package of its lock file, by npm's own record of what stands in `node_modules`. npm writes
 * that record last, so an interrupted installation does not count. A package for other platforms may be absent.
 */
function isInstalled(/** @type {string} */ folder) {
	const present = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
	const wanted = Object.entries(packagesIn(join(folder, 'package-lock.json'))).filter(
		([path]) => path !== ''
	);
	return (
		wanted.every(([path, entry]) =>
			present[path] ? present[path].version === entry.version : entry.optional || entry.devOptional
		) && wanted.some(([path]) => present[path])
	);
}

/** The environment in which `node` is the first Node.js that is found. */
export const environment = (/** @type {string} */ node) => ({
	...process.env,
	PATH: `${dirname(node)}${delimiter}${process.env.PATH}`
});

/**
 * Installs `folder`'s packages where they are not, with npm run by `node`, so that lock files are read alike everywhere.
 * @returns whether they are there now; what npm said has gone to standard error.
 */
export function install(/** @type {string} */ folder, /** @type {string} */ node) {
	if (isInstalled(folder)) return true;
	const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	process.stderr.write(`Installing packages (${name})…\n`);
	const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
	// Started by npm, its own script is known; by hand, the command is. It is a script on Windows and needs a shell there.
	const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : null;
	const done = spawnSync(npm ? node : 'npm', npm ? [npm, ...words] : words, {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: windows && !npm,
		env: environment(node)
	});
	return done.status === 0;
}
