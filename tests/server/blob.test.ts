import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateDeviceKey } from '../../src/lib/envelope/keys.ts';
import { startBucketStore, type BucketStore } from '../fixtures/bucket-store.ts';
import { ask } from './asking.ts';
import { enrol, octets, putBlob, seal, send, submission, type Device } from './device.ts';
import { emailOf, passphrase, startWorld, type World } from './world.ts';

let world: World;
let device: Device;
let store: BucketStore | null = null;

/** What lies at the place of the blobs that is not whole. */
const halfWritten = (): readonly string[] =>
	store ? [] : readdirSync(join(world.folder, 'blobs', 'incoming'));

/** Gets a blob at the desk, as whoever signs in. */
async function get(part: 'chair' | 'stranger' | 'coordinator', hash: string) {
	const { origin } = world;
	const signedIn = await ask(`${origin}/api/auth/sign-in/email`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin },
		body: JSON.stringify({ email: emailOf(part), password: passphrase })
	});
	const cookie = signedIn.headers
		.getSetCookie()
		.map((one) => one.split(';')[0])
		.join('; ');
	return fetch(`${origin}/api/staff/blobs/${hash}`, { headers: { cookie } });
}

describe.each(['a folder', 'a bucket'])('a blob in %s', (place) => {
	beforeAll(async () => {
		store = place === 'a bucket' ? await startBucketStore() : null;
		const environment = store?.environment ?? {};
		// The authority is made in this process, by the server's own code.
		for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
		world = await startWorld({ environment });
		device = await enrol(world, await world.invite());
	});
	afterAll(async () => {
		await world.end();
		vi.unstubAllEnvs();
		await store?.close();
	});

	it('is stored, known the second time, and read by who may read its views', async () => {
		const blob = octets(1024 * 1024 + 28);
		expect((await putBlob(world, device, blob)).status).toBe(201);
		expect((await putBlob(world, device, blob)).status).toBe(200);
		// Nobody's until views name it.
		expect((await get('chair', blob.hash)).status).toBe(404);
		await send(world, await submission(device, await seal(world), { blobs: [blob.hash] }));
		const got = await get('chair', blob.hash);
		expect(Buffer.from(await got.arrayBuffer()).equals(blob.bytes)).toBe(true);
		expect((await get('stranger', blob.hash)).status).toBe(404);
		expect((await get('coordinator', blob.hash)).status).toBe(404);
	});

	it('put twenty times at once is there once, whole', async () => {
		const blob = octets(200_000);
		const all = await Promise.all(Array.from({ length: 20 }, () => putBlob(world, device, blob)));
		expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(all.filter(({ status }) => status === 200)).toHaveLength(19);
		expect(halfWritten()).toEqual([]);
	});

	it('is refused where anything is not as it was signed, and leaves nothing', async () => {
		const blob = octets(5000);
		const stranger: Device = { key: await generateDeviceKey(), invited: device.invited };
		const answers = [
			await putBlob(world, device, { bytes: octets(5000).bytes, hash: blob.hash }),
			await putBlob(world, device, blob, { length: 4999 }),
			await putBlob(world, device, blob, { length: 5001 }),
			await putBlob(world, device, blob, { hash: octets(1).hash }),
			await putBlob(world, device, blob, { kind: 'text/plain' }),
			await putBlob(world, device, blob, { length: 2 * 1024 * 1024 }),
			await putBlob(world, stranger, blob),
			await ask(`${world.origin}/api/blobs/${blob.hash}`, {
				method: 'PUT',
				headers: { 'content-type': 'application/octet-stream' },
				body: blob.bytes
			}),
			await putBlob(world, device, octets(3 * 1024 * 1024)),
			// Nothing is no blob, whoever signs for it.
			await putBlob(world, device, octets(0))
		];
		expect(answers.map(({ status, reason }) => [status, reason])).toEqual([
			[400, 'malformed'],
			[400, 'malformed'],
			[400, 'malformed'],
			[400, 'malformed'],
			[415, 'wrong-kind'],
			[413, 'too-large'],
			[403, 'not-enrolled'],
			[400, 'malformed'],
			[413, 'too-large'],
			[400, 'malformed']
		]);
		expect(halfWritten()).toEqual([]);
		const rows = await world.database.db
			.selectFrom('blob')
			.select('hash')
			.where('hash', '=', blob.hash)
			.execute();
		expect(rows).toEqual([]);
	});
});

it('a bucket that fails is never answered with *stored*; the row is written once it holds, and the log says why', async () => {
	store = await startBucketStore();
	for (const [name, value] of Object.entries(store.environment)) vi.stubEnv(name, value);
	world = await startWorld({ environment: store.environment });
	device = await enrol(world, await world.invite());
	const blob = octets(100_000);
	for (const [fault, answered] of [
		['full', [507, 'disk-full', null]],
		['cut', [503, 'unknown', '10']],
		['silent', [503, 'unknown', '10']]
	] as const) {
		store.fault = fault;
		const { status, reason, headers } = await putBlob(world, device, blob);
		expect([status, reason, headers.get('retry-after')]).toEqual(answered);
		expect(await world.database.db.selectFrom('blob').select('hash').execute()).toEqual([]);
	}
	await expect.poll(() => world.said()).toMatch(/"msg":"unknown"/);
	store.fault = 'none';
	expect((await putBlob(world, device, blob)).status).toBe(201);
	await world.end();
	vi.unstubAllEnvs();
	await store.close();
});
