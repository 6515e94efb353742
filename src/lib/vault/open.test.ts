/** Vaults: what opens them, what does not, and that whatever is changed on the way is refused by name. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../base/clock.ts';
import { fromBase64url, fromUtf8, toBase64url } from '../base/bytes.ts';
import type { StaffKeys } from './keys.ts';
import { newStaffKeys, publicHalf } from './keys.ts';
import { addUnlocker, createVault, openVault, unlockKeys } from './open.ts';
import { newPrintedCode } from './printed-code.ts';
import { testUnlockers } from './test-unlockers.ts';
import type { Unlocker } from './unlocker.ts';
import type { Vault } from './vault.ts';
import { listUnlockers, parseVault } from './vault.ts';

const clock: Clock = { now: () => Date.UTC(2026, 11, 1, 9) };
const phrase: Unlocker = { kind: 'passphrase', passphrase: 'seven green boats at dawn' };
const passkey: Unlocker = {
	kind: 'passkey',
	credential: toBase64url(new Uint8Array(32).fill(7)),
	salt: toBase64url(new Uint8Array(32).fill(9)),
	result: new Uint8Array(32).fill(3)
};
let code: Unlocker;
let keys: StaffKeys;
let vault: Vault;

beforeAll(async () => {
	code = { kind: 'code', code: await newPrintedCode() };
	keys = await newStaffKeys();
	const made = await createVault(keys, [phrase, code, passkey], clock);
	if (!made.ok) throw new Error(made.reason);
	vault = made.value;
});

describe('a vault', () => {
	it('opens with each of its unlockers, to the same keys', async () => {
		for (const unlocker of [phrase, code, passkey])
			expect(await openVault(vault, unlocker)).toMatchObject({ ok: true, value: { keys } });
	});

	it('opens however the passphrase was spaced and composed', async () => {
		const typed = { kind: 'passphrase', passphrase: '  seven  green\tboats at dawn ' } as const;
		expect(await openVault(vault, typed)).toMatchObject({ ok: true });
	});

	it('unlocks to keys that no script can read out', async () => {
		const unlocked = await unlockKeys(vault, code);
		if (!unlocked.ok) throw new Error(unlocked.reason);
		expect(unlocked.value.enc.jwk).toEqual(publicHalf(keys.enc));
		await expect(crypto.subtle.exportKey('jwk', unlocked.value.enc.privateKey)).rejects.toThrow();
		await expect(crypto.subtle.exportKey('jwk', unlocked.value.sig.privateKey)).rejects.toThrow();
	});

	it('survives being stored as JSON', async () => {
		expect(await openVault(JSON.parse(JSON.stringify(vault)), code)).toMatchObject({ ok: true });
	});

	it('shows nothing of keys or secrets', () => {
		const text = JSON.stringify(vault);
		const headers = text.match(/eyJ[A-Za-z0-9_-]+/g) ?? [];
		const shown = text + headers.map((header) => fromUtf8(fromBase64url(header))).join('');
		for (const secret of [keys.enc.d, keys.sig.d, 'green boats', toBase64url(passkey.result)])
			expect(shown).not.toContain(secret);
	});

	it('names why it does not open', async () => {
		const other: Unlocker = { kind: 'passphrase', passphrase: 'seven green boats at dusk' };
		const foreign: Unlocker = { ...passkey, credential: toBase64url(new Uint8Array(32).fill(8)) };
		const cases: readonly (readonly [unknown, Unlocker, string])[] = [
			[vault, other, 'wrong-unlocker'],
			[vault, { kind: 'code', code: await newPrintedCode() }, 'wrong-unlocker'],
			[vault, { ...passkey, result: new Uint8Array(32) }, 'wrong-unlocker'],
			[vault, foreign, 'no-such-unlocker'],
			[vault, { kind: 'passphrase', passphrase: 'too short      x' }, 'passphrase-too-short'],
			[vault, { kind: 'code', code: 'AAAA' }, 'code-misspelt'],
			[vault, { ...passkey, result: new Uint8Array(31) }, 'passkey-without-secret'],
			[null, code, 'not-a-vault'],
			[{ ...vault, v: 2 }, code, 'not-a-vault'],
			[{ ...vault, more: 1 }, code, 'not-a-vault'],
			[{ ...vault, unlockers: vault.unlockers.slice(0, 1) }, code, 'not-a-vault'],
			[{ ...vault, unlockers: [vault.unlockers[0], vault.unlockers[0]] }, phrase, 'not-a-vault']
		];
		for (const [stored, unlocker, reason] of cases)
			expect(await openVault(stored, unlocker)).toMatchObject({ ok: false, reason });
	});

	it('does not open with a part of another vault', async () => {
		const other = await createVault(await newStaffKeys(), [code, passkey], clock);
		if (!other.ok) throw new Error(other.reason);
		const mixed = { ...vault, unlockers: other.value.unlockers };
		expect(await openVault(mixed, code)).toMatchObject({ reason: 'not-a-vault' });
	});

	it('refuses weaker stretching, whoever wrote it', () => {
		const weaken = (part: string) => {
			const [header = '', ...rest] = part.split('.');
			const changed = fromUtf8(fromBase64url(header)).replace('65536', '8');
			return [toBase64url(new TextEncoder().encode(changed)), ...rest].join('.');
		};
		const [first = '', ...others] = vault.unlockers;
		expect(parseVault({ ...vault, unlockers: [first, ...others] })).not.toBeNull();
		expect(parseVault({ ...vault, unlockers: [weaken(first), ...others] })).toBeNull();
	});

	it('never opens to other keys, whichever character is changed', async () => {
		const text = JSON.stringify({ ...vault, unlockers: vault.unlockers.slice(1) });
		await fc.assert(
			fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...'Aq7_"{'), async (at, put) => {
				const changed = text.slice(0, at) + put + text.slice(at + 1);
				let stored: unknown;
				try {
					stored = JSON.parse(changed);
				} catch {
					return;
				}
				const opened = await openVault(stored, code);
				if (opened.ok) expect(opened.value.keys).toEqual(keys);
				// A change in a part that this unlocker does not need may go unnoticed; one in its own may not.
				const own = text.indexOf(vault.unlockers[1] ?? '');
				if (opened.ok && changed !== text)
					expect(at).toBeGreaterThan(own + (vault.unlockers[1] ?? '').length);
			}),
			{ numRuns: 300 }
		);
	});

	it('is never made with fewer than two unlockers or a weak one', async () => {
		expect(await createVault(keys, [phrase], clock)).toMatchObject({ reason: 'too-few-unlockers' });
		const short: Unlocker = { kind: 'passphrase', passphrase: 'fourteen chars' };
		expect(await createVault(keys, [short, code], clock)).toMatchObject({ reason: 'passphrase-too-short' });
	});

	it('takes one unlocker more only from somebody who has one', async () => {
		const two = await createVault(keys, [phrase, passkey], clock);
		if (!two.ok) throw new Error(two.reason);
		const stranger: Unlocker = { ...passkey, result: new Uint8Array(32) };
		expect(await addUnlocker(two.value, stranger, code, clock)).toMatchObject({ reason: 'wrong-unlocker' });
		const three = await addUnlocker(two.value, passkey, code, clock);
		if (!three.ok) throw new Error(three.reason);
		expect(await openVault(three.value, code)).toMatchObject({ ok: true, value: { keys } });
		expect(listUnlockers(three.value)?.map((info) => info.kind)).toEqual(['passphrase', 'passkey', 'code']);
	});
});

describe('the rehearsal before publishing', () => {
	it('is passed by two unlockers that each open a test envelope', async () => {
		expect(await testUnlockers(vault, [code, passkey], keys)).toMatchObject({ ok: true });
	});

	it('is not passed by one unlocker twice, a wrong one, or other keys', async () => {
		expect(await testUnlockers(vault, [code, code], keys)).toMatchObject({ reason: 'too-few-unlockers' });
		const wrong: Unlocker = { ...passkey, result: new Uint8Array(32) };
		expect(await testUnlockers(vault, [code, wrong], keys)).toMatchObject({ reason: 'wrong-unlocker' });
		const others = await newStaffKeys();
		const mixed = { enc: keys.enc, sig: others.sig };
		expect(await testUnlockers(vault, [code, passkey], mixed)).toMatchObject({ reason: 'other-keys' });
		expect(await testUnlockers(vault, [code, passkey], { ...keys, enc: others.enc })).toMatchObject({
			reason: 'other-keys'
		});
	});
});

describe('the golden vault, stored by version 1', () => {
	it('still opens by passphrase, code and passkey', async () => {
		const golden = JSON.parse(readFileSync('tests/fixtures/vault-1.json', 'utf8')) as {
			vault: unknown;
			keys: StaffKeys;
			passphrase: string;
			code: string;
			passkey: { credential: string; salt: string; result: string };
		};
		const result = fromBase64url(golden.passkey.result);
		const unlockers: Unlocker[] = [
			{ kind: 'passphrase', passphrase: golden.passphrase },
			{ kind: 'code', code: golden.code },
			{ kind: 'passkey', ...golden.passkey, result }
		];
		for (const unlocker of unlockers)
			expect(await openVault(golden.vault, unlocker)).toMatchObject({
				ok: true,
				value: { keys: golden.keys }
			});
	});
});
