import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url, utf8 } from '../base/bytes.ts';
import { isId } from '../base/ids.ts';
import { draftKey, enrolHash, enrolProof, invitationId, newSecret, replySeed } from './secret.ts';
import type { InvitationSecret } from './secret.ts';

const secret = fromBase64url('AAECAwQFBgcICQoLDA0ODw') as InvitationSecret;

/** The outside implementation of the same derivation. */
const outside = (info: string, length: number): Buffer =>
	Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), utf8(info), length));

describe('what comes from a secret', () => {
	it('is 128 random bits', () => {
		expect(newSecret()).toHaveLength(16);
		expect(toBase64url(newSecret())).not.toBe(toBase64url(newSecret()));
	});

	it('gives the id that the wire document names', async () => {
		expect(await invitationId(secret)).toBe(outside('vv1 invitation id', 16).toString('base64url'));
		expect(isId(await invitationId(secret))).toBe(true);
	});

	it('proves an enrolment with the key whose hash the server keeps', async () => {
		const { key, proof } = await enrolProof(secret, 'thumb');
		const outsideKey = outside('vv1 enrol', 32);
		expect(key).toBe(outsideKey.toString('base64url'));
		expect(proof).toBe(createHmac('sha256', outsideKey).update('vv1 enrol thumb').digest('base64url'));
		const digest = await crypto.subtle.digest('SHA-256', fromBase64url(key));
		expect(await enrolHash(secret)).toBe(toBase64url(new Uint8Array(digest)));
	});

	it('gives the draft key of the wire document', async () => {
		expect(toBase64url(await draftKey(secret))).toBe(outside('vv1 draft', 32).toString('base64url'));
	});

	it('keeps its uses apart', async () => {
		const { key } = await enrolProof(secret, 'thumb');
		const all = [
			await invitationId(secret),
			key,
			toBase64url(await replySeed(secret)),
			toBase64url(secret),
			toBase64url(await draftKey(secret))
		];
		expect(new Set(all).size).toBe(5);
	});
});
