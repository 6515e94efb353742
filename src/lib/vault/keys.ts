/**
 * The two private keys of a member of staff: one to read (ECDH), one to sign (ES256), both on P-256, as JWK
 * (RFC 7517, RFC 7518 §6.2). Made in the browser; they leave it only inside a vault.
 */
import type { Bytes } from '../base/bytes.ts';
import { fromBase64url, fromUtf8, utf8 } from '../base/bytes.ts';

/** A public key on P-256. */
export interface PublicJwk {
	readonly kty: 'EC';
	readonly crv: 'P-256';
	readonly x: string;
	readonly y: string;
}

/** A private key on P-256. */
export interface PrivateJwk extends PublicJwk {
	readonly d: string;
}

/** Both private keys. */
export interface StaffKeys {
	/** Opens envelopes (ECDH-ES+A256KW). */
	readonly enc: PrivateJwk;
	/** Signs openings and replies (ES256). */
	readonly sig: PrivateJwk;
}

const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Fresh keys from this device's random source. */
export async function newStaffKeys(): Promise<StaffKeys> {
	const [enc, sig] = await Promise.all([
		crypto.subtle.generateKey(ecdh, true, ['deriveBits']),
		crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
	]);
	return { enc: await exported(enc.privateKey), sig: await exported(sig.privateKey) };
}

async function exported(key: CryptoKey): Promise<PrivateJwk> {
	const jwk = privateJwk(await crypto.subtle.exportKey('jwk', key));
	if (!jwk) throw new TypeError('This device made a key of another kind');
	return jwk;
}

/** The public half. */
export const publicHalf = ({ kty, crv, x, y }: PublicJwk): PublicJwk => ({ kty, crv, x, y });

/** `value` as a private key with the members of one and no others; null where it is none. */
function privateJwk(value: unknown): PrivateJwk | null {
	if (typeof value !== 'object' || value === null) return null;
	const { kty, crv, x, y, d } = value as Record<string, unknown>;
	if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y) || !isCoordinate(d))
		return null;
	return { kty, crv, x, y, d };
}

function isCoordinate(value: unknown): value is string {
	if (typeof value !== 'string' || value.length !== 43) return false;
	try {
		return fromBase64url(value).length === 32;
	} catch {
		return false;
	}
}

/** The bytes that a vault seals. */
export const spellKeys = (keys: StaffKeys): Bytes => utf8(JSON.stringify({ enc: keys.enc, sig: keys.sig }));

/** The keys that `bytes` spell; null where they spell anything else. */
export function readKeys(bytes: Bytes): StaffKeys | null {
	try {
		const value = JSON.parse(fromUtf8(bytes)) as Record<string, unknown> | null;
		const enc = privateJwk(value?.['enc']);
		const sig = privateJwk(value?.['sig']);
		return enc && sig ? { enc, sig } : null;
	} catch {
		return null;
	}
}
