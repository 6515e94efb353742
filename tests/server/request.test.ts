import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/lib/base/brand.ts';
import { newId, type RequestId } from '../../src/lib/base/ids.ts';
import { askingText } from '../../src/lib/envelope/ask.ts';
import { generateSigningKey } from '../../src/lib/envelope/keys.ts';
import { openRequest } from '../../src/lib/envelope/open-request.ts';
import { replyKeyOf } from '../../src/lib/envelope/reply-key.ts';
import { sealRequest, type Asked } from '../../src/lib/outbox/seal-request.ts';
import { mailsIn, openPostOffice, type PostOffice } from '../fixtures/post-office.ts';
import { directoryOf, post } from './asking.ts';
import { enrol, type Device } from './device.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let device: Device;
const canary = 'xylophone-quagga-7531';
const folder = mkdtempSync(join(tmpdir(), 'my-say-post-'));
let office: PostOffice;
const mails = (): readonly string[] => mailsIn(folder).map(({ text }) => text);

beforeAll(async () => {
	office = await openPostOffice(folder);
	world = await startWorld({ environment: { SMTP_URL: office.url } });
	device = await enrol(world, await world.invite());
});
afterAll(async () => {
	await world.end();
	await office.close();
	rmSync(folder, { recursive: true, force: true });
});

async function sealed(what: Asked['what'], about: RequestId | null = null, to: Asked['to'] = 'advocate') {
	const directory = await directoryOf(world);
	const made = await sealRequest(
		{
			...{ what, to, about, locale: 'en', look: '8-11', build: 'test' },
			said: [{ id: 'words', asked: 'What?', words: canary }]
		},
		{
			invitation: device.invited.id,
			meeting: { id: device.invited.meeting, chair: world.people.chair, deputy: world.people.deputy },
			child: { name: 'Child', age: 9 },
			reply: (await replyKeyOf(new Uint8Array(32).fill(7))).jwk,
			device: device.key
		},
		directory,
		new Date().toISOString() as Instant
	);
	if (!made.ok) throw new Error(made.reason);
	return { ...made.value, directory };
}
const send = ({ ask: jws, envelope }: Awaited<ReturnType<typeof sealed>>) =>
	post(`${world.origin}/api/requests`, askingText({ ask: jws, envelope, key: null, work: null }));

describe('a request for an advocate', () => {
	it('is received once, called out without a word, opened and taken by one', async () => {
		const request = await sealed('advocate');
		const first = await send(request);
		expect(first.status).toBe(201);
		const again = await send(request);
		expect([again.status, again.body]).toEqual([200, first.body]);
		await expect.poll(() => mails().length).toBeGreaterThan(0);
		expect(mails().join()).not.toMatch(/Child|quagga/);

		const advocate = await world.as('advocate');
		const { requests } = await advocate<{ requests: { rid: RequestId; state: string }[] }>(
			'GET',
			'/api/staff/requests'
		);
		expect(requests.map(({ rid, state }) => [rid, state])).toEqual([[request.rid, 'new']]);
		const fetched = await advocate<Record<string, unknown>>('GET', `/api/staff/requests/${request.rid}`);
		const opened = await openRequest(
			{
				...{ ask: fetched['ask'], envelope: fetched['envelope'], receipt: fetched['receipt'] },
				...{ device: fetched['device'], proof: fetched['proof'], directory: request.directory }
			},
			world.keys.advocate
		);
		expect(opened.ok && opened.value.request.said[0]?.words).toBe(canary);
		await advocate('POST', `/api/staff/requests/${request.rid}/state`, { state: 'taken' });
		const second = await world.as('advocate2');
		await expect(
			second('POST', `/api/staff/requests/${request.rid}/state`, { state: 'taken' })
		).rejects.toThrow(/409/);
		for (const part of ['chair', 'coordinator', 'administrator', 'duty'] as const)
			await expect((await world.as(part))('GET', `/api/staff/requests/${request.rid}`)).rejects.toThrow(
				/404/
			);
	});

	it('is refused from a device that nobody let in, and about what is not this child’s', async () => {
		const request = await sealed('advocate');
		const stranger = { ...device, key: await generateSigningKey() };
		const own = device;
		device = stranger;
		expect((await send(await sealed('advocate'))).status).toBe(403);
		device = own;
		expect((await send(await sealed('changed-mind', newId<RequestId>()))).status).toBe(409);
		expect((await send(request)).status).toBe(201);
		expect((await send(await sealed('changed-mind', request.rid))).status).toBe(201);
	});
});
