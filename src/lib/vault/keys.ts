/**
 * The two private keys of a member of staff, one to read and one to sign, as a vault seals them. Made in the browser;
 * they leave it only inside a vault.
 */
import type { Instant } from '../base/brand.ts';
import type { Bytes } from '../base/bytes.ts';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import type { StaffId } from '../base/ids.ts';
import type { PublicJwk } from '../envelope/jwk.ts';
import { asPrivateJwk } from '../envelope/jwk.ts';
import type { ReaderKeysJwk } from '../envelope/keys.ts';
import { exportReaderKeys, generateReaderKeys, importReaderKeys } from '../envelope/keys.ts';
import { signKeyProof } from '../envelope/mark.ts';

/** Both private keys, as JWK (RFC 7518 §6.2): `enc` opens envelopes (ECDH-ES+A256KW), `sig` signs (ES256). */
export type StaffKeys = ReaderKeysJwk;

/** Fresh keys from this device's random source. */
export const newStaffKeys = async (): Promise<StaffKeys> => exportReaderKeys(await generateReaderKeys());

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

/**
 * The proof that goes with public keys to the server: these two belong together and to `staff`. Rejects where the
 * private keys are none (never, for what came out of a vault).
 */
export async function proveKeys(keys: StaffKeys, staff: StaffId, at: Instant): Promise<string> {
	const imported = await importReaderKeys(keys);
	if (!imported.ok) throw new TypeError('These are no keys of a reader');
	return signKeyProof(imported.value, staff, at);
}
