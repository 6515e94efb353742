/**
 * The administrator's command line: makes an organisation's root and recovery keys, and signs the directory of keys.
 * The root's private key lies in a file of the administrator's, never on the server. docs/operations.md walks through it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Instant } from '../src/lib/base/brand.ts';
import { verifyDirectory } from '../src/lib/envelope/directory.ts';
import { verifyKeyProof } from '../src/lib/envelope/mark.ts';
import { thumbprint } from '../src/lib/envelope/jwk.ts';
import type { SigningKey } from '../src/lib/envelope/jws.ts';
import type { Directory } from '../src/lib/envelope/wire.ts';
import { openDirectory, publishDirectory } from '../src/lib/server/directory/directory.ts';
import { openServer, type Running } from '../src/lib/server/running.ts';
import { setAuthoritySetting } from '../src/lib/server/setting/setting.ts';
import { readSettings } from '../src/lib/server/settings.ts';
import { roles, type Role } from '../src/lib/server/staff/staff.ts';
import {
	lists,
	nextDirectory,
	readerEntries,
	recoveryEntry,
	serverEntry,
	type DirectoryChange
} from './authority/directory.ts';
import { AdministratorDesk } from './authority/desk.ts';
import { makeOrganisationKeys, openRoot } from './authority/keys.ts';
import { newPassphrase } from './authority/new-passphrase.ts';

const usage = `npm run authority -- COMMAND [OPTIONS]

On the administrator's own machine:
  create  --folder FOLDER --name NAME             make the root and recovery keys and the first directory
  list    --server URL --email YOU                show the keys that wait, and those of the directory
  approve --server URL --email YOU --folder FOLDER [THUMBPRINT…]   sign waiting keys into the directory (all, if none is named)
  revoke  --server URL --email YOU --folder FOLDER THUMBPRINT…     end keys of the directory

On the server, with its settings:
  adopt   FILE                                    take the first directory, and from then on its root alone
  staff   --name NAME --email ADDRESS --role ROLE…  make an account (${roles.join(', ')})
  set     NAME JSON                               set what the authority decides (docs/operations.md lists the names)

Passphrases are asked for, or taken from AUTHORITY_PASSPHRASE (key files) and DESK_PASSPHRASE (signing in).
`;

// Every 64th thumbprint begins with a hyphen (base64url, RFC 4648): it is a thumbprint all the same, not an option.
const argv = process.argv.slice(2);
const hyphened = argv.filter((argument) => /^-[\w-]{42}$/.test(argument));
const { positionals, values } = parseArgs({
	args: [...argv.filter((argument) => !hyphened.includes(argument)), '--', ...hyphened],
	allowPositionals: true,
	options: {
		folder: { type: 'string' },
		name: { type: 'string' },
		server: { type: 'string' },
		email: { type: 'string' },
		role: { type: 'string', multiple: true }
	}
});
const [command = '', ...rest] = positionals;

const now = (): Instant => new Date().toISOString() as Instant;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The option `name`. Throws Error where it is missing. */
function demand(name: 'folder' | 'name' | 'server' | 'email'): string {
	const value = values[name];
	if (!value) throw new Error(`--${name} is missing`);
	return value;
}

/** A passphrase out of the environment, or asked for (what is typed is not shown where there is a terminal). */
async function passphrase(variable: string, question: string): Promise<string> {
	const given = process.env[variable];
	if (given) return given;
	// With a terminal, readline would repeat what is typed: it repeats into nothing.
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({
		input: process.stdin,
		output: nowhere,
		terminal: process.stdin.isTTY === true
	});
	process.stderr.write(`${question}: `);
	const typed = await lines.question('');
	lines.close();
	process.stderr.write('\n');
	return typed;
}

/** An administrator's desk, signed in. */
async function connect(): Promise<AdministratorDesk> {
	const server = new URL(demand('server')).origin;
	const secret = await passphrase('DESK_PASSPHRASE', 'Your passphrase for signing in');
	return AdministratorDesk.signIn(server, demand('email'), secret);
}

/** The directory as the server has it now, checked against the root that it names. */
async function newest(desk: AdministratorDesk): Promise<{ directory: Directory; root: string }> {
	const opened = openDirectory(await desk.directory());
	if (!opened) throw new Error('The server handed out a directory that no root signed');
	return opened;
}

/** The root, after checking that it is the one of the server's directory. */
async function rootFor(directoryRoot: string) {
	const secret = await passphrase('AUTHORITY_PASSPHRASE', 'Passphrase of the root key');
	const root = await openRoot(demand('folder'), secret);
	if (root.thumbprint !== directoryRoot) throw new Error('The directory there is signed by another root');
	return root;
}

async function create(): Promise<void> {
	const secret = await passphrase(
		'AUTHORITY_PASSPHRASE',
		'New passphrase for the key files (15 characters or more)'
	);
	if ([...secret].length < 15) throw new Error('A passphrase has 15 characters or more');
	const [folder, name] = [demand('folder'), demand('name')];
	const { root, recovery } = await makeOrganisationKeys(folder, secret, false);
	const added = [recoveryEntry(recovery, name, now())];
	const directory = await nextDirectory(null, name, { added }, root, now());
	writeFileSync(join(folder, 'directory.jws'), directory, { flag: 'wx' });
	say(`Made in ${folder}. Root: ${root.thumbprint}`);
	say(
		'Keep the key files away from the server, twice. Take directory.jws to the server and have it adopted there.'
	);
}

/** Does `work` with the server's own settings and data, and closes them whatever happens. */
async function onServer(work: (server: Running) => Promise<unknown>): Promise<void> {
	const server = await openServer(readSettings(process.env));
	try {
		await work(server);
	} finally {
		await server.close();
	}
}

async function adopt(): Promise<void> {
	const [file] = rest;
	if (!file) throw new Error('Name the directory.jws to adopt');
	const opened = openDirectory(readFileSync(file, 'utf8').trim());
	if (!opened) throw new Error('This is not a directory signed by its root');
	await onServer(({ database, clock }) => publishDirectory(database, clock, opened.jws, opened.root));
	say(`${opened.directory.organisation.name}: adopted. Root: ${opened.root}`);
}

async function staff(): Promise<void> {
	const wanted = (values.role ?? []).map((role) => {
		if (!roles.some((known) => known === role)) throw new Error(`--role is one of ${roles.join(', ')}`);
		return role as Role;
	});
	if (wanted.length === 0) throw new Error('--role is missing');
	const first = newPassphrase();
	const account = { name: demand('name'), email: demand('email'), passphrase: first, roles: wanted };
	await onServer(({ auth }) => auth.makeAccount(account));
	say(`Made. Passphrase for signing in: ${first}`);
}

async function set(): Promise<void> {
	const [name, value] = rest;
	if (!name || value === undefined) throw new Error('Name the setting and give its value as JSON');
	await onServer(({ database, clock }) => setAuthoritySetting(database, clock, name, JSON.parse(value)));
	say(`Set: ${name}`);
}

async function list(): Promise<void> {
	const desk = await connect();
	const { directory, root } = await newest(desk);
	say(`${directory.organisation.name}, directory ${directory.seq}. Root: ${root}`);
	for (const { role, name, enc, sig, until } of directory.keys) {
		const key = enc ?? sig;
		say(`  ${key ? await thumbprint(key) : ''}  ${role}  ${name}  ${until ? `until ${until}` : 'in force'}`);
	}
	const { keys, server } = await desk.waiting();
	for (const key of keys) say(`? ${key.thumbprint}  ${key.staff.roles.join(',')}  ${key.staff.name}  waits`);
	if (!lists(directory, server, now())) say(`? ${await thumbprint(server)}  server  waits`);
}

/** A change to the directory as it is now, told in `lines`; undefined where there is nothing to do. */
type ChangeTo = (
	desk: AdministratorDesk,
	directory: Directory
) => Promise<{ change: DirectoryChange; lines: readonly string[] } | undefined>;

/**
 * Signs `change` into the directory and publishes it. Where another administrator was quicker, the change is worked
 * out again from the directory as it is then: nobody's keys are lost and none are listed twice.
 */
async function signInto(change: ChangeTo): Promise<void> {
	const desk = await connect();
	let root: SigningKey | undefined;
	for (let attempt = 1; attempt <= 5; attempt += 1) {
		const { directory, root: named } = await newest(desk);
		const changed = await change(desk, directory);
		if (!changed) return say('Nothing waits.');
		root ??= await rootFor(named);
		const next = await nextDirectory(directory, '', changed.change, root, now());
		const checked = await verifyDirectory(next, root.thumbprint);
		if (!checked.ok) throw new Error(`The new directory does not hold: ${checked.reason}`);
		if (await desk.publish(next)) {
			for (const line of changed.lines) say(line);
			return say(`Published: directory ${checked.value.directory.seq}.`);
		}
		say('Another administrator published a directory meanwhile: beginning again from theirs.');
	}
	throw new Error('Others keep publishing directories: nothing was changed here. Try once they are done');
}

const approve = (): Promise<void> =>
	signInto(async (desk, directory) => {
		const { keys, server } = await desk.waiting();
		const chosen = keys.filter((key) => rest.length === 0 || rest.includes(key.thumbprint));
		const added = lists(directory, server, now()) ? [] : [serverEntry(server, now())];
		for (const { staff: person, enc, sig, proof } of chosen) {
			const proved = await verifyKeyProof(proof, { enc, sig, staff: person.id });
			if (!proved.ok) throw new Error(`${person.name}: the keys are not proved (${proved.reason})`);
			added.push(...readerEntries({ staff: person.id, name: person.name, enc, sig }, person.roles, now()));
		}
		if (added.length === 0) return undefined;
		const lines = added.map(async ({ role, name, enc, sig }) => {
			const key = enc ?? sig;
			return `+ ${key ? await thumbprint(key) : ''}  ${role}  ${name}`;
		});
		return { change: { added }, lines: await Promise.all(lines) };
	});

const revoke = (): Promise<void> =>
	signInto(async (_desk, directory) => {
		if (rest.length === 0) throw new Error('Name the thumbprints to revoke');
		const gone = new Set<unknown>();
		for (const entry of directory.keys)
			for (const key of [entry.enc, entry.sig])
				if (key && rest.includes(await thumbprint(key))) gone.add(entry);
		if (gone.size === 0) throw new Error('The directory has no such key');
		return { change: { added: [], ends: (entry) => gone.has(entry) }, lines: [] };
	});

const commands: Readonly<Record<string, () => Promise<void>>> = {
	create,
	adopt,
	staff,
	set,
	list,
	approve,
	revoke
};
const run = commands[command];
try {
	if (run) await run();
	else process.stdout.write(usage);
	process.exitCode = run || command === '' ? 0 : 1;
} catch (thrown) {
	process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
	process.exitCode = 1;
}
