import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toHex, utf8 } from '../base/bytes.ts';
import { stretch } from './passphrase.ts';

/** The same cost, spelled out a second time: the outside implementation (OpenSSL's, in Node.js) must agree with ours. */
const outside = (words: string, salt: string, length: number): string =>
	argon2Sync('argon2id', {
		message: Buffer.from(words),
		nonce: Buffer.from(salt),
		parallelism: 1,
		tagLength: length,
		memory: 64 * 1024,
		passes: 3
	}).toString('hex');

describe('stretch', () => {
	it('gives what another implementation gives for the same words', async () => {
		expect(toHex(await stretch('cysgod y glaw', utf8('vv1 words'), 64))).toBe(
			outside('cysgod y glaw', 'vv1 words', 64)
		);
	});

	it('takes spellings that look alike as the same', async () => {
		const composed = await stretch('t\u0177', utf8('vv1 words'), 16);
		const apart = await stretch('ty\u0302', utf8('vv1 words'), 16);
		expect(toHex(composed)).toBe(toHex(apart));
	});

	it('throws where the salt is too short, and never falls back to something weaker', async () => {
		await expect(stretch('words', utf8('short'), 16)).rejects.toThrow();
	});
});
