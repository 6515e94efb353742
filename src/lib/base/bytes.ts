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

const alphabet = utf8('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const sextets = new Uint8Array(128);
alphabet.forEach((code, sextet) => (sextets[code] = sextet));

/** How the last group of four may end, by the length of the text modulo 4: no stray bits, never one letter alone. */
const endings = [/(?:)/, /(?!)/, /[AQgw]$/, /[AEIMQUYcgkosw048]$/] as const;

/** Node.js spells 20 KB and back in a sixth of the time that matching them takes; browsers have no such thing. */
const native = 'Buffer' in globalThis ? Buffer : null;
const long = 1024;

/** Whether `text` is strict, unpadded base64url: one spelling for each sequence of bytes. */
export const isBase64url = (text: string): boolean =>
	native && text.length > long
		? native.from(text, 'base64url').toString('base64url') === text
		: /^[A-Za-z0-9_-]*$/.test(text) && (endings[text.length % 4] as RegExp).test(text.slice(-1));

/**
 * Base64url without padding (RFC 4648 §5). By table, in a loop so plain that it is quick the first time it runs: a child
 * seals once, and closures or destructuring in here cost a slow tablet 80 ms of it.
 */
export function toBase64url(bytes: Uint8Array): string {
	const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
	for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
		// Past the end there is undefined, which counts as 0 here; its letters are cut off below.
		const group =
			((bytes[from] as number) << 16) | ((bytes[from + 1] as number) << 8) | (bytes[from + 2] as number);
		text[to] = alphabet[group >> 18] as number;
		text[to + 1] = alphabet[(group >> 12) & 63] as number;
		text[to + 2] = alphabet[(group >> 6) & 63] as number;
		text[to + 3] = alphabet[group & 63] as number;
	}
	return fromUtf8(text.subarray(0, Math.ceil((bytes.length * 4) / 3)));
}

/** The bytes of strict, unpadded base64url. Throws TypeError for anything else, stray trailing bits included. */
export function fromBase64url(text: string): Bytes {
	if (!isBase64url(text)) throw new TypeError('Not base64url');
	const codes = new Uint8Array(Math.ceil(text.length / 4) * 4);
	utf8Encoder.encodeInto(text, codes);
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	// The filling of the last group is dropped: what is written past the end of a typed array is.
	for (let from = 0, to = 0; from < codes.length; from += 4, to += 3) {
		const group =
			((sextets[codes[from] as number] as number) << 18) |
			((sextets[codes[from + 1] as number] as number) << 12) |
			((sextets[codes[from + 2] as number] as number) << 6) |
			(sextets[codes[from + 3] as number] as number);
		bytes[to] = group >> 16;
		bytes[to + 1] = group >> 8;
		bytes[to + 2] = group;
	}
	return bytes;
}

/** Lower-case hexadecimal. */
export const toHex = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** All of `parts`, one after another. */
export const joinBytes = (...parts: readonly Uint8Array[]): Bytes => joinAll(parts);

/** The same for a list of any length: a call with tens of thousands of arguments fails in some browsers. */
export function joinAll(parts: readonly Uint8Array[]): Bytes {
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
