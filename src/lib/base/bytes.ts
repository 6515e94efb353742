/**
 * Bytes and their spellings: base64url, hex, UTF-8, joining, comparing, hashing.
 * Runs in browsers and Node.js alike; imports nothing.
 */

/** Bytes over a plain (never shared) buffer, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const utf8Encoder = new TextEncoder();
const utf8Decoder = new TextDecoder('utf-8', { fatal: true });

/** The UTF-8 bytes of `text`. */
export const utf8 = (text: string): Bytes => utf8Encoder.encode(text) as Bytes;

/** The text that `bytes` spell. Throws TypeError where they are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => utf8Decoder.decode(bytes);

/** Base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: Uint8Array): string {
	let binary = '';
	for (let at = 0; at < bytes.length; at += 0x8000)
		binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of strict, unpadded base64url. Throws TypeError for anything else, stray trailing bits included. */
export function fromBase64url(text: string): Bytes {
	if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new TypeError('Not base64url');
	const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	const bytes = new Uint8Array(binary.length);
	for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
	if (toBase64url(bytes) !== text) throw new TypeError('Not canonical base64url');
	return bytes;
}

/** Lower-case hexadecimal. */
export const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** All of `parts`, one after another. */
export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
	const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}

/** Whether `a` and `b` are the same bytes, in time that depends on their length alone. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	if (a.length !== b.length) return false;
	let difference = 0;
	for (let at = 0; at < a.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
	return difference === 0;
}

/** SHA-256 (FIPS 180-4). */
export const sha256 = async (bytes: Uint8Array): Promise<Bytes> =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Bytes));
