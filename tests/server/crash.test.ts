import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ViewId } from '../../src/lib/base/ids.ts';
import { ask } from './asking.ts';
import { enrol, seal, send, submission, vidOf, type Device, type Posted } from './device.ts';
import { startWorld, type World } from './world.ts';

/** Rounds in which the server is killed; the whole thousand takes a quarter of an hour. */
const rounds = process.env['MY_SAY_FULL'] ? 1000 : 30;
/** Submissions under way when it dies. */
const underWay = 24;

let world: World;
let devices: Device[];
const newDevices = () =>
	Promise.all(Array.from({ length: 8 }, async () => enrol(world, await world.invite())));
beforeAll(async () => {
	world = await startWorld({ environment: { LOG_LEVEL: 'info' } });
	devices = await newDevices();
});
afterAll(() => world.end());

/** Kills the server as a power cut would stop it: nothing is tidied up. */
async function kill(): Promise<void> {
	const server = world.process();
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGKILL');
	await ended;
}

it(`killed in the middle ${rounds} times: nothing acknowledged is lost, nothing is there twice`, async () => {
	const acknowledged = new Map<ViewId, unknown>();
	const sent = new Map<ViewId, Posted>();
	let cut = 0;
	for (let round = 0; round < rounds; round += 1) {
		if (round % 25 === 24) devices = await newDevices();
		const envelopes = await Promise.all(Array.from({ length: underWay }, () => seal(world)));
		const posted = await Promise.all(
			envelopes.map((envelope, n) => submission(devices[n % devices.length] as Device, envelope))
		);
		// Some rounds die before the first receipt, the others after one, two, three …: never by the clock alone, which a
		// busy machine would bend.
		const wanted = round % 6;
		let received = 0;
		let enough = (): void => {};
		const reached = new Promise<void>((resolve) => (enough = resolve));
		const pending = posted.map(async (one, n) => {
			const vid = vidOf(one.envelope);
			sent.set(vid, one);
			await new Promise((resolve) => setTimeout(resolve, n * 2));
			if (n === 2 && wanted === 0) enough();
			try {
				const { status, body } = await send(world, one);
				if (status === 201 || status === 200) acknowledged.set(vid, body['receipt']);
				received += 1;
				if (received >= wanted) enough();
			} catch {
				cut += 1;
			}
		});
		await reached;
		await kill();
		await Promise.all(pending);
		await world.start();
	}
	// Otherwise nothing was ever interrupted, and this test would show nothing.
	expect(cut).toBeGreaterThan(rounds);
	expect(acknowledged.size).toBeGreaterThan(0);

	for (const [vid, receipt] of acknowledged) {
		const { status, body } = await ask(`${world.origin}/api/submissions/${vid}`);
		expect([vid, status, body['receipt']]).toEqual([vid, 200, receipt]);
	}
	// Whoever was cut off sends again, and every one is there exactly once.
	for (const one of sent.values()) expect((await send(world, one)).status).toBeLessThan(202);
	const { db } = world.database;
	const rows = await db.selectFrom('submission').select(['vid', 'logIndex']).orderBy('logIndex').execute();
	expect(new Set(rows.map(({ vid }) => vid)).size).toBe(sent.size);
	expect(rows.map(({ logIndex }) => logIndex)).toEqual(Array.from({ length: sent.size }, (_, n) => n));
	const [head] = await db.selectFrom('logHead').selectAll().execute();
	expect(head?.size).toBe(sent.size);
}, 1_800_000);

it('a server that is asked to stop answers what is under way', async () => {
	const posted = await Promise.all(
		Array.from({ length: 20 }, async (_, n) => submission(devices[n % 8] as Device, await seal(world)))
	);
	const pending = posted.map((one) => send(world, one));
	const statuses = Promise.allSettled(pending);
	await pending[0];
	await world.stop();
	const answered = (await statuses).filter((one) => one.status === 'fulfilled');
	await world.start();
	for (const { value } of answered) expect(value.status).toBe(201);
	const vids = posted.map(({ envelope }) => vidOf(envelope));
	const rows = await world.database.db
		.selectFrom('submission')
		.select('vid')
		.where('vid', 'in', vids)
		.execute();
	expect(rows.length).toBeGreaterThanOrEqual(answered.length);
});
