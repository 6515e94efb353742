/**
 * Public keys as JWK (RFC 7517): P-256 and nothing else, exactly four members, a point on the curve; thumbprints (RFC 7638).
 */
import { sha256, toBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { checked, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asBytes, asObject } from './shape.ts';

/** A public key on P-256, as RFC 7518 §6.2 spells it, with no further member. */
export interface PublicJwk {
	readonly kty: 'EC';
	readonly crv: 'P-256';
	readonly x: string;
	readonly y: string;
}

/** A private key on P-256. Never leaves the device or the vault's wrapping. */
export interface PrivateJwk extends PublicJwk {
	readonly d: string;
}

// FIPS 186-4 D.1.2.3: y² = x³ - 3x + b over the prime p.
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const number = (bytes: Bytes): bigint => {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return [0, 8, 16, 24].reduce((sum, at) => (sum << 64n) | view.getBigUint64(at), 0n);
};

/** Whether `x`, `y` (32 bytes each, big-endian) are a point on P-256. */
export function onCurve(x: Bytes, y: Bytes): boolean {
	const [across, up] = [number(x), number(y)];
	return across < p && up < p && (up * up - (across * across - 3n) * across - b) % p === 0n;
}

/** `value` as a public key. Throws `Refusal`; `what` names it. */
export function asJwk(value: unknown, what: string): PublicJwk {
	const jwk = asObject(value, what);
	const { kty, crv } = jwk;
	demand(kty === 'EC' && crv === 'P-256', 'wrong-algorithm', `${what}: not on P-256`);
	demand(Object.keys(jwk).length === 4, 'bad-key', `${what}: other members than kty, crv, x, y`);
	const [x, y] = [asBytes(jwk['x'], what, 32), asBytes(jwk['y'], what, 32)];
	demand(onCurve(x, y), 'bad-key', `${what}: not a point on the curve`);
	return { kty, crv, x: jwk['x'] as string, y: jwk['y'] as string };
}

/** `value` as a private key with its public part. Throws `Refusal`. */
export function asPrivateJwk(value: unknown, what: string): PrivateJwk {
	const { d, ...rest } = asObject(value, what);
	const jwk = asJwk(rest, what);
	asBytes(d, what, 32);
	return { ...jwk, d: d as string };
}

/** The public key that `value` is, strictly checked. Refuses other curves, further members, points off the curve. */
export const readJwk = (value: unknown): Checked<PublicJwk> => checked(() => asJwk(value, 'key'));

/** The thumbprint of `jwk` (RFC 7638, SHA-256): 43 characters of base64url. */
export const thumbprint = async ({ kty, crv, x, y }: PublicJwk): Promise<string> =>
	toBase64url(await sha256(utf8(`{"crv":"${crv}","kty":"${kty}","x":"${x}","y":"${y}"}`)));
