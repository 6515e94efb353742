/**
 * ES256 with Node's own crypto on its thread pool, with keys made ready once: the event loop has the disk to wait for and
 * other children's requests to read meanwhile. The form of what is signed is the matter of `envelope`.
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
): Promise<boolean> =>
	new Promise((resolve, reject) => {
		verify('sha256', jws.signed, { key, dsaEncoding }, jws.signature, (error, holds) =>
			error ? reject(error) : resolve(holds)
		);
	});

/** The key with which a server signs receipts. */
export interface ReceiptSigner {
	readonly jwk: PublicJwk;
	/** receipt.jws. */
	readonly sign: (receipt: Omit<Receipt, 'v'>) => Promise<string>;
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
			return new Promise((resolve, reject) => {
				sign('sha256', Buffer.from(input), { key, dsaEncoding }, (error, signature) =>
					error ? reject(error) : resolve(`${input}.${signature.toString('base64url')}`)
				);
			});
		}
	};
}
