import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from './asking.ts';
import { enrol, octets, putBlob, seal, send, submission, vidOf, type Device } from './device.ts';
import { startWorld, type World } from './world.ts';

/** Bytes that the server may store. */
const room = 6 * 1024 * 1024;

let world: World;
let device: Device;
const folder = mkdtempSync(join(tmpdir(), 'my-say-small-'));
/** A file system of that size, where we may make one; else no single file may grow larger. */
const mounted =
	spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${room}`, 'my-say', folder], { stdio: 'ignore' }).status ===
	0;
const before = mounted ? [] : ['bash', '-c', `ulimit -f ${700}; exec "$@"`, 'bash'];

beforeAll(async () => {
	world = await startWorld({ folder, before });
	device = await enrol(world, await world.invite());
});
afterAll(async () => {
	await world.end();
	if (mounted) spawnSync('umount', [folder]);
	rmSync(folder, { recursive: true, force: true });
});

it('a full disk is said to be full; what was stored stays, and what comes later is taken', async () => {
	const stored = new Map<string, unknown>();
	const early = await submission(device, await seal(world));
	stored.set(vidOf(early.envelope), (await send(world, early)).body['receipt']);

	// Blobs until there is no room.
	const statuses: number[] = [];
	const hashes: string[] = [];
	for (let n = 0; n < 12 && !statuses.includes(507); n += 1) {
		const blob = octets(1_000_000);
		const answered = await putBlob(world, device, blob);
		statuses.push(answered.status);
		if (answered.status === 201) hashes.push(blob.hash);
		else expect([answered.status, answered.reason]).toEqual([507, 'disk-full']);
	}
	expect(statuses.at(-1)).toBe(507);
	expect(readdirSync(join(folder, 'blobs', 'incoming'))).toEqual([]);

	// Submissions until there is none for them either (on PostgreSQL they lie on another disk and all fit).
	const reasons = new Set<unknown>();
	for (let n = 0; n < 90; n += 1) {
		const posted = await submission(device, await seal(world));
		const answered = await send(world, posted);
		if (answered.status === 201) stored.set(vidOf(posted.envelope), answered.body['receipt']);
		else reasons.add(`${answered.status} ${String(answered.reason)}`);
	}
	expect([...reasons]).toEqual(world.database.dialect === 'sqlite' ? ['507 disk-full'] : []);

	const check = async () => {
		for (const [vid, receipt] of stored) {
			const { status, body } = await ask(`${world.origin}/api/submissions/${vid}`);
			expect([status, body['receipt']]).toEqual([200, receipt]);
		}
		const rows = await world.database.db.selectFrom('blob').select('hash').orderBy('hash').execute();
		expect(rows.map(({ hash }) => hash)).toEqual(hashes.sort());
	};
	await check();

	// Room is made; the same server goes on.
	if (mounted) spawnSync('mount', ['-o', `remount,size=${room * 4}`, folder]);
	else {
		await world.stop();
		before.splice(0);
		await world.start();
	}
	const late = await submission(device, await seal(world));
	const answered = await send(world, late);
	expect(answered.status).toBe(201);
	expect((await putBlob(world, device, octets(900_000))).status).toBe(201);
	stored.set(vidOf(late.envelope), answered.body['receipt']);
	for (const [vid, receipt] of stored) {
		const { body } = await ask(`${world.origin}/api/submissions/${vid}`);
		expect(body['receipt']).toBe(receipt);
	}
});
