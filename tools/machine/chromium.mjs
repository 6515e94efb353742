/** Which Chromium the browser tests run in. Owns finding one, and installing one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { commandLine, root } from '../command.mjs';
import { apt, onPath } from './apt.mjs';

/** Playwright's own, where it has been downloaded. Asked in a process of its own: importing Playwright takes a second. */
function ownOfPlaywright() {
	const said = spawnSync(
		process.execPath,
		['-e', "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"],
		{ cwd: root, encoding: 'utf8' }
	);
	const path = said.stdout.trim();
	return path && existsSync(path) ? path : null;
}

const installed = () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');

/**
 * The path of a Chromium: `CHROMIUM_PATH`, Playwright's own, `chromium` on the PATH, else installed by apt, else by
 * Playwright. Null where none could be had; a `CHROMIUM_PATH` that leads nowhere counts as none.
 */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named) return existsSync(named) ? named : null;
	const found = ownOfPlaywright() ?? installed();
	if (found) return found;
	if (apt('chromium')) return installed();
	const download = spawnSync(process.execPath, [commandLine('playwright'), 'install', 'chromium'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	return download.status === 0 ? ownOfPlaywright() : null;
}
