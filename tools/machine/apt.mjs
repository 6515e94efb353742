/** Debian's packages, where this is Debian and we may install them. Owns nothing else. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of `command` on the PATH, or null. */
export function onPath(/** @type {string} */ command) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.map((folder) => join(folder, command)).find((file) => existsSync(file)) ?? null;
}

/** Whether packages can be installed here: root on Debian or a system made from it. */
export const canInstall = () =>
	process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== null;

let updated = false;

/**
 * Installs `packages`, after one `apt-get update` per run.
 * @returns whether they are installed now; false where nothing can be installed here.
 */
export function apt(/** @type {string[]} */ ...packages) {
	if (!canInstall()) return false;
	process.stdout.write(`Installing ${packages.join(', ')} …\n`);
	const quietly = (/** @type {string[]} */ words) =>
		spawnSync('apt-get', ['-q', ...words], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		}).status === 0;
	if (!updated) updated = quietly(['update']);
	return quietly(['install', '-y', '--no-install-recommends', ...packages]);
}
