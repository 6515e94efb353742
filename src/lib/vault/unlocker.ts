/**
 * Unlockers: what a member of staff has or knows that opens their vault. Each becomes, on this device, a 256-bit key
 * that wraps the vault's own key; neither a passphrase, a code nor a passkey's result ever leaves the browser.
 */
import type { Instant } from '../base/brand.ts';
import type { Bytes } from '../base/bytes.ts';
import { fromBase64url, utf8 } from '../base/bytes.ts';
import { stretch } from '../passphrase/passphrase.ts';
import { readCode } from './printed-code.ts';

/** The kinds of unlocker. */
export const unlockerKinds = ['passphrase', 'code', 'passkey'] as const;

/** A kind of unlocker. */
export type UnlockerKind = (typeof unlockerKinds)[number];

/** An unlocker with its secret, as it is used. */
export type Unlocker =
	/** At least 15 characters, counted once runs of spaces are one. */
	| { readonly kind: 'passphrase'; readonly passphrase: string }
	/** As printed; spaces, hyphens and case do not matter. */
	| { readonly kind: 'code'; readonly code: string }
	/** What the passkey `credential` answered (PRF, 32 bytes) to the `salt` of its unlocker (base64url, 32 bytes). */
	| {
			readonly kind: 'passkey';
			readonly credential: string;
			readonly salt: string;
			readonly result: Bytes;
	  };

/** How an unlocker's secret becomes its key, as it stands in the vault. Nothing in it is secret. */
export type UnlockerHow =
	| { readonly kdf: 'argon2id'; readonly m: 65536; readonly t: 3; readonly p: 1; readonly salt: string }
	| { readonly kdf: 'hkdf'; readonly salt: string }
	| { readonly kdf: 'hkdf'; readonly salt: string; readonly credential: string };

/** What is known of an unlocker without its secret. */
export interface UnlockerInfo {
	readonly id: string;
	readonly kind: UnlockerKind;
	readonly made: Instant;
	readonly how: UnlockerHow;
}

/** Why an unlocker cannot be used at all. */
export type UnlockerFault = 'passphrase-too-short' | 'code-misspelt' | 'passkey-without-secret';

/** The fewest characters of a passphrase (threat model). */
export const passphraseAtLeast = 15;

/** One spelling of a passphrase for every keyboard: NFKC, no spaces around, one between words. */
export const plainPassphrase = (passphrase: string): string =>
	passphrase.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');

/** Whether `passphrase` is long enough to be one. Nothing is said about what it is made of (NIST SP 800-63B §3.1.1). */
export const passphraseFits = (passphrase: string): boolean =>
	[...plainPassphrase(passphrase)].length >= passphraseAtLeast;

/** The salt's bytes of each kind: 16 for stretching, 32 for what a passkey is asked. */
const saltBytes = (kind: UnlockerKind): number => (kind === 'passkey' ? 32 : 16);

/** Whether `value` is how an unlocker of `kind` is made, and not a member more: weaker stretching is never accepted. */
export function isHow(value: unknown, kind: UnlockerKind): value is UnlockerHow {
	if (typeof value !== 'object' || value === null) return false;
	const how = value as Record<string, unknown>;
	const members = { passphrase: 'kdf,m,p,salt,t', code: 'kdf,salt', passkey: 'credential,kdf,salt' }[kind];
	if (Object.keys(how).sort().join() !== members) return false;
	if (!isBase64urlOf(how['salt'], saltBytes(kind))) return false;
	if (kind === 'passphrase')
		return how['kdf'] === 'argon2id' && how['m'] === 65536 && how['t'] === 3 && how['p'] === 1;
	return how['kdf'] === 'hkdf' && (kind === 'code' || isCredential(how['credential']));
}

function isBase64urlOf(value: unknown, length: number): value is string {
	if (typeof value !== 'string') return false;
	try {
		return fromBase64url(value).length === length;
	} catch {
		return false;
	}
}

/** A credential id: 16 to 1023 bytes (WebAuthn §4). */
const isCredential = (value: unknown): boolean =>
	typeof value === 'string' && /^[A-Za-z0-9_-]{22,1364}$/.test(value);

/** What is wrong with `unlocker` before any vault is looked at; null when nothing is. */
export async function unlockerFault(unlocker: Unlocker): Promise<UnlockerFault | null> {
	switch (unlocker.kind) {
		case 'passphrase':
			return passphraseFits(unlocker.passphrase) ? null : 'passphrase-too-short';
		case 'code':
			return (await readCode(unlocker.code)) ? null : 'code-misspelt';
		case 'passkey':
			return unlocker.result.length === 32 ? null : 'passkey-without-secret';
	}
}

/**
 * The key (32 bytes) of an unlocker: HKDF-SHA-256 over the stretched passphrase, the code's 16 bytes or the passkey's
 * result, with the salt of `how` and `vv1 vault KIND` as info. Throws where `unlockerFault` would have said why.
 */
export async function unlockerKey(unlocker: Unlocker, how: UnlockerHow): Promise<Bytes> {
	const salt = fromBase64url(how.salt);
	const material = await unlockerSecret(unlocker, salt);
	const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
	const info = utf8(`vv1 vault ${unlocker.kind}`);
	return new Uint8Array(
		await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, 256)
	);
}

async function unlockerSecret(unlocker: Unlocker, salt: Bytes): Promise<Bytes> {
	if (unlocker.kind === 'passphrase') return stretch(plainPassphrase(unlocker.passphrase), salt, 32);
	if (unlocker.kind === 'passkey') return unlocker.result;
	const code = await readCode(unlocker.code);
	if (!code) throw new TypeError('Not a printed code');
	return code;
}
