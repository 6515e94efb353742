/** Halves of guarded codes, and drafts put away, as devices and staff meet them, through the built server. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type InvitationId } from '../../src/lib/base/ids.ts';
import { actText, signAct } from '../../src/lib/envelope/device-act.ts';
import { post } from './asking.ts';
import { enrol, type Device } from './device.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.end());

const random = (): string => randomBytes(32).toString('base64url');
const hashOf = (proof: string): string =>
	createHash('sha256').update(Buffer.from(proof, 'base64url')).digest('base64url');
const attempt = (id: string, proof: string) => post(`${world.origin}/api/guards/${id}/tries`, { proof });

async function guard(device: Device, proof = random(), id = newId<string>()) {
	const proofHash = hashOf(proof);
	const text = actText('guard', id, proofHash);
	const authorisation = await signAct('guard', device.invited.id, text, device.key);
	const made = await post(`${world.origin}/api/guards/${id}`, { authorisation, proofHash });
	return { id, proof, made, half: made.body['half'] as string };
}
/** Moves what a guard waits for into the past, as if the time had gone by. */
const goBy = (id: string) =>
	world.database.db
		.updateTable('guard')
		.set({ until: '2020-01-01T00:00:00.000Z' as never })
		.where('id', '=', id)
		.execute();
/** Tries wrongly `times` times, going past every wait. */
async function guess(id: string, times: number): Promise<void> {
	for (let n = 0; n < times; n += 1) {
		expect((await attempt(id, random())).status).toBe(200);
		await goBy(id);
	}
}

describe('a guarded code', () => {
	it('gives its half for the right proof, and for any other a half that is as long and of nothing', async () => {
		const { id, proof, made, half } = await guard(await enrol(world, await world.invite()));
		expect(made.status).toBe(201);
		const wrong = await attempt(id, random());
		const right = await attempt(id, proof);
		expect(right.body).toEqual({ half });
		expect(wrong.status).toBe(right.status);
		expect(wrong.body['half']).not.toBe(half);
		expect(String(wrong.body['half'])).toHaveLength(half.length);
	});

	it('waits after five and ten tries, ends after twenty, whether it is there or not', async () => {
		const { id, proof } = await guard(await enrol(world, await world.invite()));
		const nobody = newId<string>();
		for (const one of [id, nobody]) {
			for (let n = 0; n < 5; n += 1) expect((await attempt(one, random())).status).toBe(200);
			// The right one, too: a wait that only the wrong ones meet would tell them apart.
			const over = await attempt(one, proof);
			expect([over.status, over.reason]).toEqual([429, 'over-quota']);
			const wait = Number(over.headers.get('retry-after'));
			expect(wait).toBeGreaterThan(290);
			expect(wait).toBeLessThanOrEqual(300);
		}
		await goBy(id);
		await guess(id, 4);
		await attempt(id, random());
		expect(Number((await attempt(id, proof)).headers.get('retry-after'))).toBeGreaterThan(3500);
		await goBy(id);
		await guess(id, 10);
		const ended = await attempt(id, proof);
		expect([ended.status, ended.reason]).toEqual([409, 'conflict']);
	});

	it('counts every one of many tries at once', async () => {
		const { id, proof } = await guard(await enrol(world, await world.invite()));
		const answers = await Promise.all(Array.from({ length: 40 }, () => attempt(id, random())));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
		expect((await attempt(id, proof)).status).toBe(429);
	});

	it('keeps its count over a new start of the server, and a right try forgets the wrong ones', async () => {
		const { id, proof, half } = await guard(await enrol(world, await world.invite()));
		for (let n = 0; n < 4; n += 1) await attempt(id, random());
		await world.stop();
		await world.start();
		expect((await attempt(id, proof)).body).toEqual({ half });
		for (let n = 0; n < 4; n += 1) await attempt(id, random());
		expect((await attempt(id, proof)).body).toEqual({ half });
	});

	it('is made by an enrolled device alone, about these very values, once', async () => {
		const device = await enrol(world, await world.invite());
		const other = await enrol(world, await world.invite());
		const stranger = { ...device, invited: other.invited };
		expect((await guard(stranger)).made.reason).toBe('not-enrolled');
		const { id, proof, made } = await guard(device);
		expect(made.status).toBe(201);
		expect((await guard(device, proof, id)).made.reason).toBe('conflict');
		const proofHash = random();
		const text = actText('guard', newId<string>(), proofHash);
		const authorisation = await signAct('guard', device.invited.id, text, device.key);
		const moved = await post(`${world.origin}/api/guards/${newId()}`, { authorisation, proofHash });
		expect(moved.reason).toBe('malformed');
	});

	it('of a lost device opens nothing any more; a worker can let it be tried again; nobody else can', async () => {
		const device = await enrol(world, await world.invite());
		const { id, proof, half } = await guard(device);
		const coordinator = await world.as('coordinator');
		const path = `/api/staff/invitations/${device.invited.id}/devices/${device.key.thumbprint}`;
		type Rows = { invitations: { devices: { guard: string }[] }[] };
		const state = async () =>
			(await coordinator<Rows>('GET', `/api/staff/meetings/${device.invited.meeting}`)).invitations[0]
				?.devices[0]?.guard;
		expect(await state()).toBe('guarded');
		await guess(id, 20);
		expect(await state()).toBe('locked');
		await coordinator('POST', `${path}/again`, {});
		expect((await attempt(id, proof)).body).toEqual({ half });
		const chair = await world.as('chair');
		await expect(chair('POST', `${path}/lost`, {})).rejects.toThrow('404');
		expect((await post(`${world.origin}${path}/lost`, {}, { origin: world.origin })).status).toBe(401);
		await coordinator('POST', `${path}/lost`, {});
		expect(await state()).toBe('lost');
		const after = await attempt(id, proof);
		expect(after.status).toBe(200);
		expect(after.body['half']).not.toBe(half);
		const { db } = world.database;
		const row = await db.selectFrom('guard').select('half').where('id', '=', id).executeTakeFirst();
		expect(row?.half).toBeNull();
	});
});

describe('a draft that was put away', () => {
	const keep = async (device: Device, rev: number, sealed: string, id: InvitationId = device.invited.id) =>
		post(`${world.origin}/api/drafts/${id}`, {
			authorisation: await signAct('keep', device.invited.id, actText('keep', rev, sealed), device.key),
			rev,
			sealed
		});
	const fetched = async (device: Device, id: InvitationId = device.invited.id) =>
		post(`${world.origin}/api/drafts/${id}/fetch`, {
			authorisation: await signAct('fetch', device.invited.id, actText('fetch', id), device.key)
		});

	it('comes back on another device of the same letter; an older one never replaces a newer one', async () => {
		const invited = await world.invite();
		const [one, two] = [await enrol(world, invited), await enrol(world, invited)];
		expect((await fetched(two)).body).toEqual({ draft: null });
		expect((await keep(one, 1, 'AAAA')).status).toBe(200);
		expect((await keep(one, 1, 'AAAA')).status).toBe(200);
		expect((await fetched(two)).body).toEqual({ draft: { rev: 1, sealed: 'AAAA' } });
		expect((await keep(two, 2, 'BBBB')).status).toBe(200);
		expect((await keep(one, 2, 'CCCC')).reason).toBe('conflict');
		expect((await keep(one, 1, 'AAAA')).reason).toBe('conflict');
		expect((await fetched(one)).body).toEqual({ draft: { rev: 2, sealed: 'BBBB' } });
	});

	it('is nobody else’s, to read or to replace', async () => {
		const [mine, other] = [
			await enrol(world, await world.invite()),
			await enrol(world, await world.invite())
		];
		await keep(mine, 1, 'AAAA');
		expect((await fetched(other, mine.invited.id)).reason).toBe('malformed');
		expect((await keep(other, 2, 'BBBB', mine.invited.id)).reason).toBe('malformed');
		const forged = { ...other, invited: mine.invited };
		expect((await fetched(forged)).reason).toBe('not-enrolled');
		expect((await keep(forged, 2, 'BBBB')).reason).toBe('not-enrolled');
	});
});
