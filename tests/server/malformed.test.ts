import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/lib/base/ids.ts';
import { enrol, seal, submission } from './device.ts';
import { emailOf, passphrase, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld({ environment: { LOG_LEVEL: 'info' } });
});
afterAll(() => world.end());

const requests = 10_000;
const seed = 20_261_122;

/** One wrong request. */
interface Wrong {
	readonly method: string;
	readonly path: string;
	readonly headers: Record<string, string>;
	readonly body: string | Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends bytes as they are, without a client's tidying up; its status. */
const send = ({ method, path, headers, body }: Wrong): Promise<number> =>
	new Promise((resolve, reject) => {
		const { port } = new URL(world.origin);
		const asked = request({ agent, port, host: '127.0.0.1', method, path, headers }, (response) => {
			response.resume().on('end', () => resolve(response.statusCode ?? 0));
		});
		asked.on('error', (error: NodeJS.ErrnoException) =>
			// A connection that was closed after an answer to the request before.
			error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(0) : reject(error)
		);
		asked.end(body);
	});

/** Requests that are wrong in many ways, on every address of the API; `right` is a submission to spoil. */
function wrongRequests(right: string, cookie: string): fc.Arbitrary<Wrong> {
	const id = fc.oneof(
		fc.constant(newId()),
		fc.constant('%ff'),
		fc.constant('..%2f..%2fetc'),
		fc.stringMatching(/^[A-Za-z0-9_-]{1,50}$/),
		fc.constant('%00'),
		fc.constant('a'.repeat(3000))
	);
	const path = fc
		.tuple(
			fc.constantFrom(
				'submissions',
				'submissions/ID',
				'blobs/ID',
				'invitations/ID',
				'invitations/ID/devices',
				'words/ID',
				'guards/ID',
				'guards/ID/tries',
				'drafts/ID',
				'drafts/ID/fetch',
				'staff/invitations/ID/devices/ID/lost',
				'staff/invitations/ID/devices/ID/again',
				'directory',
				'auth/sign-in/email',
				'auth/sign-in/passkey',
				'auth/sign-in/passkey/options',
				'auth/sign-out',
				'staff/me',
				'staff/vault',
				'staff/keys',
				'staff/people',
				'staff/meetings',
				'staff/meetings/ID',
				'staff/meetings/ID/invitations',
				'staff/meetings/ID/views',
				'staff/invitations/ID/revoke',
				'staff/views/ID',
				'staff/views/ID/open',
				'staff/blobs/ID',
				'staff/directory',
				'staff/passkeys',
				'staff/passkeys/options',
				'staff/keys/ID/refuse'
			),
			id
		)
		.map(([address, some]) => `/api/${address.replaceAll('ID', some)}`);
	// One letter put for itself, or a space between members, spoils nothing.
	const isRight = (text: string): boolean => {
		try {
			return JSON.stringify(JSON.parse(text)) === right;
		} catch {
			return false;
		}
	};
	const spoiled = fc
		.tuple(fc.nat(right.length - 1), fc.string({ maxLength: 4 }))
		.map(([at, put]) => right.slice(0, at) + put + right.slice(at + 1))
		.filter((text) => !isRight(text));
	const json = fc.oneof(
		{ weight: 3, arbitrary: fc.json({ maxDepth: 4 }) },
		{ weight: 2, arbitrary: spoiled },
		{ weight: 1, arbitrary: fc.constant('['.repeat(5000)) },
		{ weight: 1, arbitrary: fc.constant('{"__proto__":{"x":1},"constructor":null}') },
		{ weight: 1, arbitrary: fc.constant('{"submit":null,"envelope":{"recipients":[null]}}') },
		{
			weight: 2,
			arbitrary: fc
				.record({ device: fc.anything(), key: fc.string(), proof: fc.string(), email: fc.string() })
				.map((value) => JSON.stringify(value) ?? 'null')
		}
	);
	const octets = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
	const kind = fc.constantFrom(
		'application/json',
		'application/json; charset=utf-8',
		'application/octet-stream',
		'text/plain',
		'multipart/form-data; boundary=x',
		'application/x-www-form-urlencoded',
		'?'
	);
	return fc.record({
		method: fc.constantFrom('GET', 'POST', 'PUT', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
		path,
		headers: fc.record({
			'content-type': kind,
			origin: fc.constantFrom(world.origin, world.origin, 'null'),
			cookie: fc.constantFrom('', cookie, cookie, 'desk.session_token=x.y', '=;;=%ff'),
			'x-submit-authorisation': fc.constantFrom('', 'a.b.c', 'e30.e30.'.padEnd(100, 'A'))
		}),
		body: fc.oneof(json, octets)
	});
}

it('ten thousand malformed requests: none is answered with a failure, nothing changes, and it still works', async () => {
	const device = await enrol(world, await world.invite());
	const posted = await submission(device, await seal(world));
	const tables = async () => {
		const { db } = world.database;
		const submissions = await db.selectFrom('submission').select('vid').execute();
		const meetings = await db.selectFrom('meeting').select('id').execute();
		const directories = await db.selectFrom('directory').select('seq').execute();
		return { submissions, meetings, directories };
	};
	const before = await tables();
	const signedIn = await fetch(`${world.origin}/api/auth/sign-in/email`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin: world.origin },
		body: JSON.stringify({ email: emailOf('chair'), password: passphrase })
	});
	const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	// Whatever the seed makes, the cookie itself must stay good: signing out is among the addresses.
	const wrong = fc.sample(
		wrongRequests(JSON.stringify(posted), cookie).filter(({ path }) => path !== '/api/auth/sign-out'),
		{ numRuns: requests, seed }
	);
	const failed: [number, string, string][] = [];
	const queue = [...wrong];
	await Promise.all(
		Array.from({ length: 16 }, async () => {
			for (let one = queue.pop(); one; one = queue.pop()) {
				const status = await send(one);
				if (status >= 500) failed.push([status, one.method, one.path]);
			}
		})
	);
	expect(failed).toEqual([]);
	expect(await tables()).toEqual(before);
	const still = await fetch(`${world.origin}/api/submissions`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(posted)
	});
	expect(still.status).toBe(201);
}, 180_000);

it('what is too large is told so, though it is still being sent', async () => {
	const post = async () =>
		(await fetch(`${world.origin}/api/submissions`, { method: 'POST', body: 'x'.repeat(3_000_000) })).status;
	for (let round = 0; round < 15; round++)
		expect(await Promise.all(Array.from({ length: 8 }, post))).toEqual(Array.from({ length: 8 }, () => 413));
});

it('what is no HTTP at all is answered too, and the server goes on', async () => {
	const { port } = new URL(world.origin);
	for (const text of [
		'nonsense\r\n\r\n',
		'GET / HTTP/9.9\r\n\r\n',
		'POST /api/submissions HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n'
	]) {
		const said = await new Promise<string>((resolve) => {
			let heard = '';
			const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
			socket.on('data', (part) => (heard += String(part)));
			socket.on('close', () => resolve(heard));
		});
		expect(said).toMatch(/^HTTP\/1\.1 400/);
		expect(said).toMatch(/x-content-type-options: nosniff/);
	}
	expect((await fetch(`${world.origin}/api/directory`)).status).toBe(200);
});
