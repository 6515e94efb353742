import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, spell } from './base64url-table.ts';
import { fromBase64url, fromUtf8, joinBytes, sameBytes, sha256, toBase64url, toHex, utf8 } from './bytes.ts';

test('base64url and back gives the same bytes, in the spelling Node.js uses', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			const text = toBase64url(bytes);
			expect(text).toBe(Buffer.from(bytes).toString('base64url'));
			expect(sameBytes(fromBase64url(text), bytes)).toBe(true);
		})
	);
});

test('the table spells and reads as Node.js does', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			const text = Buffer.from(bytes).toString('base64url');
			expect(spell(bytes)).toBe(text);
			expect(sameBytes(read(text), bytes)).toBe(true);
		})
	);
	const large = new Uint8Array(0x8000 * 2 + 7).map((_, at) => at % 251);
	expect(spell(large)).toBe(Buffer.from(large).toString('base64url'));
});

test.each(['=', 'AA==', 'A', 'AAAAA', 'A+', 'A/', 'A A', 'AB', 'ÿÿ', 'AAA\n'])(
	'base64url refuses %j: padded, cut, of another alphabet, or with stray bits',
	(text) => {
		expect(() => fromBase64url(text)).toThrow(TypeError);
	}
);

test('large input is spelled whole', () => {
	const bytes = new Uint8Array(0x8000 * 2 + 7).map((_, at) => at % 251);
	expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
});

test('UTF-8 keeps every letter, and broken bytes are refused rather than mended', () => {
	expect(fromUtf8(utf8('Dw i’n hoffi’r tŷ 🏠'))).toBe('Dw i’n hoffi’r tŷ 🏠');
	expect(() => fromUtf8(new Uint8Array([0xc3]))).toThrow(TypeError);
});

test('joining keeps order; comparing sees one changed bit and another length', () => {
	const joined = joinBytes(new Uint8Array([1, 2]), new Uint8Array([]), new Uint8Array([3]));
	expect([...joined]).toEqual([1, 2, 3]);
	expect(sameBytes(joined, new Uint8Array([1, 2, 3]))).toBe(true);
	expect(sameBytes(joined, new Uint8Array([1, 2, 2]))).toBe(false);
	expect(sameBytes(joined, new Uint8Array([1, 2, 3, 0]))).toBe(false);
});

test('SHA-256 of "abc" is what FIPS 180-4 prints', async () => {
	expect(toHex(await sha256(utf8('abc')))).toBe(
		'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
	);
});
