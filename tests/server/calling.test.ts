/**
 * Who is called when, driven by a clock that the test sets: over a night, a week-end and Christmas, until somebody has answered.
 * The server's own parts in this process, a real post office, real sealed requests without a letter.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/lib/base/brand.ts';
import { askingText } from '../../src/lib/envelope/ask.ts';
import { verifyDirectory } from '../../src/lib/envelope/directory.ts';
import { envelopeHash } from '../../src/lib/envelope/hash.ts';
import { generateSigningKey, type ReaderKeys } from '../../src/lib/envelope/keys.ts';
import { signOpen } from '../../src/lib/envelope/mark.ts';
import { replyKeyOf } from '../../src/lib/envelope/reply-key.ts';
import { sealRequest, type Asked, type SealedRequest } from '../../src/lib/outbox/seal-request.ts';
import { workOut } from '../../src/lib/outbox/work.ts';
import { readHealth } from '../../src/lib/server/call/health.ts';
import { currentDirectory, publishDirectory } from '../../src/lib/server/directory/directory.ts';
import { markRead, moveRequest } from '../../src/lib/server/request/answer.ts';
import { checkRequest } from '../../src/lib/server/request/check.ts';
import { listRequests } from '../../src/lib/server/request/read.ts';
import { storeRequest } from '../../src/lib/server/request/store.ts';
import { openServer, type Running } from '../../src/lib/server/running.ts';
import { setAuthoritySetting } from '../../src/lib/server/setting/setting.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { findStaff } from '../../src/lib/server/staff/staff.ts';
import { nextDirectory } from '../../tools/authority/directory.ts';
import { mailsTo, openPostOffice, type PostOffice } from '../fixtures/post-office.ts';
import { emailOf, makeAuthority, type Part } from './world.ts';

let folder: string;
let post: PostOffice;
let authority: Awaited<ReturnType<typeof makeAuthority>>;
let server: Running;
/** What the clock on the wall in London shows; winter, so that it is UTC. */
let time = 0;
const clock = { now: () => time };
/** Christmas Eve, a Thursday, ten to five: after it Christmas, Boxing Day on a Saturday, a Sunday, a substitute holiday. */
const eve = '2026-12-24T16:50:00.000Z' as Instant;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'my-say-calling-'));
	post = await openPostOffice(folder);
	time = Date.parse(eve);
	const environment = { DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'silent', SMTP_URL: post.url };
	authority = await makeAuthority(environment, eve);
	server = await openServer(readSettings(environment), clock);
});
afterEach(async () => {
	await server.close();
	await post.close();
	rmSync(folder, { recursive: true, force: true });
});

/** A child without a letter asks; stored as the route stores it. */
async function askFor(what: Asked['to']): Promise<SealedRequest> {
	const { jws } = await currentDirectory(server.database);
	const directory = await verifyDirectory(jws, authority.root.thumbprint);
	if (!directory.ok) throw new Error(directory.reason);
	const key = await generateSigningKey();
	const sealed = await sealRequest(
		{ what, to: what, about: null, locale: 'en', look: '8-11', build: 'test', said: [] },
		{
			...{ invitation: null, meeting: null, child: { name: '', age: null }, device: key },
			reply: (await replyKeyOf(new Uint8Array(32).fill(7))).jwk
		},
		directory.value,
		new Date(time).toISOString() as Instant
	);
	if (!sealed.ok) throw new Error(sealed.reason);
	const { rid, ask, envelope } = sealed.value;
	const work = await workOut(server.work.task(), rid, await envelopeHash(envelope));
	const text = askingText({ ask, envelope, key: key.jwk, work });
	await storeRequest(server.requests, await checkRequest(server.database, server.work, text));
	return sealed.value;
}

/** The clock shows `at` (`DD HH:MM` of that December), and the server looks. */
async function at(when: string): Promise<void> {
	const [day, hour] = when.split(' ');
	time = Date.parse(`2026-12-${day}T${hour}:00.000Z`);
	await server.caller.look();
}

/** How many mails with `subject` each of `parts` has. */
const mailed = (subject: string, ...parts: readonly Part[]): readonly number[] =>
	parts.map(
		(part) => mailsTo(folder, emailOf(part)).filter(({ subject: one }) => one.includes(subject)).length
	);

const me = async (part: Part) => {
	const found = await findStaff(server.database, authority.people[part]);
	if (!found) throw new Error(part);
	return found;
};

/** `part` opens what was asked and signs that it is read. */
async function read(part: 'duty' | 'duty2', { rid, envelope }: SealedRequest): Promise<void> {
	const { sig } = authority.keys[part] as ReaderKeys;
	const moment = new Date(time).toISOString() as Instant;
	const open = await signOpen({ vid: rid as never, envelope: await envelopeHash(envelope), at: moment }, sig);
	await markRead(server.database, clock, await me(part), rid, open);
}

describe('"I am not safe"', () => {
	beforeEach(() => setAuthoritySetting(server.database, clock, 'line', [emailOf('duty'), emailOf('duty2')]));

	it('calls the next in line over the holidays, then everybody, until somebody has read it', async () => {
		await setAuthoritySetting(server.database, clock, 'readWithin', { working: 15, otherwise: 45 });
		await setAuthoritySetting(server.database, clock, 'outOfHours', ['night@test.example']);
		await at('25 03:10');
		const asked = await askFor('not-safe');
		await at('25 03:10');
		const night = () => mailsTo(folder, 'night@test.example').length;
		expect([...mailed('please read now', 'duty', 'duty2', 'administrator'), night()]).toEqual([1, 0, 0, 1]);
		await at('25 03:54');
		expect(mailed('please read now', 'duty', 'duty2')).toEqual([1, 0]);
		await at('25 03:55');
		expect(mailed('please read now', 'duty', 'duty2', 'administrator')).toEqual([1, 1, 0]);
		await at('25 04:40');
		expect([...mailed('nobody has read it', 'duty', 'duty2', 'administrator'), night()]).toEqual([
			1, 1, 1, 2
		]);
		await at('25 05:25');
		expect(mailed('nobody has read it', 'administrator')).toEqual([2]);
		await read('duty2', asked);
		await at('28 12:00');
		expect(mailed('nobody has read it', 'administrator')).toEqual([2]);
	});

	it('calls the next after fewer minutes at work, and passes by whoever’s key is gone', async () => {
		await setAuthoritySetting(server.database, clock, 'readWithin', { working: 15, otherwise: 45 });
		const { directory } = await currentDirectory(server.database);
		const [gone] = directory.keys.filter(({ staff }) => staff === authority.people.duty);
		if (!gone) throw new Error('no key');
		const now = new Date(time).toISOString() as Instant;
		const ended = { ...gone, until: now };
		const others = directory.keys.filter((key) => key !== gone);
		const next = await nextDirectory(
			{ ...directory, keys: others },
			'Authority',
			{ added: [ended] },
			authority.root,
			now
		);
		await publishDirectory(server.database, server.clock, next, authority.root.thumbprint);
		await at('29 10:00');
		await askFor('not-safe');
		await at('29 10:00');
		expect(mailed('please read now', 'duty', 'duty2')).toEqual([0, 1]);
		await at('29 10:15');
		expect(mailed('nobody has read it', 'duty', 'duty2', 'administrator')).toEqual([0, 1, 1]);
		expect((await readHealth(server.database, clock, server.mailer)).wrong).toEqual(['duty']);
	});

	it('takes two who say at once that they read it, and calls nobody more', async () => {
		const asked = await askFor('not-safe');
		await server.caller.look();
		await Promise.all([read('duty', asked), read('duty2', asked), server.caller.look()]);
		const [row] = await listRequests(server.database, await me('duty'));
		expect(row?.readBy.map(({ name }) => name).sort()).toEqual(['duty', 'duty2']);
		await at('26 09:00');
		expect(mailed('please read now', 'duty', 'duty2')).toEqual([1, 0]);
	});
});

describe('a request for an advocate', () => {
	it('raises the alarm after so many minutes of work, and never at night, at the week-end or on a holiday', async () => {
		await setAuthoritySetting(server.database, clock, 'takenWithin', 60);
		const { rid } = await askFor('advocate');
		await server.caller.look();
		expect(mailed('You have something new', 'advocate', 'advocate2', 'administrator')).toEqual([1, 1, 0]);
		// Ten minutes on Christmas Eve, and fifty on the next day on which anybody works: Tuesday, the 29th.
		for (const when of ['24 17:55', '25 12:00', '26 12:00', '27 12:00', '28 12:00', '29 09:49']) {
			await at(when);
			expect([when, ...mailed('Something has waited too long', 'advocate', 'administrator')]).toEqual([
				when,
				0,
				0
			]);
		}
		await at('29 09:50');
		expect(mailed('Something has waited too long', 'advocate', 'advocate2', 'administrator')).toEqual([
			1, 1, 1
		]);
		await moveRequest(server.database, clock, await me('advocate'), rid, 'taken');
		await at('30 16:00');
		expect(mailed('Something has waited too long', 'administrator')).toEqual([1]);
	});
});

describe('whether anybody could be reached', () => {
	it('is looked at each day, and told to the administrator before a child waits in vain', async () => {
		await at('24 17:00');
		expect(mailed('Nobody can be reached', 'administrator')).toEqual([0]);
		const { directory } = await currentDirectory(server.database);
		// Their keys end on the 31st: a week before, it is said.
		const until = '2026-12-31T09:00:00.000Z' as Instant;
		const added = directory.keys.filter(({ role }) => role === 'advocate').map((key) => ({ ...key, until }));
		const keys = directory.keys.filter(({ role }) => role !== 'advocate');
		const now = new Date(time).toISOString() as Instant;
		const next = await nextDirectory({ ...directory, keys }, 'Authority', { added }, authority.root, now);
		await publishDirectory(server.database, server.clock, next, authority.root.thumbprint);
		await at('24 17:30');
		await at('25 09:00');
		expect(mailed('Nobody can be reached', 'administrator', 'advocate', 'duty')).toEqual([1, 0, 0]);
		await at('25 16:00');
		expect(mailed('Nobody can be reached', 'administrator')).toEqual([1]);
		await at('26 09:30');
		expect(mailed('Nobody can be reached', 'administrator')).toEqual([2]);
		expect(await readHealth(server.database, clock, server.mailer)).toEqual({
			advocates: ['advocate', 'advocate2'],
			duty: ['duty', 'duty2'],
			wrong: ['advocates']
		});
	});
});
