/**
 * JWS compact with ES256, in the one shape of VV1: header exactly `{alg, kid, typ}`, payload canonical JSON.
 * Reading needs no key; signing and verifying use WebCrypto.
 */
import { fromUtf8, toBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { canonicalJson, parseCanonical } from './canonical.ts';
import type { PublicJwk } from './jwk.ts';
import { demand, Refusal } from './refusal.ts';
import type { RefusalReason } from './refusal.ts';
import { asBytes, asHash, asObject } from './shape.ts';
import type { Loose } from './shape.ts';

/** The kinds of signed object. */
export type JwsType =
	| 'vv-view+jws'
	| 'vv-submit+jws'
	| 'vv-blob+jws'
	| 'vv-receipt+jws'
	| 'vv-directory+jws'
	| 'vv-open+jws'
	| 'vv-ask+jws'
	| 'vv-request+jws'
	| 'vv-note+jws'
	| 'vv-reply+jws'
	| 'vv-key+jws'
	| 'vv-device+jws';

/** A JWS whose form holds and whose signature is not yet verified. */
export interface ReadJws {
	/** Thumbprint of the key that it says it is signed with. */
	readonly kid: string;
	/** The payload, canonical JSON. */
	readonly payload: unknown;
	/** What the signature is over. */
	readonly signed: Bytes;
	/** r ‖ s, 64 bytes. */
	readonly signature: Bytes;
}

/** A private key for ES256 with its public part and thumbprint. Can be kept in IndexedDB as it is. */
export interface SigningKey {
	readonly privateKey: CryptoKey;
	readonly jwk: PublicJwk;
	readonly thumbprint: string;
}

/** Headers that point elsewhere, bring their own key or change what the bytes mean. */
const forbidden = [
	'b64',
	'crit',
	'jku',
	'jwk',
	'x5c',
	'x5t',
	'x5t#S256',
	'x5u',
	'zip',
	'apu',
	'apv',
	'iv',
	'tag',
	'p2c',
	'p2s'
];

/** Refuses a header that has any member it must never have. */
export function refuseForbidden(header: Loose): void {
	for (const name of forbidden) demand(!Object.hasOwn(header, name), 'forbidden-header', name);
}

/** The text that `bytes` spell. Throws `Refusal`. */
export function asUtf8(bytes: Uint8Array, what: string): string {
	try {
		return fromUtf8(bytes);
	} catch {
		throw new Refusal('malformed', `${what}: not UTF-8`);
	}
}

/** The parts of `jws`, at most `most` characters long, of type `typ`. Verifies nothing yet. Throws `Refusal`. */
export function splitJws(jws: unknown, typ: JwsType, most: number): ReadJws {
	demand(typeof jws === 'string', 'malformed', `${typ}: no text`);
	demand(jws.length <= most, 'too-large', typ);
	const parts = jws.split('.');
	demand(parts.length === 3, 'malformed', `${typ}: not three parts`);
	const header = asObject(parseCanonical(asUtf8(asBytes(parts[0], typ), typ)), typ);
	refuseForbidden(header);
	demand(header['alg'] === 'ES256', 'wrong-algorithm', typ);
	demand(header['typ'] === typ, 'wrong-type', typ);
	const kid = asHash(header['kid'] ?? null, `${typ}: kid`);
	demand(Object.keys(header).length === 3, 'extra-member', `${typ}: header`);
	const payload = parseCanonical(asUtf8(asBytes(parts[1], typ), typ));
	const signature = asBytes(parts[2], `${typ}: signature`, 64);
	return { kid, payload, signed: utf8(`${parts[0]}.${parts[1]}`), signature };
}

const es256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The unsigned first two parts of a JWS: base64url of header and payload, joined by a full stop. */
export const jwsInput = (typ: JwsType, payload: unknown, kid: string): string =>
	[{ alg: 'ES256', kid, typ }, payload].map((part) => toBase64url(utf8(canonicalJson(part)))).join('.');

/** `payload` signed by `key` as JWS compact. Throws TypeError for a payload that JSON cannot say. */
export async function signJws(typ: JwsType, payload: unknown, key: SigningKey): Promise<string> {
	const input = jwsInput(typ, payload, key.thumbprint);
	const signature = await crypto.subtle.sign(es256, key.privateKey, utf8(input));
	return `${input}.${toBase64url(new Uint8Array(signature))}`;
}

/** The public key `jwk` (already checked to be on the curve) for verifying ES256. */
export const verifyingKey = (jwk: PublicJwk): Promise<CryptoKey> =>
	crypto.subtle.importKey('jwk', { ...jwk }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);

/** Refuses `jws`, for `reason`, unless `jwk` signed it. */
export async function demandSigned(jws: ReadJws, jwk: PublicJwk, reason: RefusalReason): Promise<void> {
	demand(await crypto.subtle.verify(es256, await verifyingKey(jwk), jws.signature, jws.signed), reason);
}
