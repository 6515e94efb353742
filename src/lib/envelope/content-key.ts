/**
 * The content key of an envelope, wrapped for one reader: ECDH-ES+A256KW (RFC 7518 §4.6) over WebCrypto.
 * Own code of one page, because the key commitment needs the content key itself, which JOSE packages keep to themselves.
 */
import { fromBase64url, joinBytes, sha256, toBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import type { PublicJwk } from './jwk.ts';
import { Refusal } from './refusal.ts';
import type { Recipient } from './wire.ts';

const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
const alg = 'ECDH-ES+A256KW';

const uint32 = (value: number): Bytes => {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value);
	return bytes;
};

/** What Concat KDF hashes after the shared secret: algorithm, empty PartyUInfo and PartyVInfo, 256 bits wanted. */
const info = joinBytes(uint32(alg.length), utf8(alg), uint32(0), uint32(0), uint32(256));

/** The key that wraps: Concat KDF (NIST SP 800-56A §5.8.1, one round) of the shared secret, for AES-KW. */
async function wrappingKey(privateKey: CryptoKey, publicJwk: PublicJwk, use: KeyUsage): Promise<CryptoKey> {
	const publicKey = await crypto.subtle.importKey('jwk', { ...publicJwk }, ecdh, false, []);
	const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, privateKey, 256);
	const bytes = await sha256(joinBytes(uint32(1), new Uint8Array(secret), info));
	return crypto.subtle.importKey('raw', bytes, 'AES-KW', false, [use]);
}

/** `contentKey` (extractable) for the reader whose key `jwk` with thumbprint `kid` is, under a key made for this once. */
export async function wrapContentKey(contentKey: CryptoKey, jwk: PublicJwk, kid: string): Promise<Recipient> {
	const once = await crypto.subtle.generateKey(ecdh, false, ['deriveBits']);
	const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', once.publicKey);
	const wrapping = await wrappingKey(once.privateKey, jwk, 'wrapKey');
	const wrapped = await crypto.subtle.wrapKey('raw', contentKey, wrapping, 'AES-KW');
	const epk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
	return { header: { alg, kid, epk }, encrypted_key: toBase64url(new Uint8Array(wrapped)) };
}

/** The content key's 32 bytes, unwrapped with the reader's private key. Throws the refusal `unwrap-failed`. */
export async function unwrapContentKey(recipient: Recipient, privateKey: CryptoKey): Promise<Bytes> {
	const wrapping = await wrappingKey(privateKey, recipient.header.epk, 'unwrapKey');
	const wrapped = fromBase64url(recipient.encrypted_key);
	try {
		const key = await crypto.subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', 'AES-GCM', true, [
			'decrypt'
		]);
		return new Uint8Array(await crypto.subtle.exportKey('raw', key));
	} catch {
		throw new Refusal('unwrap-failed');
	}
}
