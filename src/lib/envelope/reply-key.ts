/**
 * The child's reply key: P-256, made from the letter's own seed, so that any device with the letter opens what was answered.
 * WebCrypto makes no key from a number, so the point is worked out here, once, and everything after is WebCrypto's.
 */
import { joinBytes, toBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { importUnwrappingKey } from './keys.ts';
import type { UnwrappingKey } from './keys.ts';

// FIPS 186-4 D.1.2.3: the prime, the order, the base point of P-256.
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const base = {
	x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
	y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n
};

interface Point {
	readonly x: bigint;
	readonly y: bigint;
}

const mod = (value: bigint): bigint => ((value % p) + p) % p;

/** The inverse in the field, by the extended Euclidean algorithm. */
function inverse(value: bigint): bigint {
	let [a, b, u, w] = [mod(value), p, 1n, 0n];
	while (a !== 0n) {
		const q = b / a;
		[b, a] = [a, b - q * a];
		[w, u] = [u, w - q * u];
	}
	return mod(w);
}

/** The sum of two points that are not each other's opposite: between 1 and n - 1 times the base that never happens. */
function add(a: Point | null, b: Point): Point {
	if (!a) return b;
	const slope = a.x === b.x ? (3n * a.x * a.x - 3n) * inverse(2n * a.y) : (b.y - a.y) * inverse(b.x - a.x);
	const x = mod(slope * slope - a.x - b.x);
	return { x, y: mod(slope * (a.x - x) - a.y) };
}

/** `times` × the base point, for 0 < `times` < n. */
function multiple(times: bigint): Point {
	let sum: Point | null = null;
	for (const bit of times.toString(2)) {
		if (sum) sum = add(sum, sum);
		if (bit === '1') sum = add(sum, base);
	}
	return sum ?? base;
}

const bytesOf = (value: bigint): Bytes => {
	const bytes = new Uint8Array(32);
	for (let at = 31, left = value; at >= 0; at--, left >>= 8n) bytes[at] = Number(left & 0xffn);
	return bytes;
};

/**
 * The reply key of `seed` (32 uniform bytes): 48 bytes of HKDF-SHA-256(seed, empty salt, `vv1 reply key`), big-endian,
 * mod (n - 1), plus 1 (FIPS 186-5 A.2.1).
 */
export async function replyKeyOf(seed: Uint8Array): Promise<UnwrappingKey> {
	const key = await crypto.subtle.importKey('raw', joinBytes(seed), 'HKDF', false, ['deriveBits']);
	const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8('vv1 reply key') };
	const wide = new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 384));
	const d = (wide.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) % (n - 1n)) + 1n;
	const { x, y } = multiple(d);
	const [dText, xText, yText] = [d, x, y].map((value) => toBase64url(bytesOf(value)));
	const made = await importUnwrappingKey({ kty: 'EC', crv: 'P-256', x: xText, y: yText, d: dText });
	if (!made.ok) throw new RangeError('No key comes of this seed');
	return made.value;
}
