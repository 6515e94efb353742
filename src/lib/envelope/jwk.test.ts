import { createECDH } from 'node:crypto';
import fc from 'fast-check';
import { calculateJwkThumbprint } from 'jose';
import { expect, test } from 'vitest';
import { toBase64url } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { onCurve, readJwk, thumbprint } from './jwk.ts';
import type { PublicJwk } from './jwk.ts';

const scalar = fc
	.uint8Array({ minLength: 32, maxLength: 32 })
	.filter((bytes) => bytes[0] !== 255 && bytes.some(Boolean));

const pointOf = (secret: Uint8Array) => {
	const ecdh = createECDH('prime256v1');
	ecdh.setPrivateKey(secret);
	const point = new Uint8Array(ecdh.getPublicKey());
	return { x: point.slice(1, 33), y: point.slice(33) };
};

const jwkOf = ({ x, y }: { x: Bytes; y: Bytes }): PublicJwk => ({
	kty: 'EC',
	crv: 'P-256',
	x: toBase64url(x),
	y: toBase64url(y)
});

test('a public key of any private one is a point; one bit beside it is none', () => {
	fc.assert(
		fc.property(scalar, fc.nat({ max: 255 }), (secret, bit) => {
			const { x, y } = pointOf(secret);
			expect(onCurve(x, y)).toBe(true);
			y[bit >> 3] = (y[bit >> 3] as number) ^ (1 << (bit & 7));
			expect(onCurve(x, y)).toBe(false);
		}),
		{ numRuns: 50 }
	);
});

test('the thumbprint is the one that the jose package takes', async () => {
	await fc.assert(
		fc.asyncProperty(scalar, async (secret) => {
			const jwk = jwkOf(pointOf(secret));
			expect(await thumbprint(jwk)).toBe(await calculateJwkThumbprint({ ...jwk }));
		}),
		{ numRuns: 10 }
	);
});

const good = jwkOf(pointOf(new Uint8Array(32).fill(7)));

test.each([
	[null, 'malformed'],
	[[], 'malformed'],
	[{}, 'wrong-algorithm'],
	[{ ...good, crv: 'P-384' }, 'wrong-algorithm'],
	[{ ...good, kty: 'OKP' }, 'wrong-algorithm'],
	[{ ...good, d: good.x }, 'bad-key'],
	[{ ...good, kid: 'x' }, 'bad-key'],
	[{ ...good, y: good.x }, 'bad-key'],
	[{ ...good, x: toBase64url(new Uint8Array(32)), y: toBase64url(new Uint8Array(32)) }, 'bad-key'],
	[{ ...good, x: toBase64url(new Uint8Array(32).fill(255)) }, 'bad-key'],
	[{ ...good, x: `${good.x}=` }, 'not-base64url'],
	[{ ...good, x: toBase64url(new Uint8Array(33)) }, 'not-base64url'],
	[{ ...good, x: 7 }, 'malformed']
])('key %# is refused: %s', (value, reason) => {
	expect(readJwk(value)).toMatchObject({ ok: false, reason });
});

test('a good key comes back as it is', () => {
	expect(readJwk(good)).toEqual({ ok: true, value: good });
});
