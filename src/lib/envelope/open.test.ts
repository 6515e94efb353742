import fc from 'fast-check';
import { generalDecrypt, GeneralEncrypt, importJWK } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { organisation, sent } from '../../../tests/vectors/organisation.ts';
import { fromUtf8, toBase64url } from '../base/bytes.ts';
import { canonicalJson } from './canonical.ts';
import { unwrapContentKey, wrapContentKey } from './content-key.ts';
import { exportPrivateKey, generateReaderKeys } from './keys.ts';
import { openEnvelope } from './open.ts';
import type { OpenInput } from './open.ts';
import { refusalReasons } from './refusal.ts';
import { viewHash } from './view.ts';
import type { Recipient } from './wire.ts';

// Many rounds: patient, for machines that are busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const office = await organisation();
const { chair } = office.readers;

/** Opened, or refused by a name of the list; never thrown. */
async function outcome(input: OpenInput): Promise<string> {
	const opened = await openEnvelope(input, chair);
	if (opened.ok) return 'ok';
	expect(Object.keys(refusalReasons)).toContain(opened.reason);
	return opened.reason;
}

test('any words come to each reader as they were said', async () => {
	const words = fc.string({
		unit: fc.oneof(
			fc.constantFrom(...'ŵŷâ’ \n"\\'),
			fc.nat(0xd7ff).map((c) => String.fromCodePoint(c)),
			fc.constantFrom('👩‍👧‍👦', '🏴󠁧󠁢󠁷󠁬󠁳󠁿')
		)
	});
	await fc.assert(
		fc.asyncProperty(words, fc.constantFrom(...Object.values(office.readers)), async (said, reader) => {
			const { input, views, viewJws } = await sent(office, said);
			const opened = await openEnvelope(input, reader);
			if (!opened.ok) throw new Error(opened.reason);
			expect(opened.value.views).toEqual(views);
			expect(opened.value.viewHash).toBe(await viewHash(viewJws));
		}),
		{ numRuns: 25 }
	);
});

const one = await sent(office, 'I want to see my nan.');
const two = await sent(office, 'I want to see my dad.');

test('parts of two envelopes do not go together', async () => {
	expect(await outcome(one.input)).toBe('ok');
	for (const [part, reason] of [
		['submit', 'submit-device'],
		['envelope', 'receipt-other'],
		['receipt', 'receipt-other'],
		['device', 'submit-device'],
		['proof', 'not-included'],
		['meeting', 'wrong-meeting'],
		['invitation', 'submit-other']
	] as const)
		expect([part, await outcome({ ...one.input, [part]: two.input[part] })]).toEqual([part, reason]);
	for (const part of ['ciphertext', 'tag', 'iv', 'protected', 'recipients'] as const)
		expect(
			await outcome({ ...one.input, envelope: { ...one.input.envelope, [part]: two.input.envelope[part] } })
		).toBe('receipt-other');
});

test('the sequence is held to what is known of it', async () => {
	expect(await outcome({ ...one.input, expectedSeq: 1, expectedPrev: null })).toBe('ok');
	expect(await outcome({ ...one.input, expectedSeq: 2 })).toBe('wrong-sequence');
	expect(await outcome({ ...one.input, expectedPrev: 'A'.repeat(43) })).toBe('wrong-sequence');
});

describe('changed in any way, it is refused by a name', () => {
	const text = canonicalJson(one.input.envelope);
	test('one character of the envelope', async () => {
		const letters = fc.constantFrom(...'Aa0_-={}[]",:. é');
		await fc.assert(
			fc.asyncProperty(fc.nat({ max: text.length - 1 }), letters, async (at, letter) => {
				fc.pre(text[at] !== letter);
				let envelope: unknown;
				try {
					envelope = JSON.parse(text.slice(0, at) + letter + text.slice(at + 1));
				} catch {
					envelope = text;
				}
				expect(await outcome({ ...one.input, envelope })).not.toBe('ok');
			}),
			{ numRuns: 400 }
		);
	});

	test('one character of what was signed', async () => {
		const part = fc.constantFrom('submit', 'receipt');
		await fc.assert(
			fc.asyncProperty(part, fc.nat(), fc.constantFrom(...'Aa0_-=.'), async (name, place, letter) => {
				const signed = one.input[name as 'submit' | 'receipt'];
				const at = place % signed.length;
				fc.pre(signed[at] !== letter);
				const changed = signed.slice(0, at) + letter + signed.slice(at + 1);
				expect(await outcome({ ...one.input, [name]: changed })).not.toBe('ok');
			}),
			{ numRuns: 200 }
		);
	});

	test('any part replaced by anything', async () => {
		const part = fc.constantFrom('submit', 'envelope', 'receipt', 'device', 'proof', 'meeting', 'invitation');
		await fc.assert(
			fc.asyncProperty(part, fc.anything(), async (name, value) => {
				expect(await outcome({ ...one.input, [name]: value } as OpenInput)).not.toBe('ok');
			}),
			{ numRuns: 300 }
		);
	});

	test('any member of the envelope replaced by anything', async () => {
		const member = fc.constantFrom('protected', 'recipients', 'iv', 'ciphertext', 'tag', 'other');
		await fc.assert(
			fc.asyncProperty(member, fc.anything(), async (name, value) => {
				const envelope = { ...one.input.envelope, [name]: value };
				expect(await outcome({ ...one.input, envelope })).not.toBe('ok');
			}),
			{ numRuns: 300 }
		);
	});
});

describe('the jose package', () => {
	test('opens what is sealed here, with each reader’s key', async () => {
		for (const reader of Object.values(office.readers)) {
			const key = await importJWK({ ...(await exportPrivateKey(reader.enc)) }, 'ECDH-ES+A256KW');
			const { plaintext } = await generalDecrypt(structuredClone(one.input.envelope) as never, key, {
				keyManagementAlgorithms: ['ECDH-ES+A256KW'],
				contentEncryptionAlgorithms: ['A256GCM']
			});
			expect(fromUtf8(plaintext).trimEnd()).toBe(one.viewJws);
		}
	});

	test('wraps a content key that is unwrapped here', async () => {
		const { enc } = await generateReaderKeys();
		const sealed = await new GeneralEncrypt(new Uint8Array(16))
			.setProtectedHeader({ enc: 'A256GCM' })
			.addRecipient(await importJWK({ ...enc.jwk }, 'ECDH-ES+A256KW'))
			.setUnprotectedHeader({ alg: 'ECDH-ES+A256KW' })
			.addRecipient(await importJWK({ ...chair.enc.jwk }, 'ECDH-ES+A256KW'))
			.setUnprotectedHeader({ alg: 'ECDH-ES+A256KW' })
			.encrypt();
		const [mine, theirs] = sealed.recipients as unknown as [Recipient, Recipient];
		const key = await unwrapContentKey(mine, enc.privateKey);
		expect(key).toHaveLength(32);
		expect(toBase64url(await unwrapContentKey(theirs, chair.enc.privateKey))).toBe(toBase64url(key));
	});
});

test('each wrap is made with a new key, and opens for its reader alone', async () => {
	const contentKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
	const { jwk, thumbprint } = chair.enc;
	const [a, b] = [
		await wrapContentKey(contentKey, jwk, thumbprint),
		await wrapContentKey(contentKey, jwk, thumbprint)
	];
	expect(a.header.epk).not.toEqual(b.header.epk);
	await expect(unwrapContentKey(a, office.readers.deputy.enc.privateKey)).rejects.toMatchObject({
		reason: 'unwrap-failed'
	});
});
