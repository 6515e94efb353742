/** An advocate asked for on a child's behalf: it belongs to that child from then on, and to no other (Dorset, seed 004 §5.4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '../../src/lib/base/brand.ts';
import { newId, type InvitationId, type RequestId } from '../../src/lib/base/ids.ts';
import { askingText } from '../../src/lib/envelope/ask.ts';
import { envelopeHash } from '../../src/lib/envelope/hash.ts';
import { generateSigningKey } from '../../src/lib/envelope/keys.ts';
import { replyKeyOf } from '../../src/lib/envelope/reply-key.ts';
import { sealRequest, type Asker } from '../../src/lib/outbox/seal-request.ts';
import { workOut, type Task } from '../../src/lib/outbox/work.ts';
import type { InvitationInfo } from '../../src/lib/invitation/info.ts';
import type { RequestRow } from '../../src/lib/server/request/read.ts';
import { ask, directoryOf, post } from './asking.ts';
import { enrol, type Device } from './device.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.end());

const duty = 'advocate.automatic';

/** Asks for an advocate, or says no to `about`: by the letter of `device`, or as a coordinator's page does, without one. */
async function send(device: Device | null, about: RequestId | null = null) {
	const directory = await directoryOf(world);
	const key = device?.key ?? (await generateSigningKey());
	const asker: Asker = {
		...{ invitation: device?.invited.id ?? null, meeting: null, child: { name: 'R.', age: 9 }, device: key },
		reply: (await replyKeyOf(new Uint8Array(32).fill(7))).jwk
	};
	const made = await sealRequest(
		{
			...{ what: about ? 'changed-mind' : 'advocate', to: 'advocate', about, said: [] },
			...{ locale: 'en', look: '8-11', build: 'test' }
		},
		asker,
		directory,
		new Date().toISOString() as Instant
	);
	if (!made.ok) throw new Error(made.reason);
	const { rid, envelope, ask: jws } = made.value;
	const task = (await ask(`${world.origin}/api/requests/work`)).body as unknown as Task;
	const work = device ? null : await workOut(task, rid, await envelopeHash(envelope));
	const text = askingText({ ask: jws, envelope, key: device ? null : key.jwk, work });
	const { status } = await post(`${world.origin}/api/requests`, text);
	return { rid, status };
}

const arranged = async (id: InvitationId) =>
	((await ask(`${world.origin}/api/invitations/${id}`)).body['invitation'] as InvitationInfo).arranged;

it('is told to the child, who may say no; the list says who sent it, and what the child said', async () => {
	const coordinator = await world.as('coordinator');
	const child = await enrol(world, await world.invite());
	const { id, meeting } = child.invited;
	expect(await arranged(id)).toBeNull();
	const { rid, status } = await send(null);
	expect(status).toBe(201);
	await coordinator('PUT', `/api/staff/meetings/${meeting}/ticks`, {
		...{ invitation: id, duty, done: true, request: rid }
	});
	expect(await arranged(id)).toMatchObject({ rid });
	const no = await send(child, rid);
	expect(no.status).toBe(201);
	const advocate = await world.as('advocate');
	const { requests } = await advocate<{ requests: RequestRow[] }>('GET', '/api/staff/requests');
	expect(requests.map(({ rid: each, what, about, arrangedBy }) => [each, what, about, arrangedBy])).toEqual([
		[no.rid, 'changed-mind', rid, null],
		[rid, 'advocate', null, 'coordinator']
	]);
});

it('belongs to that child alone', async () => {
	const coordinator = await world.as('coordinator');
	const [child, other] = [await enrol(world, await world.invite()), await enrol(world, await world.invite())];
	const tick = (to: Device, request: RequestId, done = true) =>
		coordinator('PUT', `/api/staff/meetings/${to.invited.meeting}/ticks`, {
			...{ invitation: to.invited.id, duty, done, request: done ? request : null }
		});
	const { rid } = await send(null);
	expect((await send(child, rid)).status).toBe(409);
	await tick(child, rid);
	expect((await send(other, rid)).status).toBe(409);
	expect((await send(null, rid)).status).toBe(409);
	await expect(tick(other, rid)).rejects.toThrow(/409/);
	// Said twice is said once; another in its place, or taking it back, is not possible: it has been sent.
	await tick(child, rid);
	await expect(tick(child, (await send(null)).rid)).rejects.toThrow(/409/);
	await tick(child, rid, false);
	expect(await arranged(child.invited.id)).toMatchObject({ rid });
	expect(await arranged(other.invited.id)).toBeNull();
	// A child's own request is not the staff's to give away, and what nobody sent is no request.
	await expect(tick(other, (await send(child)).rid)).rejects.toThrow(/409/);
	await expect(tick(other, newId<RequestId>())).rejects.toThrow(/409/);
});
