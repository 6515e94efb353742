import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/lib/base/brand.ts';
import { newId } from '../../src/lib/base/ids.ts';
import { generateReaderKeys, generateSigningKey } from '../../src/lib/envelope/keys.ts';
import { signKeyProof } from '../../src/lib/envelope/mark.ts';
import { openDirectory } from '../../src/lib/server/directory/directory.ts';
import { markLeft } from '../../src/lib/server/staff/staff.ts';
import { nextDirectory, readerEntry } from '../../tools/authority/directory.ts';
import { ask, post, type Answered } from './asking.ts';
import { enrol, octets, putBlob, seal, send, submission, vidOf } from './device.ts';
import { emailOf, parts, passphrase, startWorld, type Part, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.end());

const signIn = (part: Part, password = passphrase, headers: Record<string, string> = {}) =>
	post(
		`${world.origin}/api/auth/sign-in/email`,
		{ email: emailOf(part), password },
		{ origin: world.origin, ...headers }
	);
const cookieOf = (answered: Answered): string =>
	answered.headers
		.getSetCookie()
		.map((one) => one.split(';')[0])
		.join('; ');

describe('signing in', () => {
	it('gives a cookie that scripts and other sites cannot use, and nothing else to keep', async () => {
		const answered = await signIn('chair');
		expect(answered.status).toBe(200);
		expect(answered.body).toEqual({ staff: { id: world.people.chair, name: 'chair', roles: ['chair'] } });
		const [cookie = ''] = answered.headers.getSetCookie();
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Strict/i);
		const sessions = await world.database.db
			.selectFrom('session')
			.select(['ipAddress', 'userAgent'])
			.execute();
		expect(sessions.every((session) => !session.ipAddress && !session.userAgent)).toBe(true);
	});

	it('ends where somebody signs out, or leaves', async () => {
		const me = (cookie: string) => ask(`${world.origin}/api/staff/me`, { headers: { cookie } });
		const cookie = cookieOf(await signIn('strangerDeputy'));
		expect((await me(cookie)).status).toBe(200);
		const out = await post(`${world.origin}/api/auth/sign-out`, {}, { cookie, origin: world.origin });
		expect(out.status).toBe(200);
		expect((await me(cookie)).status).toBe(401);
		const again = cookieOf(await signIn('strangerDeputy'));
		await markLeft(world.database, world.people.strangerDeputy, new Date().toISOString() as Instant);
		expect((await me(again)).status).toBe(401);
		expect((await signIn('strangerDeputy')).status).toBe(401);
	});

	it('tells nothing about who has an account, and slows down who guesses, account by account', async () => {
		const url = `${world.origin}/api/auth/sign-in/email`;
		const origin = { origin: world.origin };
		const wrong = await signIn('administrator', 'not it');
		const nobody = await post(url, { email: 'nobody@test.example', password: 'not it' }, origin);
		expect([wrong.status, wrong.body]).toEqual([nobody.status, nobody.body]);
		expect(wrong.status).toBe(401);
		for (let n = 0; n < 9; n += 1) await signIn('administrator', 'not it');
		expect((await signIn('administrator')).status).toBe(429);
		expect((await signIn('deputy')).status).toBe(200);
	});

	it('and whatever changes something is refused from another site', async () => {
		const cookie = cookieOf(await signIn('coordinator'));
		const body = { cookie, 'content-type': 'application/json' };
		for (const headers of [
			{ ...body, origin: 'https://evil.example' },
			{ ...body, origin: 'null' },
			{ ...body, 'sec-fetch-site': 'cross-site' },
			body
		]) {
			const answered = await ask(`${world.origin}/api/auth/sign-out`, {
				method: 'POST',
				headers,
				body: '{}'
			});
			expect([answered.status, answered.reason]).toEqual([403, 'forbidden']);
		}
		expect((await ask(`${world.origin}/api/staff/me`, { headers: { cookie } })).status).toBe(200);
	});

	it('cannot be signed up for, and better-auth’s other doors are shut', async () => {
		for (const path of [
			'sign-up/email',
			'update-user',
			'change-password',
			'get-session',
			'reset-password',
			'ok'
		]) {
			const answered = await post(
				`${world.origin}/api/auth/${path}`,
				{ email: 'x@test.example', password: passphrase, name: 'x' },
				{ origin: world.origin }
			);
			expect([path, answered.status, answered.reason]).toEqual([path, 404, 'missing']);
		}
	});
});

describe('every route, for every role, with somebody else’s id', () => {
	/** What each role may do of what belongs to chair and deputy: [method, path, body, who may]. */
	async function doors(): Promise<[string, string, unknown, readonly Part[]][]> {
		const device = await enrol(world, await world.invite());
		const blob = octets(100);
		await putBlob(world, device, blob);
		const posted = await submission(device, await seal(world), { blobs: [blob.hash] });
		await send(world, posted);
		const [meeting, vid] = [device.invited.meeting, vidOf(posted.envelope)];
		const readers = ['chair', 'deputy'] as const;
		return [
			['GET', '/api/staff/people', null, ['coordinator']],
			['GET', '/api/staff/meetings', null, ['coordinator', 'chair', 'deputy', 'stranger', 'strangerDeputy']],
			['GET', `/api/staff/meetings/${meeting}`, null, ['coordinator', ...readers]],
			['GET', `/api/staff/meetings/${meeting}/views`, null, readers],
			['GET', `/api/staff/views/${vid}`, null, readers],
			['GET', `/api/staff/blobs/${blob.hash}`, null, readers],
			['POST', `/api/staff/meetings/${meeting}/invitations`, {}, ['coordinator']],
			['POST', `/api/staff/meetings`, {}, ['coordinator']],
			['PUT', `/api/staff/meetings/${meeting}/gathering`, {}, ['coordinator']],
			['PUT', `/api/staff/meetings/${meeting}/ticks`, {}, ['coordinator', ...readers]],
			['POST', `/api/staff/invitations/${device.invited.id}/revoke`, {}, ['coordinator']],
			['GET', '/api/staff/keys', null, ['administrator']],
			['GET', '/api/staff/directory', null, ['administrator']],
			['PUT', '/api/staff/directory', {}, ['administrator']],
			['POST', `/api/staff/keys/${octets(1).hash}/refuse`, {}, []],
			['GET', `/api/staff/views/${newId()}`, null, []],
			['GET', `/api/staff/meetings/${newId()}`, null, []],
			['GET', `/api/staff/meetings/not-an-id`, null, []],
			['GET', `/api/staff/blobs/${octets(1).hash}`, null, []],
			['POST', `/api/staff/invitations/${newId()}/revoke`, {}, []],
			['POST', `/api/staff/views/${vid}/open`, { open: `a.b.${'A'.repeat(86)}` }, readers]
		];
	}

	it('gives the one answer of what is not there', async () => {
		const local = await startWorld();
		const keep = world;
		world = local;
		try {
			const all = await doors();
			const missing = (await ask(`${world.origin}/api/nothing`)).body;
			for (const part of parts) {
				const cookie = cookieOf(await signIn(part));
				for (const [method, path, body, may] of all) {
					const answered = await ask(world.origin + path, {
						method,
						headers: { cookie, origin: world.origin, 'content-type': 'application/json' },
						...(body ? { body: JSON.stringify(body) } : {})
					});
					const lets = answered.status !== 404;
					expect([part, method, path, lets]).toEqual([part, method, path, may.includes(part)]);
					if (!lets) expect(answered.body).toEqual(missing);
				}
			}
			for (const [method, path, body] of all) {
				const { status, reason } = await ask(world.origin + path, {
					method,
					headers: { origin: world.origin, 'content-type': 'application/json' },
					...(body ? { body: JSON.stringify(body) } : {})
				});
				expect([path, status, reason]).toEqual([path, 401, 'signed-out']);
			}
		} finally {
			world = keep;
			await local.end();
		}
	});
});

describe('the coordinator', () => {
	it('makes meetings with two different chairs, and until when views are wanted is worked out', async () => {
		const coordinator = await world.as('coordinator');
		const { chair, deputy, administrator } = world.people;
		const wish = {
			kind: 'review-conference',
			date: '2026-12-30',
			time: '10:00',
			place: 'Here',
			journey: 'review-conference',
			chair,
			deputy
		};
		const { meeting } = await coordinator<{ meeting: Record<string, unknown> }>(
			'POST',
			'/api/staff/meetings',
			wish
		);
		// Two working days before: Tuesday 29, then over the week-end and Monday's substitute day to Thursday 24.
		expect(meeting).toMatchObject({ answersBy: '2026-12-24T17:00:00.000Z', invitations: 0, views: 0 });
		for (const wrong of [
			{ ...wish, deputy: chair },
			{ ...wish, deputy: administrator },
			{ ...wish, deputy: newId() },
			{ ...wish, date: '2026-02-30' },
			{ ...wish, time: '25:00' },
			{ ...wish, pack: 'nowhere' },
			{ ...wish, place: 'a\u0000b' }
		])
			await expect(coordinator('POST', '/api/staff/meetings', wrong)).rejects.toThrow('400');
	});

	it('says who will be at a meeting and what is talked about: the child’s letter and its readers are told', async () => {
		const coordinator = await world.as('coordinator');
		const { meeting, id } = await world.invite();
		const path = `/api/staff/meetings/${meeting}/gathering`;
		const told = {
			people: [
				{ name: 'Ms Ann', role: 'teacher', face: 3 },
				{ name: 'Nain', role: 'family', face: null }
			],
			themes: ['home', 'next']
		};
		const said = async () => (await ask(`${world.origin}/api/invitations/${id}`)).body['invitation'];
		expect(await said()).toMatchObject({ meeting: { people: [], themes: [] } });
		await coordinator('PUT', path, told);
		expect(await said()).toMatchObject({ meeting: told });
		const chair = await world.as('chair');
		expect(await chair('GET', `/api/staff/meetings/${meeting}`)).toMatchObject({ meeting: told });
		const somebody = { name: 'A', role: 'dad', face: null };
		for (const wrong of [
			{},
			{ ...told, themes: ['home', 'home'] },
			{ ...told, themes: ['Home <b>'] },
			{ ...told, people: [{ ...somebody, name: '' }] },
			{ ...told, people: [{ ...somebody, name: 'a\u0000b' }] },
			{ ...told, people: [{ ...somebody, face: -1 }] },
			{ ...told, people: Array.from({ length: 21 }, () => somebody) }
		])
			await expect(coordinator('PUT', path, wrong)).rejects.toThrow('400');
		expect(await said()).toMatchObject({ meeting: told });
		await coordinator('PUT', path, { people: [], themes: [] });
		expect(await said()).toMatchObject({ meeting: { people: [], themes: [] } });
		await expect(coordinator('PUT', `/api/staff/meetings/${newId()}/gathering`, told)).rejects.toThrow('404');
	});

	it('cannot take an id twice', async () => {
		const invited = await world.invite();
		const again = {
			...{ id: invited.id, enrolHash: octets(1).hash, wordsId: newId(), wrapped: 'AAAA' },
			...{ label: 'Other', age: 9, look: '8-11', locale: 'en' }
		};
		const coordinator = await world.as('coordinator');
		await expect(
			coordinator('POST', `/api/staff/meetings/${invited.meeting}/invitations`, again)
		).rejects.toThrow('409');
	});
});

describe('keys', () => {
	it('wait until the root has signed them, and only its directory is taken', async () => {
		const local = await startWorld();
		const keep = world;
		world = local;
		try {
			const [stranger, administrator] = [await world.as('stranger'), await world.as('administrator')];
			const keys = await generateReaderKeys();
			const now = new Date().toISOString() as Instant;
			const proof = await signKeyProof(keys, world.people.stranger, now);
			const offered = { enc: keys.enc.jwk, sig: keys.sig.jwk, proof };
			const foreign = await signKeyProof(keys, world.people.deputy, now);
			await expect(stranger('POST', '/api/staff/keys', { ...offered, proof: foreign })).rejects.toThrow(
				'400'
			);
			await stranger('POST', '/api/staff/keys', offered);
			await stranger('POST', '/api/staff/keys', offered);
			const state = async () => (await stranger<{ keys: unknown }>('GET', '/api/staff/me')).keys;
			expect(await state()).toEqual({ published: false, pending: true });
			const { keys: waiting } = await administrator<{ keys: { thumbprint: string }[] }>(
				'GET',
				'/api/staff/keys'
			);
			expect(waiting.map(({ thumbprint }) => thumbprint)).toEqual([keys.enc.thumbprint]);

			const { body } = await ask(`${world.origin}/api/directory`);
			const before = openDirectory(body['directory'] as string);
			const person = { staff: world.people.stranger, name: 'stranger', enc: keys.enc.jwk, sig: keys.sig.jwk };
			const added = [readerEntry(person, now)];
			const directory = await nextDirectory(before?.directory ?? null, '', { added }, world.root, now);
			const forged = await nextDirectory(
				before?.directory ?? null,
				'',
				{ added },
				await generateSigningKey(),
				now
			);
			const put = (jws: string) => administrator('PUT', '/api/staff/directory', { directory: jws });
			await expect(put(forged)).rejects.toThrow('409');
			await expect(put(directory.slice(0, -4) + 'AAAA')).rejects.toThrow('400');
			await put(directory);
			await expect(put(directory)).rejects.toThrow('409');
			expect(await state()).toEqual({ published: true, pending: false });
		} finally {
			world = keep;
			await local.end();
		}
	});

	it('lie in a vault that only their owner reads, and the server hands back as it was', async () => {
		const vault = { v: 1, id: newId(), keys: 'sealed', unlockers: ['one', 'two'] };
		const [chair, deputy] = [await world.as('chair'), await world.as('deputy')];
		await chair('PUT', '/api/staff/vault', { vault });
		expect(await chair('GET', '/api/staff/vault')).toEqual({ vault });
		expect(await deputy('GET', '/api/staff/vault')).toEqual({ vault: null });
	});
});
