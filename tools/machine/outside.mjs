/**
 * Programs from outside this project that check its work: `jose` and python3-jwcrypto open its envelopes, `strace` sees
 * its writes. Owns finding them, and installing them where this is Debian and we may.
 */
import { spawnSync } from 'node:child_process';
import { apt, onPath } from './apt.mjs';

/** What is needed, by Debian package → how to see that it is there. */
const needed = {
	jose: () => onPath('jose') !== null,
	'python3-jwcrypto': () =>
		// The system's own Python has Debian's packages; another first on the PATH may not.
		spawnSync('/usr/bin/python3', ['-c', 'import jwcrypto'], { stdio: 'ignore' }).status === 0,
	strace: () => onPath('strace') !== null
};

/** The packages that are still missing after trying to install them. */
export function missingVerifiers() {
	const missing = () => Object.entries(needed).filter(([, present]) => !present());
	const wanted = missing().map(([name]) => name);
	if (wanted.length) apt(...wanted);
	return wanted.length ? missing().map(([name]) => name) : [];
}
