/**
 * ES256 with Node's own crypto on the event loop, with keys made ready once: handing a check of 60 µs to another thread
 * costs more than it saves. The form of what is signed is `envelope/wire.ts`'s matter.
 */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { PublicJwk } from '../envelope/jwk.ts';

/** RFC 7638 thumbprint of `key`, SHA-256 in base64url. */
export const thumbprintOf = ({ crv, kty, x, y }: PublicJwk): string =>
	createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

/** `key`, ready to check with; null where it is no point of the curve. */
export function checkingKey(key: PublicJwk): KeyObject | null {
	try {
		return createPublicKey({ key: { ...key }, format: 'jwk' });
	} catch {
		return null;
	}
}

/** Whether `key` made `signature` (r ‖ s) over `signed`. */
export const isSigned = (
	jws: { readonly signed: Uint8Array; readonly signature: Uint8Array },
	key: KeyObject
): boolean => verify('sha256', jws.signed, { key, dsaEncoding: 'ieee-p1363' }, jws.signature);
