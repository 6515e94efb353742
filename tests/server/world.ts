/**
 * A small authority with its real, built server, for the server's tests: accounts, a directory, chair's and deputy's
 * keys. On SQLite, or where `TEST_DATABASE_URL` names a PostgreSQL server, in a new database there.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Instant } from '../../src/lib/base/brand.ts';
import type { StaffId } from '../../src/lib/base/ids.ts';
import { generateReaderKeys, generateSigningKey, type ReaderKeys } from '../../src/lib/envelope/keys.ts';
import type { SigningKey } from '../../src/lib/envelope/jws.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/connect.ts';
import { publishDirectory } from '../../src/lib/server/directory/directory.ts';
import { openServer } from '../../src/lib/server/running.ts';
import { serverKey } from '../../src/lib/server/server-key.ts';
import { readSettings } from '../../src/lib/server/settings.ts';
import { thumbprintOf } from '../../src/lib/server/signature.ts';
import type { Role } from '../../src/lib/server/staff/staff.ts';
import { nextDirectory, readerEntries, recoveryEntry, serverEntry } from '../../tools/authority/directory.ts';
import { readersFor } from '../fixtures/child.ts';
import { invite, makeMeeting, signIn, type Ask, type Invited } from '../fixtures/coordinator.ts';
import { freePort } from '../fixtures/free-port.ts';

const root = join(import.meta.dirname, '../..');

/** The passphrase of everybody here. */
export const passphrase = 'a passphrase for everybody here';

/** Who works here. `stranger` and `strangerDeputy` lead other meetings than `chair` and `deputy`. */
const cast = {
	coordinator: ['coordinator'],
	chair: ['chair'],
	deputy: ['chair'],
	stranger: ['chair'],
	strangerDeputy: ['chair'],
	administrator: ['administrator'],
	advocate: ['advocate'],
	advocate2: ['advocate'],
	duty: ['duty'],
	duty2: ['duty']
} as const satisfies Record<string, readonly Role[]>;

/** Those who have keys from the start. */
type Keyed = 'chair' | 'deputy' | 'advocate' | 'advocate2' | 'duty' | 'duty2';

/** One part in the cast. */
export type Part = keyof typeof cast;
/** Every part. */
export const parts = Object.keys(cast) as Part[];

/** The address that `part` signs in with. */
export const emailOf = (part: Part): string => `${part.toLowerCase()}@test.example`;

/** A running server with its authority. */
export interface World {
	readonly origin: string;
	readonly folder: string;
	readonly people: Readonly<Record<Part, StaffId>>;
	readonly keys: Readonly<Record<Keyed, ReaderKeys>>;
	readonly root: SigningKey;
	/** What the server is started with. */
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Thumbprint of the key with which this server signs receipts. */
	readonly serverKey: () => string;
	/** The server's process. */
	readonly process: () => ChildProcess;
	/** What it has written so far. */
	readonly said: () => string;
	/** The database, opened beside the server. */
	readonly database: Database;
	/** Starts the server anew over the same data. */
	readonly start: () => Promise<void>;
	readonly stop: () => Promise<void>;
	/** Signed in as `part`, once. */
	readonly as: (part: Part) => Promise<Ask>;
	/** A new meeting of chair and deputy, or of the two strangers. */
	readonly meeting: (whose?: 'chair' | 'stranger') => Promise<Invited['meeting']>;
	readonly invite: (meeting?: Invited['meeting']) => Promise<Invited>;
	readonly readers: () => ReturnType<typeof readersFor>;
	readonly end: () => Promise<void>;
}

/** How a world differs from the usual one. */
export interface Wish {
	/** What the server is started with: `['strace', …]` before it; its own program where absent. */
	readonly before?: readonly string[];
	readonly environment?: Readonly<Record<string, string>>;
	/** Where the data lie. */
	readonly folder?: string;
	/** Without people and directory: as it is on the first day. */
	readonly bare?: boolean;
}

/** A new database on the PostgreSQL server of the tests; an empty text for SQLite. */
async function newDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
	const server = process.env['TEST_DATABASE_URL'];
	if (!server) return { url: '', drop: () => Promise.resolve() };
	const name = `my_say_${crypto.randomUUID().replaceAll('-', '')}`;
	const ask = async (sql: string): Promise<void> => {
		const client = new pg.Client({ connectionString: server });
		await client.connect();
		await client.query(sql);
		await client.end();
	};
	await ask(`create database ${name}`);
	const url = new URL(server);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => ask(`drop database ${name} with (force)`) };
}

/** Makes an authority and starts the built server over it. Throws, with what it said, where it does not listen. */
export async function startWorld(wish: Wish = {}): Promise<World> {
	if (!existsSync(join(root, 'build/handler.js'))) throw new Error('Build first: npm run build');
	const folder = wish.folder ?? mkdtempSync(join(tmpdir(), 'my-say-server-'));
	const { url, drop } = await newDatabase();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const environment = {
		...process.env,
		...{ PORT: String(port), ORIGIN: origin, DATA_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'info' },
		...wish.environment
	};
	const authority = wish.bare ? nobody : await makeAuthority(environment);
	let server: ChildProcess | null = null;
	let said = '';

	async function start(): Promise<void> {
		const [program = process.execPath, ...args] = [...(wish.before ?? []), process.execPath];
		const child = spawn(program, [...args, join(root, 'tools/serve.ts')], {
			cwd: root,
			env: environment,
			stdio: ['ignore', 'pipe', 'pipe', 'ipc']
		});
		server = child;
		const listening = new Promise<void>((resolve, reject) => {
			let own = '';
			const hear = (part: Buffer): void => {
				said += part;
				own += part;
			};
			child.stdout?.on('data', hear);
			child.stderr?.on('data', hear);
			child.once('message', () => resolve());
			child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${own}`)));
		});
		await listening;
	}
	async function stop(): Promise<void> {
		if (server === null || server.exitCode !== null || server.signalCode !== null) return;
		const ended = new Promise((resolve) => server?.once('exit', resolve));
		server.kill('SIGTERM');
		await ended;
	}
	await start();

	const database = openDatabase({ folder, url: url || null });
	const sessions = new Map<Part, Promise<Ask>>();
	const as = (part: Part): Promise<Ask> => {
		const session = sessions.get(part) ?? signIn(origin, { email: emailOf(part), password: passphrase });
		sessions.set(part, session);
		return session;
	};
	const { people } = authority;
	const leads = {
		chair: { chair: people.chair, deputy: people.deputy },
		stranger: { chair: people.stranger, deputy: people.strangerDeputy }
	};
	const meeting = async (whose: 'chair' | 'stranger' = 'chair') =>
		makeMeeting(await as('coordinator'), leads[whose]);
	return {
		origin,
		folder,
		...authority,
		environment,
		serverKey: () => thumbprintOf(serverKey(folder).jwk),
		process: () => server as ChildProcess,
		said: () => said,
		database,
		start,
		stop,
		as,
		meeting,
		invite: async (to) =>
			invite(await as('coordinator'), {
				origin,
				meeting: to ?? (await meeting()),
				root: authority.root.thumbprint,
				label: 'Child',
				look: '8-11',
				locale: 'en'
			}),
		readers: () => readersFor(origin, authority.root.thumbprint, leads.chair),
		async end() {
			await stop();
			await database.close();
			await drop();
			if (!wish.folder) rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** What a world has before anybody works in it. */
const nobody = { people: {}, keys: {}, root: {} } as unknown as Awaited<ReturnType<typeof makeAuthority>>;

/** Makes the people and the directory, as `npm run authority` would; the keys are living from a day before `now`. */
export async function makeAuthority(
	environment: Readonly<Record<string, string | undefined>>,
	now: Instant = new Date().toISOString() as Instant
) {
	const server = await openServer(readSettings({ ...environment, LOG_LEVEL: 'silent' }));
	const people = {} as Record<Part, StaffId>;
	for (const part of parts) {
		const account = { name: part, email: emailOf(part), passphrase, roles: [...cast[part]] };
		people[part] = await server.auth.makeAccount(account);
	}
	const rootKey = await generateSigningKey();
	const recovery = await generateReaderKeys();
	const keyed: readonly Keyed[] = ['chair', 'deputy', 'advocate', 'advocate2', 'duty', 'duty2'];
	const keys = {} as Record<Keyed, ReaderKeys>;
	for (const part of keyed) keys[part] = await generateReaderKeys();
	const added = [
		recoveryEntry(recovery.enc.jwk, 'Authority', now),
		serverEntry(server.key.jwk, now),
		...keyed.flatMap((part) =>
			readerEntries(
				{ staff: people[part], name: part, enc: keys[part].enc.jwk, sig: keys[part].sig.jwk },
				cast[part],
				now
			)
		)
	];
	const directory = await nextDirectory(null, 'Authority', { added }, rootKey, now);
	await publishDirectory(server.database, server.clock, directory, rootKey.thumbprint);
	await server.close();
	return { people, keys, root: rootKey };
}
