import { expect, test } from 'vitest';
import { toBase64url } from '../base/bytes.ts';
import { replyKeyOf } from './reply-key.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' };

test('the public half belongs to the private one: both sides of an exchange come to the same, for any seed', async () => {
	const other = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
	for (let round = 0; round < 60; round++) {
		const seed = crypto.getRandomValues(new Uint8Array(32));
		const mine = await replyKeyOf(seed);
		const published = await crypto.subtle.importKey('jwk', { ...mine.jwk }, curve, false, []);
		const there = await crypto.subtle.deriveBits({ name: 'ECDH', public: published }, other.privateKey, 256);
		const here = await crypto.subtle.deriveBits(
			{ name: 'ECDH', public: other.publicKey },
			mine.privateKey,
			256
		);
		expect(toBase64url(new Uint8Array(here)), toBase64url(seed)).toBe(toBase64url(new Uint8Array(there)));
	}
});

test('one seed gives one key, and stays the same from build to build', async () => {
	const { jwk } = await replyKeyOf(new Uint8Array(32).fill(7));
	expect(jwk).toMatchInlineSnapshot(`
		{
		  "crv": "P-256",
		  "kty": "EC",
		  "x": "Zas5JwJ_h11OzfnGcs6eLNo1SXuRmj_jdM8dfy4251Q",
		  "y": "rejzGyN2bfik205M4EctLW4-tVQzvzhPNzEWVNQsngU",
		}
	`);
});
