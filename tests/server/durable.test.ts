import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/lib/server/db/connect.ts';
import { enrol, octets, putBlob, seal, send, submission } from './device.ts';
import { startWorld, type World } from './world.ts';

/** Whether system calls can be watched here: Linux with strace, and the right to use it. */
const watched = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;

const scratch = mkdtempSync(join(tmpdir(), 'my-say-trace-'));
const trace = join(scratch, 'calls');
const strace = [
	'strace',
	'-D',
	'-f',
	'-y',
	'-s',
	'24',
	'-e',
	'trace=fsync,fdatasync,write,writev,rename,pwrite64',
	'-o',
	trace
];

let world: World;
beforeAll(async () => {
	world = await startWorld({ before: watched ? strace : [] });
});
afterAll(async () => {
	await world.end();
	rmSync(scratch, { recursive: true, force: true });
});

const answer = /write.*HTTP\/1\.1 201/;
/** Where in the trace the last look ended. */
let seen = 0;
/** Leaves out what was done up to now. */
const forget = (): void => {
	seen = readFileSync(trace, 'latin1').length;
};
/** The calls since then, one a line, up to the answer: it is here before the tracer has written of it. */
async function calls(): Promise<string[]> {
	const fresh = (): string => readFileSync(trace, 'latin1').slice(seen);
	await expect.poll(fresh).toMatch(new RegExp(`${answer.source}.*\\n`));
	return fresh().split('\n');
}

const seenFromOutside = (): void => {
	it('every submission is on the disk before its receipt leaves', async () => {
		const device = await enrol(world, await world.invite());
		// PostgreSQL syncs in processes of its own; here it is the embedded file.
		const files =
			world.database.dialect === 'sqlite' ? /(fsync|fdatasync)\(\d+<[^>]*data\.sqlite-wal>/ : null;
		for (let n = 0; n < 40; n += 1) {
			const posted = await submission(device, await seal(world));
			forget();
			expect((await send(world, posted)).status).toBe(201);
			const made = await calls();
			const answered = made.findIndex((line) => answer.test(line));
			const synced = files ? made.findIndex((line) => files.test(line)) : 0;
			expect(synced).toBeGreaterThan(-1);
			expect(synced).toBeLessThan(Math.max(answered, 1));
		}
	});

	it('every blob and its folder are synced, in that order, before the answer', async () => {
		const device = await enrol(world, await world.invite());
		for (let n = 0; n < 5; n += 1) {
			const blob = octets(50_000);
			const name = Buffer.from(blob.hash, 'base64url').toString('hex');
			forget();
			expect((await putBlob(world, device, blob)).status).toBe(201);
			const made = await calls();
			const at = (pattern: RegExp): number => made.findIndex((line) => pattern.test(line));
			const steps = [
				at(/fsync\(\d+<[^>]*\/blobs\/incoming\//),
				at(new RegExp(`rename\\(.*${name.slice(0, 8)}`)),
				at(new RegExp(`fsync\\(\\d+<[^>]*/blobs/${name.slice(0, 2)}>`)),
				at(answer)
			];
			expect(steps.every((step) => step >= 0)).toBe(true);
			expect(steps).toEqual([...steps].sort((a, b) => a - b));
		}
	});
};
if (watched) describe('as the operating system sees it', seenFromOutside);

it('the database is set to keep what it says it kept', async () => {
	const { db, dialect, close } = openDatabase({
		folder: world.folder,
		url: world.database.dialect === 'sqlite' ? null : (process.env['TEST_DATABASE_URL'] ?? null)
	});
	const { sql } = await import('kysely');
	const ask = async (query: string): Promise<unknown> => {
		const { rows } = await sql.raw(query).execute(db);
		return Object.values(rows[0] as object)[0];
	};
	const settings =
		dialect === 'sqlite'
			? [
					await ask('pragma journal_mode'),
					await ask('pragma synchronous'),
					await ask('pragma foreign_keys'),
					await ask('pragma busy_timeout')
				]
			: [await ask('show synchronous_commit'), await ask('show fsync')];
	expect(settings).toEqual(dialect === 'sqlite' ? ['wal', 2, 1, 5000] : ['on', 'on']);
	await close();
});
