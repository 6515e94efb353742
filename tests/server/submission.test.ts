import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type ViewId } from '../../src/lib/base/ids.ts';
import { fromBase64url } from '../../src/lib/base/bytes.ts';
import { verifyDirectory } from '../../src/lib/envelope/directory.ts';
import { generateDeviceKey } from '../../src/lib/envelope/keys.ts';
import { signOpen } from '../../src/lib/envelope/mark.ts';
import { leafHash, verifyInclusion } from '../../src/lib/envelope/merkle.ts';
import { openEnvelope } from '../../src/lib/envelope/open.ts';
import { readReceipt, type InclusionProof, type Receipt } from '../../src/lib/envelope/wire.ts';
import { longAnswers } from '../fixtures/answers.ts';
import { ChildDevice } from '../fixtures/child.ts';
import { ask } from './asking.ts';
import { enrol, octets, putBlob, seal, send, submission, vidOf, type Device } from './device.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let device: Device;
beforeAll(async () => {
	world = await startWorld();
	device = await enrol(world, await world.invite());
});
afterAll(() => world.end());

const stored = async (vid: ViewId): Promise<number> => {
	const rows = await world.database.db
		.selectFrom('submission')
		.select('vid')
		.where('vid', '=', vid)
		.execute();
	return rows.length;
};
const everything = async () => ({
	submissions: await world.database.db.selectFrom('submission').select('vid').orderBy('vid').execute(),
	head: await world.database.db.selectFrom('logHead').selectAll().execute()
});
const receiptIn = (answered: { body: Record<string, unknown> }): Receipt => {
	const read = readReceipt(answered.body['receipt']);
	if (!read.ok) throw new Error(read.reason);
	return read.value.content;
};

describe('a submission', () => {
	it('is received, proved, and opened by the chair in the very words', async () => {
		const invited = await world.invite();
		const child = await ChildDevice.enrol(world.origin, invited);
		const answers = longAnswers(20_000);
		const sealed = await child.seal(answers, await world.readers());
		const first = await send(world, sealed);
		expect(first.status).toBe(201);

		const chair = await world.as('chair');
		const { views } = await chair<{ views: { vid: ViewId; opened: boolean }[] }>(
			'GET',
			`/api/staff/meetings/${invited.meeting}/views`
		);
		const vid = vidOf(sealed.envelope);
		expect(views.map((view) => [view.vid, view.opened])).toEqual([[vid, false]]);
		const view = await chair<Record<string, unknown>>('GET', `/api/staff/views/${vid}`);
		const { body } = await ask(`${world.origin}/api/directory`);
		const directory = await verifyDirectory(body['directory'], world.root.thumbprint);
		if (!directory.ok) throw new Error(directory.reason);
		const opened = await openEnvelope(
			{
				submit: view['submit'],
				envelope: view['envelope'],
				receipt: view['receipt'],
				device: view['device'],
				proof: view['proof'],
				directory: directory.value,
				meeting: invited.meeting,
				invitation: invited.id
			},
			world.keys.chair
		);
		expect(opened.ok && opened.value.views.answers).toEqual(answers);

		const state = () => ask(`${world.origin}/api/submissions/${vid}`);
		expect((await state()).body).toEqual({ receipt: first.body['receipt'], opens: [] });
		const at = new Date().toISOString() as Receipt['at'];
		const { envelope } = receiptIn(first);
		const open = await signOpen({ vid, envelope, at }, world.keys.chair.sig);
		await chair('POST', `/api/staff/views/${vid}/open`, { open });
		expect((await state()).body['opens']).toEqual([open]);
		// Opening it once more changes nothing.
		await chair('POST', `/api/staff/views/${vid}/open`, {
			open: await signOpen({ vid, envelope, at }, world.keys.chair.sig)
		});
		expect((await state()).body['opens']).toEqual([open]);
	});

	it('is not noted as opened by a mark that somebody else signed, or that is about something else', async () => {
		const posted = await submission(device, await seal(world));
		const { envelope } = receiptIn(await send(world, posted));
		const vid = vidOf(posted.envelope);
		const at = new Date().toISOString() as Receipt['at'];
		const cookie = await world.as('chair');
		for (const open of [
			await signOpen({ vid, envelope, at }, world.keys.deputy.sig),
			await signOpen({ vid: newId<ViewId>(), envelope, at }, world.keys.chair.sig),
			await signOpen({ vid, envelope: octets(8).hash, at }, world.keys.chair.sig)
		])
			await expect(cookie('POST', `/api/staff/views/${vid}/open`, { open })).rejects.toThrow('malformed');
		const { body } = await ask(`${world.origin}/api/submissions/${vid}`);
		expect(body['opens']).toEqual([]);
	});

	it('sent again gets the same receipt, also when it is signed anew', async () => {
		const envelope = await seal(world);
		const posted = await submission(device, envelope);
		const first = await send(world, posted);
		const again = await send(world, posted);
		const anew = await send(world, await submission(device, envelope));
		expect([first.status, again.status, anew.status]).toEqual([201, 200, 200]);
		expect(again.body).toEqual(first.body);
		expect(anew.body).toEqual(first.body);
	});

	it('fifty times at once is stored once, with one receipt for all', async () => {
		const envelope = await seal(world);
		const posted = await submission(device, envelope);
		const all = await Promise.all(Array.from({ length: 50 }, () => send(world, posted)));
		expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(all.filter(({ status }) => status === 200)).toHaveLength(49);
		expect(new Set(all.map(({ body }) => body['receipt'])).size).toBe(1);
		expect(await stored(vidOf(envelope))).toBe(1);
	});

	it('under an id that has other bytes is refused, and the first stays', async () => {
		const envelope = await seal(world);
		const vid = vidOf(envelope);
		const first = await send(world, await submission(device, envelope));
		const other = await send(world, await submission(device, await seal(world, 'other', vid)));
		expect([other.status, other.reason]).toEqual([422, 'replayed-with-other-bytes']);
		const { body } = await ask(`${world.origin}/api/submissions/${vid}`);
		expect(body['receipt']).toBe(first.body['receipt']);
	});

	it('of several under one id at once, one wins and stays', async () => {
		const vid = newId<ViewId>();
		const posted = await Promise.all(
			Array.from({ length: 20 }, async (_, n) => submission(device, await seal(world, `${n}`, vid)))
		);
		const all = await Promise.all(posted.map((one) => send(world, one)));
		expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
		expect(all.filter(({ status }) => status === 422)).toHaveLength(19);
		expect(await stored(vid)).toBe(1);
	});

	it('of somebody else is not theirs to send again', async () => {
		const envelope = await seal(world);
		await send(world, await submission(device, envelope));
		const other = await enrol(world, await world.invite());
		const { status } = await send(world, await submission(other, envelope));
		expect(status).toBe(422);
	});
});

describe('nothing is taken', () => {
	it('from who is not enrolled, and all get the same answer', async () => {
		const before = await everything();
		const stranger: Device = { key: await generateDeviceKey(), invited: device.invited };
		const elsewhere = await enrol(world, await world.invite());
		const revoked = await enrol(world, await world.invite());
		await (
			await world.as('coordinator')
		)('POST', `/api/staff/invitations/${revoked.invited.id}/revoke`, {});
		const good = await submission(device, await seal(world));
		const signature = fromBase64url(good.submit.split('.')[2] ?? '');
		signature[5] = (signature[5] ?? 0) ^ 1;
		const broken = `${good.submit.split('.').slice(0, 2).join('.')}.${Buffer.from(signature).toString('base64url')}`;
		const answers = [
			await send(world, await submission(stranger, await seal(world))),
			await send(world, await submission(elsewhere, await seal(world), { invitation: device.invited.id })),
			await send(world, await submission(device, await seal(world), { invitation: newId() })),
			await send(world, await submission(revoked, await seal(world))),
			await send(world, { ...good, submit: broken })
		];
		for (const { status, body } of answers) {
			expect(status).toBe(403);
			expect(body).toEqual(answers[0]?.body);
		}
		expect(answers[0]?.reason).toBe('not-enrolled');
		expect(await everything()).toEqual(before);
	});

	it('that is malformed, of the wrong kind, too large, or not about itself', async () => {
		const before = await everything();
		const url = `${world.origin}/api/submissions`;
		const posted = await submission(device, await seal(world));
		const other = await seal(world);
		const cases: [RequestInit, number, string][] = [
			[{ body: '{' }, 400, 'malformed'],
			[{ body: 'null' }, 400, 'malformed'],
			[{ body: Buffer.from([0x7b, 0xff, 0x7d]) }, 400, 'malformed'],
			[{ body: JSON.stringify({ ...posted, more: 1 }) }, 400, 'malformed'],
			[{ body: JSON.stringify({ ...posted, envelope: other }) }, 400, 'malformed'],
			[{ body: JSON.stringify({ ...posted, submit: 'a.b.c' }) }, 400, 'malformed'],
			[{ body: JSON.stringify(await submission(device, other, { vid: newId() })) }, 400, 'malformed'],
			[{ body: JSON.stringify(posted).replace('"envelope":', '"envelope":1,"envelope":') }, 400, 'malformed'],
			[{ body: JSON.stringify(posted), headers: { 'content-type': 'text/plain' } }, 415, 'wrong-kind'],
			[{ body: 'x'.repeat(3 * 1024 * 1024) }, 413, 'too-large'],
			[{ body: JSON.stringify({ ...posted, submit: 'x'.repeat(900_000) }) }, 413, 'too-large']
		];
		for (const [init, status, reason] of cases) {
			const answered = await ask(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				...init
			});
			expect([answered.status, answered.reason]).toEqual([status, reason]);
			expect(answered.headers.get('content-type')).toBe('application/problem+json');
		}
		expect(await everything()).toEqual(before);
	});

	it('beyond the quota of the invitation, and what is there is still answered', async () => {
		const own = await enrol(world, await world.invite());
		const second = await enrol(world, own.invited);
		const envelope = await seal(world);
		const first = await send(world, await submission(own, envelope));
		const more = await Promise.all(
			Array.from({ length: 99 }, async (_, n) =>
				send(world, await submission(n % 2 ? own : second, { ...envelope, ...(await seal(world)) }))
			)
		);
		expect(more.every(({ status }) => status === 201)).toBe(true);
		const over = await send(world, await submission(second, await seal(world)));
		expect([over.status, over.reason]).toEqual([429, 'over-quota']);
		expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
		const again = await send(world, await submission(own, envelope));
		expect([again.status, again.body]).toEqual([200, first.body]);
	});

	it('that names a blob which is not here, or is another invitation’s', async () => {
		const blob = octets(4000);
		const other = await enrol(world, await world.invite());
		expect((await putBlob(world, other, blob)).status).toBe(201);
		for (const hash of [octets(10).hash, blob.hash]) {
			const answered = await send(world, await submission(device, await seal(world), { blobs: [hash] }));
			expect([answered.status, answered.reason]).toEqual([409, 'conflict']);
		}
		const right = await send(world, await submission(other, await seal(world), { blobs: [blob.hash] }));
		expect(right.status).toBe(201);
	});
});

describe('the log', () => {
	it('holds all that were sent at once, each with a proof, without a gap', async () => {
		const chair = await world.as('chair');
		const devices = await Promise.all(
			Array.from({ length: 4 }, async () => enrol(world, await world.invite()))
		);
		const sent = await Promise.all(
			Array.from({ length: 60 }, async (_, n) =>
				send(world, await submission(devices[n % 4] as Device, await seal(world)))
			)
		);
		const receipts = sent.map(receiptIn);
		const [head] = await world.database.db.selectFrom('logHead').selectAll().execute();
		const indices = await world.database.db
			.selectFrom('submission')
			.select('logIndex')
			.orderBy('logIndex')
			.execute();
		expect(indices.map(({ logIndex }) => logIndex)).toEqual(
			Array.from({ length: head?.size ?? 0 }, (_, n) => n)
		);
		for (const receipt of receipts) {
			const { proof } = await chair<{ proof: InclusionProof }>('GET', `/api/staff/views/${receipt.vid}`);
			expect(proof.root).toBe(receipt.checkpoint.root);
			expect(await verifyInclusion(proof, await leafHash(receipt.salt, receipt.envelope))).toBe(true);
		}
	});
});
