/**
 * JWE compact with `dir` and `A256GCM` (RFC 7516 §3.1, RFC 7518 §4.5, §5.3): the one box a vault is made of. Written
 * with WebCrypto alone; any JOSE tool opens it with the key. The protected header is authenticated, so whatever
 * describes a box (its kind, its stretching, its vault) stands there and nowhere else.
 */
import type { Bytes } from '../base/bytes.ts';
import { fromBase64url, fromUtf8, joinBytes, toBase64url, utf8 } from '../base/bytes.ts';

/** The members every box has; the others are the caller's and are checked by the caller. */
export interface BoxHeader {
	readonly alg: 'dir';
	readonly enc: 'A256GCM';
	readonly typ: string;
	readonly vv: 1;
	readonly [member: string]: unknown;
}

/** A box taken apart, its header parsed but not yet believed: only `openBox` has it authenticated. */
export interface Box {
	readonly header: BoxHeader;
	readonly protectedPart: string;
	readonly iv: Bytes;
	/** Ciphertext ‖ tag, as WebCrypto wants it. */
	readonly sealed: Bytes;
}

const tagBytes = 16;

const aesKey = (key: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', key, 'AES-GCM', false, [use]);

/** Seals `plaintext` under the 256-bit `key`, with a fresh random 96-bit IV. `members` join the protected header. */
export async function sealBox(
	key: Bytes,
	typ: string,
	members: Readonly<Record<string, unknown>>,
	plaintext: Bytes
): Promise<string> {
	const header: BoxHeader = { alg: 'dir', enc: 'A256GCM', typ, vv: 1, ...members };
	const protectedPart = toBase64url(utf8(JSON.stringify(header)));
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = new Uint8Array(
		await crypto.subtle.encrypt(
			{ name: 'AES-GCM', iv, additionalData: utf8(protectedPart) },
			await aesKey(key, 'encrypt'),
			plaintext
		)
	);
	const split = sealed.length - tagBytes;
	return [
		protectedPart,
		'',
		toBase64url(iv),
		toBase64url(sealed.subarray(0, split)),
		toBase64url(sealed.subarray(split))
	].join('.');
}

/**
 * Takes a box apart, strictly: five parts, canonical base64url, no encrypted key, a 96-bit IV, a 128-bit tag, the named
 * `typ`, and no header member beside `members`. Null for anything else.
 */
export function parseBox(text: unknown, typ: string, members: readonly string[]): Box | null {
	if (typeof text !== 'string' || text.length > 16_384) return null;
	const parts = text.split('.');
	const [protectedPart, encryptedKey, ivPart, cipherPart, tagPart] = parts;
	if (parts.length !== 5 || !protectedPart || encryptedKey !== '' || !ivPart || !cipherPart || !tagPart)
		return null;
	try {
		const header: unknown = JSON.parse(fromUtf8(fromBase64url(protectedPart)));
		const iv = fromBase64url(ivPart);
		const tag = fromBase64url(tagPart);
		if (iv.length !== 12 || tag.length !== tagBytes || !isBoxHeader(header, typ, members)) return null;
		return { header, protectedPart, iv, sealed: joinBytes(fromBase64url(cipherPart), tag) };
	} catch {
		return null;
	}
}

function isBoxHeader(value: unknown, typ: string, members: readonly string[]): value is BoxHeader {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const header = value as Record<string, unknown>;
	const expected = ['alg', 'enc', 'typ', 'vv', ...members];
	const found = Object.keys(header);
	return (
		header['alg'] === 'dir' &&
		header['enc'] === 'A256GCM' &&
		header['typ'] === typ &&
		header['vv'] === 1 &&
		found.length === expected.length &&
		found.every((name) => expected.includes(name))
	);
}

/** The plaintext, or null where `key` is not this box's key or a byte of it, header included, was changed. */
export async function openBox(key: Bytes, box: Box): Promise<Bytes | null> {
	try {
		return new Uint8Array(
			await crypto.subtle.decrypt(
				{ name: 'AES-GCM', iv: box.iv, additionalData: utf8(box.protectedPart) },
				await aesKey(key, 'decrypt'),
				box.sealed
			)
		);
	} catch {
		// WebCrypto tells a wrong key and a changed byte alike (OperationError), and so do we.
		return null;
	}
}
