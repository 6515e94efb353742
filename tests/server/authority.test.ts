import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Instant } from '../../src/lib/base/brand.ts';
import { thumbprint } from '../../src/lib/envelope/jwk.ts';
import { generateReaderKeys } from '../../src/lib/envelope/keys.ts';
import { signKeyProof } from '../../src/lib/envelope/mark.ts';
import { readDirectory, type Directory } from '../../src/lib/envelope/wire.ts';
import { signIn } from '../fixtures/coordinator.ts';
import { ask } from './asking.ts';
import { startWorld, type World } from './world.ts';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'my-say-authority-'));
const folder = join(scratch, 'brook');
const secrets = { AUTHORITY_PASSPHRASE: 'a passphrase for the key files', DESK_PASSPHRASE: '' };

let world: World;
beforeAll(async () => {
	world = await startWorld({ bare: true });
}, 180_000);
afterAll(async () => {
	await world.end();
	rmSync(scratch, { recursive: true, force: true });
});

/** Runs `npm run authority -- ARGS` as the README says, with the server's settings. */
const authority = (...args: string[]): Promise<{ code: number | null; said: string }> =>
	new Promise((resolve) => {
		const child = spawn(process.execPath, [join(root, 'tools/authority.ts'), ...args], {
			cwd: scratch,
			env: { ...world.environment, ...secrets } as NodeJS.ProcessEnv,
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let said = '';
		child.stdout.on('data', (part) => (said += String(part)));
		child.stderr.on('data', (part) => (said += String(part)));
		child.once('exit', (code) => resolve({ code, said }));
	});

async function directory(): Promise<Directory> {
	const { body } = await ask(`${world.origin}/api/directory`);
	const read = readDirectory(body['directory']);
	if (!read.ok) throw new Error(read.reason);
	return read.value.content;
}

const account = async (name: string, role: string) => {
	const email = `${name.toLowerCase()}@brook.example`;
	const { said } = await authority('staff', '--name', name, '--email', email, '--role', role);
	return { email, password: /signing in: (\S+)/.exec(said)?.[1] ?? '' };
};

it('an authority is set up as docs/operations.md says, its root never on the server', async () => {
	const made = await authority('create', '--folder', folder, '--name', 'Brook County');
	expect(made).toMatchObject({ code: 0 });
	expect(statSync(join(folder, 'root.json')).mode & 0o077).toBe(0);
	expect(readFileSync(join(folder, 'root.json'), 'utf8')).not.toMatch(/"d":/);
	expect((await authority('create', '--folder', folder, '--name', 'Again')).code).toBe(1);

	expect((await ask(`${world.origin}/api/directory`)).status).toBe(404);
	expect(await authority('adopt', join(folder, 'directory.jws'))).toMatchObject({ code: 0 });
	expect((await directory()).keys.map(({ role }) => role)).toEqual(['recovery']);
	expect((await authority('adopt', join(folder, 'directory.jws'))).code).toBe(1);

	const administrator = await account('Ravi', 'administrator');
	const chair = await account('Maya', 'chair');
	expect((await authority('staff', '--name', 'X', '--email', chair.email, '--role', 'chair')).code).toBe(1);
	expect((await authority('staff', '--name', 'X', '--email', 'x@x.example', '--role', 'king')).code).toBe(1);
	secrets.DESK_PASSPHRASE = administrator.password;

	const asChair = await signIn(world.origin, chair);
	const { staff } = await asChair<{ staff: { id: never } }>('GET', '/api/staff/me');
	// A thumbprint that could be taken for an option.
	let keys = await generateReaderKeys();
	while (!keys.enc.thumbprint.startsWith('-')) keys = await generateReaderKeys();
	const proof = await signKeyProof(keys, staff.id, new Date().toISOString() as Instant);
	await asChair('POST', '/api/staff/keys', { enc: keys.enc.jwk, sig: keys.sig.jwk, proof });

	const server = ['--server', world.origin, '--email', administrator.email];
	const listed = await authority('list', ...server);
	expect(listed.said).toContain(`? ${keys.enc.thumbprint}  chair  Maya  waits`);
	const approved = await authority('approve', ...server, '--folder', folder, keys.enc.thumbprint);
	expect(approved).toMatchObject({ code: 0 });
	const after = await directory();
	expect(after.seq).toBe(2);
	expect(after.keys.map(({ role, name }) => [role, name])).toEqual([
		['recovery', 'Brook County'],
		['server', 'server'],
		['chair', 'Maya']
	]);
	const own = after.keys.find(({ role }) => role === 'server')?.sig;
	expect(own && (await thumbprint(own))).toBe(world.serverKey());
	expect((await authority('approve', ...server, '--folder', folder)).said).toContain('Nothing waits.');

	expect(await authority('revoke', ...server, '--folder', folder, keys.enc.thumbprint)).toMatchObject({
		code: 0
	});
	const ended = await directory();
	expect(ended.keys.map(({ until }) => until === null)).toEqual([true, true, false]);
	expect(await asChair('GET', '/api/staff/me')).toMatchObject({ keys: { published: false, pending: false } });
}, 180_000);

it('administrators who approve at the same time both have their keys in the directory, each once', async () => {
	const who = ['--server', world.origin, '--email', 'ravi@brook.example', '--folder', folder];
	const prints = await Promise.all(
		['Asha', 'Bryn', 'Cai'].map(async (name) => {
			const chair = await account(name, 'chair');
			const ask = await signIn(world.origin, chair);
			const { staff } = await ask<{ staff: { id: never } }>('GET', '/api/staff/me');
			const keys = await generateReaderKeys();
			const proof = await signKeyProof(keys, staff.id, new Date().toISOString() as Instant);
			await ask('POST', '/api/staff/keys', { enc: keys.enc.jwk, sig: keys.sig.jwk, proof });
			return keys.enc.thumbprint;
		})
	);
	const { seq } = await directory();
	const done = await Promise.all(prints.map((print) => authority('approve', ...who, print)));
	expect(done.map(({ code }) => code)).toEqual([0, 0, 0]);
	const after = await directory();
	expect(after.seq).toBe(seq + 3);
	const listed = await Promise.all(after.keys.map(({ enc }) => (enc ? thumbprint(enc) : '')));
	expect(listed.filter((print) => prints.includes(print)).sort()).toEqual([...prints].sort());
}, 180_000);

it('what is asked wrongly is answered with a line and changes nothing', async () => {
	const before = await directory();
	const server = ['--server', world.origin, '--email', 'ravi@brook.example'];
	secrets.AUTHORITY_PASSPHRASE = 'not the passphrase of it';
	expect(await authority('revoke', ...server, '--folder', folder, 'x')).toMatchObject({
		code: 1,
		said: 'The directory has no such key\n'
	});
	const [first] = before.keys;
	const print = first?.enc ? await thumbprint(first.enc) : '';
	const wrong = await authority('revoke', ...server, '--folder', folder, print);
	expect(wrong.code).toBe(1);
	expect(wrong.said).toMatch(/wrong-passphrase/);
	secrets.DESK_PASSPHRASE = 'not hers';
	expect((await authority('list', ...server)).said).toMatch(/401 signed-out/);
	expect((await authority('make')).code).toBe(1);
	expect((await authority()).said).toMatch(/^npm run authority/);
	expect(await directory()).toEqual(before);
}, 180_000);
