import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../base/brand.ts';
import { toBase64url } from '../base/bytes.ts';
import { newId, type InvitationId, type MeetingId, type StaffId, type ViewId } from '../base/ids.ts';
import { newDeviceKey, useDeviceKey, type DeviceKey } from '../draft/device-key.ts';
import type { KeptInvitation } from '../draft/kept-invitation.ts';
import type { OutboxRow } from '../draft/store.ts';
import { signDirectory } from '../envelope/directory.ts';
import type { SigningKey } from '../envelope/jws.ts';
import { generateReaderKeys, generateSigningKey, type ReaderKeys } from '../envelope/keys.ts';
import { signReceipt } from '../envelope/receipt.ts';
import { verifySubmit } from '../envelope/submit.ts';
import { readSubmission, type DirectoryKey } from '../envelope/wire.ts';
import { newSecret } from '../invitation/secret.ts';
import { beginDraft } from '../journey/draft-state.ts';
import { deliver, type DeliveryParts } from './deliver.ts';
import { entryOf } from './entry.ts';
import { sealViews } from './queue.ts';

const from = '2020-01-01T00:00:00.000Z' as Instant;
const now = Date.parse('2026-11-22T09:30:00.000Z');
const chair = newId<StaffId>();
const deputy = newId<StaffId>();

let root: SigningKey;
let server: SigningKey;
let readers: readonly ReaderKeys[];
let device: DeviceKey;
let invitation: KeptInvitation;
let row: OutboxRow;

const serverEntry = (key: SigningKey): DirectoryKey => ({
	...{
		use: 'server',
		staff: null,
		role: 'server',
		name: 'Server',
		enc: null,
		sig: key.jwk,
		from,
		until: null
	}
});

const directoryOf = (seq: number, servers: readonly SigningKey[], issued = from): Promise<string> => {
	const people = [chair, deputy, null].map((staff, at): DirectoryKey => {
		const keys = readers[at] as ReaderKeys;
		const role = staff ? 'chair' : 'recovery';
		return {
			use: 'reader',
			staff,
			role,
			name: role,
			enc: keys.enc.jwk,
			sig: keys.sig.jwk,
			from,
			until: null
		};
	});
	const keys = [...people, ...servers.map(serverEntry)];
	return signDirectory({ organisation: { name: 'Sunny Council' }, seq, issued, keys }, root);
};

beforeAll(async () => {
	[root, server] = await Promise.all([generateSigningKey(), generateSigningKey()]);
	readers = await Promise.all([generateReaderKeys(), generateReaderKeys(), generateReaderKeys()]);
	device = await useDeviceKey(await newDeviceKey());
	const meeting = {
		...{
			id: newId<MeetingId>(),
			kind: 'review-conference',
			date: '2026-12-09',
			time: '14:00',
			place: 'Here'
		},
		...{ answersBy: '2026-12-07T17:00:00.000Z', journey: 'review-conference' }
	};
	const child = { label: 'A', age: 9 };
	const info = {
		id: newId<InvitationId>(),
		meeting,
		child,
		look: '8-11',
		locale: 'en',
		chair,
		deputy,
		pack: 'default'
	};
	invitation = {
		link: { secret: newSecret(), root: root.thumbprint, look: '8-11', locale: 'en' },
		info: info as unknown as KeptInvitation['info'],
		directory: await directoryOf(1, [server]),
		enrolled: { animals: ['fox', 'owl'] },
		answered: [],
		before: []
	};
	row = await sealed(invitation);
});

async function sealed(kept: KeptInvitation): Promise<OutboxRow> {
	const state = beginDraft(
		{ id: 'review-conference', version: 1 },
		{ look: '8-11', locale: 'en', seed: newId(), device: 'own' }
	);
	const made = await sealViews(kept, device, {
		state,
		answers: [],
		build: 'test',
		clock: { now: () => now }
	});
	if (!made.ok) throw new Error(made.reason);
	return made.value.row;
}

let listening: Server | null = null;
afterEach(() => void listening?.close());

/** Whoever stands at the other end of the line; `fetch` reaches it, and it only. */
async function facing(answer: RequestListener): Promise<DeliveryParts> {
	listening = createServer(answer);
	await new Promise<void>((resolve) => listening?.listen(0, '127.0.0.1', resolve));
	const { port } = listening.address() as AddressInfo;
	return {
		fetch: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
		now: () => now,
		chance: () => 0.5
	};
}

const json = (status: number, body: unknown, kind = 'application/json'): RequestListener => {
	return (request, response) => {
		request.resume();
		response.writeHead(status, { 'content-type': kind, 'retry-after': '7' }).end(JSON.stringify(body));
	};
};

const receiptBy = (key: SigningKey, about: Pick<OutboxRow, 'vid' | 'hash'>): Promise<string> =>
	signReceipt(
		{
			...{
				vid: about.vid as ViewId,
				envelope: about.hash,
				bytes: 9,
				at: '2026-11-22T09:31:00.000Z' as Instant
			},
			...{ index: 0, salt: newId(), checkpoint: { size: 1, root: toBase64url(new Uint8Array(32)) } }
		},
		key
	);

describe('delivering an envelope', () => {
	it('sends what was kept, signed by the device, and takes the server’s receipt as arrived', async () => {
		let body = '';
		const receipt = await receiptBy(server, row);
		const parts = await facing((request, response) => {
			request.setEncoding('utf8').on('data', (part: string) => (body += part));
			request.on('end', () => json(201, { receipt })(request, response));
		});
		const change = await deliver(row, parts);
		expect(change).toMatchObject({ state: 'arrived', receipt, body: null, reason: null, tries: 1 });
		const read = readSubmission(body);
		expect(read.ok && read.value.submit.content.vid).toBe(row.vid);
		expect(read.ok && (await verifySubmit(read.value.submitJws, device.public)).ok).toBe(true);
	});

	it.each<[string, () => Promise<RequestListener>]>([
		[
			'a sign-in page',
			() =>
				Promise.resolve(
					(_, response) =>
						void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Free wifi</h1>')
				)
		],
		[
			'a redirect to one',
			() => Promise.resolve((_, response) => void response.writeHead(302, { location: '/login' }).end())
		],
		['an empty 200', () => Promise.resolve((_, response) => void response.writeHead(200).end())],
		['JSON that is somebody else’s', () => Promise.resolve(json(200, { success: true }))],
		['a refusal that is somebody else’s', () => Promise.resolve(json(403, { error: 'blocked' }))],
		[
			'a blocking page with a refusing status',
			() =>
				Promise.resolve(
					(_, response) => void response.writeHead(403, { 'content-type': 'text/html' }).end('blocked')
				)
		],
		[
			'broken JSON',
			() =>
				Promise.resolve(
					(_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{')
				)
		],
		[
			'a receipt by somebody else',
			async () => json(200, { receipt: await receiptBy(await generateSigningKey(), row) })
		],
		[
			'a receipt for other views',
			async () => json(200, { receipt: await receiptBy(server, { ...row, vid: newId() }) })
		],
		[
			'a receipt for another envelope',
			async () => json(200, { receipt: await receiptBy(server, { ...row, hash: root.thumbprint }) })
		],
		['a receipt by the root itself', async () => json(200, { receipt: await receiptBy(root, row) })]
	])('never takes %s as arrived, and tries again', async (_, answer) => {
		const change = await deliver(row, await facing(await answer()));
		expect(change.state).toBe('waiting');
		expect(change.body).toBeUndefined();
		expect(change.next).toBeGreaterThan(now);
		expect(change.tries).toBe(1);
	});

	it('follows no redirect: an envelope goes where it was sent, and nowhere else', async () => {
		const asked: string[] = [];
		const parts = await facing((request, response) => {
			asked.push(request.url ?? '');
			request.resume();
			response.writeHead(307, { location: '/login' }).end();
		});
		expect((await deliver(row, parts)).state).toBe('waiting');
		expect(asked).toEqual(['/api/submissions']);
	});

	it('takes no receipt by a directory that was changed where it lay', async () => {
		const receipt = await receiptBy(server, row);
		const [head = '', , signature = ''] = row.directory.split('.');
		const other = await directoryOf(1, [await generateSigningKey()]);
		const directory = [head, other.split('.')[1], signature].join('.');
		const parts = await facing((request, response) => {
			const ours = request.url === '/api/directory';
			json(ours ? 404 : 200, ours ? {} : { receipt })(request, response);
		});
		expect(await deliver({ ...row, directory }, parts)).toMatchObject({
			state: 'waiting',
			reason: 'no-receipt'
		});
	});

	it('waits for signal where nobody answers', async () => {
		const parts = await facing((request) => void request.socket.destroy());
		const change = await deliver(row, parts);
		expect(change).toMatchObject({ state: 'waiting', reason: 'no-signal' });
		expect(entryOf({ ...row, ...change }).is).toBe('kept-here');
	});

	it('keeps a refusal with its reason, and every byte', async () => {
		const kind = 'application/problem+json';
		const change = await deliver(row, await facing(json(404, { reason: 'missing' }, kind)));
		expect(change).toMatchObject({ state: 'refused', reason: 'missing' });
		expect({ ...row, ...change }.body).toBe(row.body);
		expect(entryOf({ ...row, ...change }).is).toBe('refused');
	});

	it('waits as long as the server asks', async () => {
		const change = await deliver(
			row,
			await facing(json(429, { reason: 'over-quota' }, 'application/problem+json'))
		);
		expect(change).toMatchObject({ state: 'waiting', reason: 'over-quota', next: now + 7000 });
		expect(entryOf({ ...row, ...change }).is).toBe('on-its-way');
	});

	it('takes a receipt by a newer server key that the root vouches for', async () => {
		const newer = await generateSigningKey();
		const receipt = await receiptBy(newer, row);
		const directory = await directoryOf(2, [server, newer]);
		const parts = await facing((request, response) =>
			json(200, request.url === '/api/directory' ? { directory } : { receipt })(request, response)
		);
		expect(await deliver(row, parts)).toMatchObject({ state: 'arrived', directory });
	});

	it('takes no receipt by a server that the root does not vouch for, whatever directory it brings', async () => {
		const newer = await generateSigningKey();
		const receipt = await receiptBy(newer, row);
		const keys = [serverEntry(newer)];
		const impostor = { organisation: { name: 'Sunny Council' }, seq: 2, issued: from, keys };
		const directory = await signDirectory(impostor, await generateSigningKey());
		const parts = await facing((request, response) =>
			json(200, request.url === '/api/directory' ? { directory } : { receipt })(request, response)
		);
		expect(await deliver(row, parts)).toMatchObject({ state: 'waiting', reason: 'no-receipt' });
	});
});

describe('sealing', () => {
	it('counts on from what was sent', async () => {
		const state = {
			...beginDraft({ id: 'r', version: 1 }, { look: 'easy', locale: 'cy', seed: newId(), device: 'shared' })
		};
		const sent = { seq: 4, prev: root.thumbprint };
		const made = await sealViews(invitation, device, {
			state: { ...state, sent },
			answers: [],
			build: 'test'
		});
		expect(made.ok && made.value.row.seq).toBe(5);
	});

	it('still finds living readers where the device’s clock has lost its years', async () => {
		const issued = '2026-11-01T00:00:00.000Z' as Instant;
		const kept = { ...invitation, directory: await directoryOf(1, [server], issued) };
		const state = beginDraft(
			{ id: 'r', version: 1 },
			{ look: 'easy', locale: 'cy', seed: newId(), device: 'shared' }
		);
		const made = await sealViews(kept, device, {
			state,
			answers: [],
			build: 'test',
			clock: { now: () => 0 }
		});
		expect(made.ok).toBe(true);
	});

	it.each([
		['needs-signal', { directory: null }],
		['needs-signal', { info: null }],
		['not-trusted', { directory: 'not.a.directory' }]
	] as const)('is refused as %s where something of that is missing or wrong: %j', async (reason, change) => {
		const state = beginDraft(
			{ id: 'r', version: 1 },
			{ look: 'easy', locale: 'cy', seed: newId(), device: 'shared' }
		);
		const made = await sealViews({ ...invitation, ...change }, device, { state, answers: [], build: 'test' });
		expect(made).toMatchObject({ ok: false, reason });
	});
});
