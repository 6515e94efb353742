/**
 * Requests without a letter, many at once: a school behind one address is served, a flood of forged ones leaves nothing behind
 * but refusals, and whoever asks honestly in the middle of it is heard.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '../../src/lib/base/brand.ts';
import { toBase64url } from '../../src/lib/base/bytes.ts';
import { askingText, type Work } from '../../src/lib/envelope/ask.ts';
import { verifyByOwnRoot, type VerifiedDirectory } from '../../src/lib/envelope/directory.ts';
import { envelopeHash } from '../../src/lib/envelope/hash.ts';
import { generateSigningKey } from '../../src/lib/envelope/keys.ts';
import { replyKeyOf } from '../../src/lib/envelope/reply-key.ts';
import { sealRequest } from '../../src/lib/outbox/seal-request.ts';
import { workOut, type Task } from '../../src/lib/outbox/work.ts';
import { mailsIn, openPostOffice, type PostOffice } from '../fixtures/post-office.ts';
import { ask, post } from './asking.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let office: PostOffice;
let directory: VerifiedDirectory;
const folder = mkdtempSync(join(tmpdir(), 'my-say-flood-'));

beforeAll(async () => {
	office = await openPostOffice(folder);
	world = await startWorld({ environment: { SMTP_URL: office.url } });
	const { body } = await ask(`${world.origin}/api/directory`);
	const verified = await verifyByOwnRoot(body['directory']);
	if (!verified.ok) throw new Error(verified.reason);
	directory = verified.value;
});
afterAll(async () => {
	await world.end();
	await office.close();
	rmSync(folder, { recursive: true, force: true });
});

/** One child's request without a letter, and its text with `work`. */
async function sealed() {
	const device = await generateSigningKey();
	const made = await sealRequest(
		{
			...{ what: 'advocate', to: 'advocate', about: null, locale: 'en', look: '8-11', build: 'test' },
			said: [{ id: 'find', asked: 'Where?', words: 'At school' }]
		},
		{
			...{ invitation: null, meeting: null, child: { name: null, age: null }, device },
			reply: (await replyKeyOf(new Uint8Array(32).fill(7))).jwk
		},
		directory,
		new Date().toISOString() as Instant
	);
	if (!made.ok) throw new Error(made.reason);
	const { rid, ask: jws, envelope } = made.value;
	return {
		rid,
		hash: await envelopeHash(envelope),
		text: (work: Work) => askingText({ ask: jws, envelope, key: device.jwk, work })
	};
}

const task = async (): Promise<Task> =>
	(await ask(`${world.origin}/api/requests/work`)).body as unknown as Task;

async function honest(): Promise<number> {
	const request = await sealed();
	const work = await workOut(await task(), request.rid, request.hash);
	return (await post(`${world.origin}/api/requests`, request.text(work))).status;
}

async function listed(): Promise<number> {
	const advocate = await world.as('advocate');
	return (await advocate<{ requests: unknown[] }>('GET', '/api/staff/requests')).requests.length;
}

it('ten thousand forged ones are refused, store nothing and call nobody; whoever asks among them is heard', async () => {
	const before = await listed();
	const mails = mailsIn(folder).length;
	const { salt } = await task();
	const request = await sealed();
	const statuses = new Map<number, number>();
	let left = 10_000;
	let heard: Promise<number> | null = null;
	const flood = async () => {
		while (left > 0) {
			left -= 1;
			if (left === 5_000) heard = honest();
			const nonce = toBase64url(crypto.getRandomValues(new Uint8Array(8)));
			const { status } = await post(`${world.origin}/api/requests`, request.text({ salt, nonce }));
			statuses.set(status, (statuses.get(status) ?? 0) + 1);
		}
	};
	await Promise.all(Array.from({ length: 40 }, flood));
	expect(await heard).toBe(201);
	// By chance one in 32,768 is worked out, and is taken.
	const taken = statuses.get(201) ?? 0;
	expect(taken).toBeLessThanOrEqual(1);
	expect((statuses.get(429) ?? 0) + taken + (statuses.get(200) ?? 0)).toBe(10_000);
	expect(await listed()).toBe(before + 1 + taken);
	// The one that was heard is called out to the advocates, of whom there are two at most here; nobody hears of the others.
	await expect.poll(() => mailsIn(folder).length).toBeGreaterThan(mails);
	expect(mailsIn(folder).length).toBeLessThanOrEqual(mails + 2 * (1 + taken));
}, 180_000);

it('thirty children behind one address who ask at once are all heard', async () => {
	const before = await listed();
	const statuses = await Promise.all(Array.from({ length: 30 }, honest));
	expect(statuses).toEqual(statuses.map(() => 201));
	expect(await listed()).toBe(before + 30);
});
