/**
 * Base64url (RFC 4648 §5) by table, for browsers before 2025 that have no such thing of their own. Both ways are loops so plain
 * that they are quick the first time they run: a child seals once, and closures or destructuring in here cost a slow tablet 80 ms.
 */

const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
const sextets = new Uint8Array(128);
alphabet.forEach((code, sextet) => (sextets[code] = sextet));

/** `bytes` spelled without padding. */
export function spell(bytes: Uint8Array): string {
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
	return new TextDecoder().decode(text.subarray(0, Math.ceil((bytes.length * 4) / 3)));
}

/** The bytes that `text` spells, which has to be strict and without padding. */
export function read(text: string): Uint8Array<ArrayBuffer> {
	const codes = new Uint8Array(Math.ceil(text.length / 4) * 4);
	new TextEncoder().encodeInto(text, codes);
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
