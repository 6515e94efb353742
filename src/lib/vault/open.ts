/**
 * Making, opening and widening a vault. Signing in does none of this: whoever holds only a session holds ciphertext.
 */
import type { Clock } from '../base/clock.ts';
import { instant } from '../base/clock.ts';
import type { Bytes } from '../base/bytes.ts';
import { toBase64url } from '../base/bytes.ts';
import { newId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { ok, refused } from '../base/result.ts';
import type { ReaderKeys } from '../envelope/keys.ts';
import { importReaderKeys } from '../envelope/keys.ts';
import { openBox, sealBox } from './compact.ts';
import type { StaffKeys } from './keys.ts';
import { readKeys, spellKeys } from './keys.ts';
import type { Unlocker, UnlockerFault, UnlockerHow } from './unlocker.ts';
import { unlockerFault, unlockerKey } from './unlocker.ts';
import type { ParsedVault, UnlockerPart, Vault } from './vault.ts';
import { keysType, parseVault, unlockerCount, unlockerType } from './vault.ts';

/** Why a vault was not made or widened. */
export type CreateFault = UnlockerFault | 'too-few-unlockers' | 'too-many-unlockers';

/** Why a vault did not open. */
export type OpenFault =
	| UnlockerFault
	/** What is stored is no vault of a version known here. */
	| 'not-a-vault'
	/** The vault has no unlocker of this kind (or none with this passkey). */
	| 'no-such-unlocker'
	/** It has one, and this is not it; or its bytes were changed. */
	| 'wrong-unlocker'
	/** The unlocker opened, but the keys behind it were changed. */
	| 'damaged';

/** What an unlocker opened. Lives in memory only. */
export interface OpenedVault {
	readonly keys: StaffKeys;
	/** Id of the unlocker that opened it. */
	readonly unlocker: string;
}

/**
 * A new vault for `keys`, under a random vault key that each of `unlockers` (two or more, each with a key of its own)
 * opens by itself.
 */
export async function createVault(
	keys: StaffKeys,
	unlockers: readonly Unlocker[],
	clock: Clock
): Promise<Result<Vault, CreateFault>> {
	if (unlockers.length < unlockerCount.least) return refused('too-few-unlockers');
	if (unlockers.length > unlockerCount.most) return refused('too-many-unlockers');
	for (const unlocker of unlockers) {
		const fault = await unlockerFault(unlocker);
		if (fault) return refused(fault);
	}
	const id = newId();
	const vaultKey = crypto.getRandomValues(new Uint8Array(32));
	const parts: string[] = [];
	// One after another: each passphrase takes 64 MiB while it is stretched.
	for (const unlocker of unlockers) parts.push(await wrapFor(unlocker, vaultKey, id, clock));
	return ok({
		v: 1,
		id,
		keys: await sealBox(vaultKey, keysType, { vault: id }, spellKeys(keys)),
		unlockers: parts
	});
}

/** The vault key sealed for one unlocker, with all that is needed to make its key again in the protected header. */
async function wrapFor(unlocker: Unlocker, vaultKey: Bytes, vault: string, clock: Clock): Promise<string> {
	const how = newHow(unlocker);
	const members = { vault, uid: newId(), kind: unlocker.kind, made: instant(clock), how };
	return sealBox(await unlockerKey(unlocker, how), unlockerType, members, vaultKey);
}

function newHow(unlocker: Unlocker): UnlockerHow {
	if (unlocker.kind === 'passkey')
		return { kdf: 'hkdf', salt: unlocker.salt, credential: unlocker.credential };
	const salt = toBase64url(crypto.getRandomValues(new Uint8Array(16)));
	return unlocker.kind === 'code' ? { kdf: 'hkdf', salt } : { kdf: 'argon2id', m: 65536, t: 3, p: 1, salt };
}

/** Opens `vault` (as it came from the server: unchecked) with one unlocker. */
export async function openVault(vault: unknown, unlocker: Unlocker): Promise<Result<OpenedVault, OpenFault>> {
	const parsed = parseVault(vault);
	if (!parsed) return refused('not-a-vault');
	const unwrapped = await unwrap(parsed, unlocker);
	if (!unwrapped.ok) return unwrapped;
	const plain = await openBox(unwrapped.value.vaultKey, parsed.keys);
	const keys = plain && readKeys(plain);
	return keys ? ok({ keys, unlocker: unwrapped.value.unlocker }) : refused('damaged');
}

/** The vault key, through the first part that this unlocker opens. */
async function unwrap(
	vault: ParsedVault,
	unlocker: Unlocker
): Promise<Result<{ vaultKey: Bytes; unlocker: string }, OpenFault>> {
	const fault = await unlockerFault(unlocker);
	if (fault) return refused(fault);
	const parts = vault.unlockers.filter((part) => belongs(part, unlocker));
	if (parts.length === 0) return refused('no-such-unlocker');
	for (const part of parts) {
		const vaultKey = await openBox(await unlockerKey(unlocker, part.info.how), part.box);
		if (vaultKey?.length === 32) return ok({ vaultKey, unlocker: part.info.id });
	}
	return refused('wrong-unlocker');
}

function belongs({ info }: UnlockerPart, unlocker: Unlocker): boolean {
	if (info.kind !== unlocker.kind) return false;
	return (
		unlocker.kind !== 'passkey' || ('credential' in info.how && info.how.credential === unlocker.credential)
	);
}

/**
 * `vault` with one unlocker more. Needs an unlocker that opens it, not keys that happen to be unlocked: a desk left open
 * for a minute gives nobody a way in for later.
 */
export async function addUnlocker(
	vault: unknown,
	existing: Unlocker,
	added: Unlocker,
	clock: Clock
): Promise<Result<Vault, CreateFault | OpenFault>> {
	const parsed = parseVault(vault);
	if (!parsed) return refused('not-a-vault');
	if (parsed.unlockers.length >= unlockerCount.most) return refused('too-many-unlockers');
	const fault = await unlockerFault(added);
	if (fault) return refused(fault);
	const unwrapped = await unwrap(parsed, existing);
	if (!unwrapped.ok) return unwrapped;
	const part = await wrapFor(added, unwrapped.value.vaultKey, parsed.id, clock);
	const { keys, unlockers } = vault as Vault;
	return ok({ v: 1, id: parsed.id, keys, unlockers: [...unlockers, part] });
}

/**
 * The keys behind `unlocker`, ready for use and no longer readable by any script. What a desk holds while it is unlocked.
 */
export async function unlockKeys(vault: unknown, unlocker: Unlocker): Promise<Result<ReaderKeys, OpenFault>> {
	const opened = await openVault(vault, unlocker);
	if (!opened.ok) return opened;
	const imported = await importReaderKeys(opened.value.keys);
	return imported.ok ? ok(imported.value) : refused('damaged');
}
