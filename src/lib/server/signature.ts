/**
 * ES256 with Node's own crypto on the event loop, with keys made ready once. Handing a check of 0.1 ms to the thread pool
 * costs a quarter more and, worse, scatters requests that came together, so that each waits for a sync of its own
 * (decision 0005). The form of what is signed is the matter of `envelope`.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { PrivateJwk, PublicJwk } from '../envelope/jwk.ts';
import { jwsInput } from '../envelope/jws.ts';
import type { Receipt } from '../envelope/wire.ts';

/** r ‖ s, as JOSE has it (RFC 7518 §3.4), not DER. */
const dsaEncoding = 'ieee-p1363';

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
): boolean => verify('sha256', jws.signed, { key, dsaEncoding }, jws.signature);

/** The key with which a server signs receipts. */
export interface ReceiptSigner {
	readonly jwk: PublicJwk;
	/** receipt.jws. */
	readonly sign: (receipt: Omit<Receipt, 'v'>) => string;
}

/** The signer for the private key `jwk`. Throws where that is no key on P-256. */
export function receiptSigner({ x, y, d }: PrivateJwk): ReceiptSigner {
	const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
	const key = createPrivateKey({ key: { ...jwk, d }, format: 'jwk' });
	const kid = thumbprintOf(jwk);
	return {
		jwk,
		sign(receipt) {
			const input = jwsInput('vv-receipt+jws', { v: 1, ...receipt }, kid);
			const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding });
			return `${input}.${signature.toString('base64url')}`;
		}
	};
}
