/**
 * The two private keys of a member of staff: one to read (ECDH), one to sign (ES256), both on P-256, as JWK
 * (RFC 7517, RFC 7518 §6.2). Made in the browser; they leave it only inside a vault.
 */
import type { Bytes } from '../base/bytes.ts';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import type { PrivateJwk, PublicJwk } from '../envelope/jwk.ts';
import { asPrivateJwk } from '../envelope/jwk.ts';

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
	const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', key);
	return asPrivateJwk({ kty, crv, x, y, d }, 'new key');
}

/** The public half. */
export const publicHalf = ({ kty, crv, x, y }: PublicJwk): PublicJwk => ({ kty, crv, x, y });

/** The bytes that a vault seals. */
export const spellKeys = (keys: StaffKeys): Bytes => utf8(JSON.stringify({ enc: keys.enc, sig: keys.sig }));

/** The keys that `bytes` spell; null where they spell anything else, a point off the curve included. */
export function readKeys(bytes: Bytes): StaffKeys | null {
	try {
		const { enc, sig } = JSON.parse(fromUtf8(bytes)) as Record<string, unknown>;
		return { enc: asPrivateJwk(enc, 'enc'), sig: asPrivateJwk(sig, 'sig') };
	} catch {
		return null;
	}
}
