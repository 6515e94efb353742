import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, utf8 } from '../base/bytes.ts';
import { newId } from '../base/ids.ts';
import type { ViewId } from '../base/ids.ts';
import { envelopeHash, readerSetHash } from './hash.ts';
import { generateReaderKeys } from './keys.ts';
import { pad, unpad } from './padding.ts';
import { checked } from './refusal.ts';
import { sealEnvelope } from './seal.ts';
import { envelopeText, readEnvelope, steps } from './wire.ts';
import { canonicalJson } from './canonical.ts';

const readers = [await generateReaderKeys(), await generateReaderKeys(), await generateReaderKeys()];
const jwks = readers.map(({ enc }) => enc.jwk);
const prints = readers.map(({ enc }) => enc.thumbprint);
const vid = newId<ViewId>();

test('readers stand in order, bound by rset, whatever order they came in', async () => {
	const sealed = await sealEnvelope('a.b.c', vid, [...jwks].reverse());
	if (!sealed.ok) throw new Error(sealed.reason);
	const read = readEnvelope(sealed.value);
	if (!read.ok) throw new Error(read.reason);
	expect(read.value.envelope.recipients.map(({ header }) => header.kid)).toEqual([...prints].sort());
	expect(read.value.outer).toMatchObject({ vid, rset: await readerSetHash(prints) });
});

test('one text has one spelling, which is the canonical one', async () => {
	const sealed = await sealEnvelope('a.b.c', vid, jwks);
	if (!sealed.ok) throw new Error(sealed.reason);
	expect(envelopeText(sealed.value)).toBe(canonicalJson(sealed.value));
	const turned = Object.fromEntries(Object.entries(sealed.value).reverse());
	expect(await envelopeHash(turned as unknown as typeof sealed.value)).toBe(await envelopeHash(sealed.value));
});

test('nothing of two sealings is the same but the readers', async () => {
	const [a, b] = [await sealEnvelope('a.b.c', vid, jwks), await sealEnvelope('a.b.c', vid, jwks)];
	if (!a.ok || !b.ok) throw new Error('not sealed');
	for (const part of ['protected', 'iv', 'ciphertext', 'tag'] as const)
		expect(a.value[part]).not.toBe(b.value[part]);
});

test('its size tells the step and nothing else', async () => {
	const sizes = new Set<number>();
	for (const length of [5, 1000, 16 * 1024]) {
		const sealed = await sealEnvelope('x'.repeat(length), vid, jwks);
		if (!sealed.ok) throw new Error(sealed.reason);
		sizes.add(envelopeText(sealed.value).length);
		expect(fromBase64url(sealed.value.ciphertext)).toHaveLength(16 * 1024);
	}
	expect(sizes.size).toBe(1);
});

test('what cannot be sealed is refused by name', async () => {
	const [a, b] = jwks as [(typeof jwks)[0], (typeof jwks)[0]];
	const seventeen = Array.from({ length: 17 }, () => a);
	for (const [list, reason] of [
		[[], 'too-few-readers'],
		[[a], 'too-few-readers'],
		[[a, b, a], 'duplicate-reader'],
		[seventeen, 'too-large'],
		[[a, { ...b, y: b.x }], 'bad-key'],
		[[a, { ...b, crv: 'P-384' as 'P-256' }], 'wrong-algorithm']
	] as const)
		expect(await sealEnvelope('a.b.c', vid, list)).toMatchObject({ ok: false, reason });
	expect(await sealEnvelope('x'.repeat(256 * 1024 + 1), vid, [a, b])).toMatchObject({ reason: 'too-large' });
	expect(await sealEnvelope('x'.repeat(256 * 1024), vid, [a, b])).toMatchObject({ ok: true });
});

test('padding comes off as it went on', () => {
	const jws = fc.string({ unit: fc.constantFrom(...'Az09_-.'), minLength: 1, maxLength: 40_000 });
	fc.assert(
		fc.property(jws, (text) => {
			const padded = pad(text);
			expect(steps).toContain(padded.length);
			expect(unpad(padded)).toBe(text);
		}),
		{ numRuns: 50 }
	);
});

test.each([
	['nothing', new Uint8Array()],
	['spaces alone', utf8(' '.repeat(16 * 1024))],
	['no step', utf8(`a.b.c${' '.repeat(100)}`)],
	['a step too far', utf8('a.b.c'.padEnd(32 * 1024))],
	['other padding', utf8('a.b.c'.padEnd(16 * 1024, '\0'))],
	['a line’s end', utf8('a.b.c\n'.padEnd(16 * 1024))],
	['words', utf8('a.b c'.padEnd(16 * 1024))]
])('%s is no padding of ours', (_, padded) => {
	expect(checked(() => unpad(padded))).toMatchObject({ ok: false, reason: 'wrong-padding' });
});
