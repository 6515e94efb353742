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

/** A point as (X : Y : Z) of Jacobian coordinates, x = X/Z², y = Y/Z³: sums need no inverse, which is what takes long. */
interface Point {
	readonly x: bigint;
	readonly y: bigint;
	readonly z: bigint;
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

/** Twice a point (`dbl-2001-b` of the Explicit-Formulas Database, for a = -3). */
function twice({ x, y, z }: Point): Point {
	const delta = mod(z * z);
	const gamma = mod(y * y);
	const beta = mod(x * gamma);
	const alpha = mod(3n * (x - delta) * (x + delta));
	const x3 = mod(alpha * alpha - 8n * beta);
	const z3 = mod((y + z) * (y + z) - gamma - delta);
	return { x: x3, y: mod(alpha * (4n * beta - x3) - 8n * gamma * gamma), z: z3 };
}

/** A point and the base point (`madd`, Z = 1 for the base), never each other's opposite or the same but at 2: see `multiple`. */
function plusBase(a: Point): Point {
	const zz = mod(a.z * a.z);
	const h = mod(base.x * zz - a.x);
	const r = mod(base.y * a.z * zz - a.y);
	const hh = mod(h * h);
	const hhh = mod(h * hh);
	const v = mod(a.x * hh);
	const x = mod(r * r - hhh - 2n * v);
	return { x, y: mod(r * (v - x) - a.y * hhh), z: mod(a.z * h) };
}

/** `times` × the base point, for 0 < `times` < n: what is added to is an even multiple, so that it is never the base itself. */
function multiple(times: bigint): { readonly x: bigint; readonly y: bigint } {
	let sum: Point = { ...base, z: 1n };
	for (const bit of times.toString(2).slice(1)) {
		sum = twice(sum);
		if (bit === '1') sum = plusBase(sum);
	}
	const z = inverse(sum.z);
	const zz = mod(z * z);
	return { x: mod(sum.x * zz), y: mod(sum.y * zz * z) };
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
