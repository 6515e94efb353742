/**
 * The printed code: 128 random bits as seven groups of four characters, the last two and a half of them a checksum, so
 * that a slip of the pen is told from a wrong code. Crockford's base 32: no I, L, O, U.
 */
import type { Bytes } from '../base/bytes.ts';
import { sha256 } from '../base/bytes.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBytes = 16;
const characters = 28;

/** 128 bits and the first 12 bits of their SHA-256, as a number of 140 bits: 28 characters of 5. */
async function withChecksum(secret: Bytes): Promise<bigint> {
	const hash = await sha256(secret);
	const check = (BigInt(hash[0] ?? 0) << 4n) | BigInt((hash[1] ?? 0) >> 4);
	return (secret.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) << 12n) | check;
}

/** Spells 16 bytes as `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`. Throws RangeError for another length. */
export async function spellCode(secret: Bytes): Promise<string> {
	if (secret.length !== codeBytes) throw new RangeError('A printed code has 16 bytes');
	let rest = await withChecksum(secret);
	let text = '';
	for (let at = 0; at < characters; at++) {
		text = (alphabet[Number(rest & 31n)] ?? '') + text;
		rest >>= 5n;
	}
	return (text.match(/.{4}/g) ?? []).join('-');
}

/** A new printed code. */
export const newPrintedCode = (): Promise<string> =>
	spellCode(crypto.getRandomValues(new Uint8Array(codeBytes)));

/**
 * The 16 bytes that `text` spells. Case, spaces and hyphens do not matter; O reads as 0, I and L as 1, as people write
 * them. Null where it is too long or short, has another character, or its checksum does not fit.
 */
export async function readCode(text: string): Promise<Bytes | null> {
	const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
	if (plain.length !== characters) return null;
	let value = 0n;
	for (const character of plain) {
		const digit = alphabet.indexOf(character);
		if (digit < 0) return null;
		value = (value << 5n) | BigInt(digit);
	}
	const secret = new Uint8Array(codeBytes);
	let rest = value >> 12n;
	for (let at = codeBytes - 1; at >= 0; at--) {
		secret[at] = Number(rest & 255n);
		rest >>= 8n;
	}
	return (await withChecksum(secret)) === value ? secret : null;
}
