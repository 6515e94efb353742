/**
 * The vault's format, version 1: what the server keeps for a member of staff and can read nothing of. A random vault key
 * seals both private keys; each unlocker seals that vault key. Every part is a JWE compact (`compact.ts`) that names the
 * vault it belongs to, so parts of two vaults cannot be mixed.
 */
import type { Instant } from '../base/brand.ts';
import { isId } from '../base/ids.ts';
import type { Box } from './compact.ts';
import { parseBox } from './compact.ts';
import type { UnlockerInfo, UnlockerKind } from './unlocker.ts';
import { isHow, unlockerKinds } from './unlocker.ts';

/** A vault as it is stored: JSON, strings only. */
export interface Vault {
	readonly v: 1;
	/** 128 random bits, base64url: named in the header of every part. */
	readonly id: string;
	/** Both private keys, sealed under the vault key. */
	readonly keys: string;
	/** The vault key, sealed once under each unlocker. Two to eight. */
	readonly unlockers: readonly string[];
}

/** One unlocker's part of a vault, parsed. */
export interface UnlockerPart {
	readonly info: UnlockerInfo;
	readonly box: Box;
}

/** A vault, parsed. */
export interface ParsedVault {
	readonly id: string;
	readonly keys: Box;
	readonly unlockers: readonly UnlockerPart[];
}

/** `typ` of the part that holds the private keys. */
export const keysType = 'vv-staff-keys+jwe';
/** `typ` of a part that holds the vault key. */
export const unlockerType = 'vv-unlocker+jwe';
/** The fewest and the most unlockers of a vault: with one alone, losing it would lose the keys. */
export const unlockerCount = { least: 2, most: 8 } as const;

/** The vault that `value` is, or null where it is anything else, a later version included. Strict: no member too many. */
export function parseVault(value: unknown): ParsedVault | null {
	if (!isVaultShape(value)) return null;
	const keys = parseBox(value.keys, keysType, ['vault']);
	const unlockers = value.unlockers.map((part) => parseUnlocker(part, value.id));
	if (keys?.header['vault'] !== value.id || !unlockers.every((part) => part !== null)) return null;
	const ids = new Set(unlockers.map((part) => part.info.id));
	return ids.size === unlockers.length ? { id: value.id, keys, unlockers } : null;
}

/** The unlockers of a vault, without secrets; null where it is no vault. */
export const listUnlockers = (vault: unknown): readonly UnlockerInfo[] | null =>
	parseVault(vault)?.unlockers.map((part) => part.info) ?? null;

function isVaultShape(value: unknown): value is Vault {
	if (typeof value !== 'object' || value === null) return false;
	const vault = value as Record<string, unknown>;
	return (
		Object.keys(vault).sort().join() === 'id,keys,unlockers,v' &&
		vault['v'] === 1 &&
		isId(vault['id']) &&
		Array.isArray(vault['unlockers']) &&
		vault['unlockers'].length >= unlockerCount.least &&
		vault['unlockers'].length <= unlockerCount.most
	);
}

function parseUnlocker(text: unknown, vault: string): UnlockerPart | null {
	const box = parseBox(text, unlockerType, ['vault', 'uid', 'kind', 'made', 'how']);
	if (!box) return null;
	const { vault: named, uid, kind, made, how } = box.header;
	if (named !== vault || !isId(uid) || !isKind(kind) || !isInstant(made) || !isHow(how, kind)) return null;
	return { info: { id: uid, kind, made, how }, box };
}

const isKind = (value: unknown): value is UnlockerKind => unlockerKinds.some((kind) => kind === value);

const isInstant = (value: unknown): value is Instant =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
