import fc from 'fast-check';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { expect, test, vi } from 'vitest';
import { utf8 } from '../base/bytes.ts';
import { canonicalJson } from './canonical.ts';
import { demandSigned, signJws, splitJws } from './jws.ts';
import { generateDeviceKey, generateSigningKey } from './keys.ts';
import { checked, checkedAsync, refusalReasons } from './refusal.ts';

// Many rounds: patient, for machines that are busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const device = await generateDeviceKey();
const payload = { v: 1, words: 'Dw i’n hoffi’r tŷ 🏠', list: [1, 2.5, null] };
const jws = await signJws('vv-submit+jws', payload, device);

const verified = (text: string, key = device.jwk) =>
	checkedAsync(async () => {
		const read = splitJws(text, 'vv-submit+jws', 10_000);
		await demandSigned(read, key, 'submit-signature');
		return read.payload;
	});

test('what is signed is read again', async () => {
	expect(await verified(jws)).toEqual({ ok: true, value: payload });
});

test('the jose package verifies what this signs, and this what the jose package signs', async () => {
	const key = await importJWK({ ...device.jwk }, 'ES256');
	const there = await compactVerify(jws, key, { algorithms: ['ES256'] });
	expect(JSON.parse(new TextDecoder().decode(there.payload))).toEqual(payload);
	const header = { alg: 'ES256', kid: device.thumbprint, typ: 'vv-submit+jws' };
	const theirs = await new CompactSign(utf8(canonicalJson(payload)))
		.setProtectedHeader(header)
		.sign(device.privateKey);
	expect(await verified(theirs)).toEqual({ ok: true, value: payload });
});

test('another key does not verify it', async () => {
	const other = await generateSigningKey();
	expect(await verified(jws, other.jwk)).toMatchObject({ ok: false, reason: 'submit-signature' });
});

test('any one character changed: refused, by a name', async () => {
	const letters = fc.constantFrom(...'Aa0_-.=+ "{é');
	await fc.assert(
		fc.asyncProperty(fc.nat({ max: jws.length - 1 }), letters, async (at, letter) => {
			fc.pre(jws[at] !== letter);
			const result = await verified(jws.slice(0, at) + letter + jws.slice(at + 1));
			expect(result.ok).toBe(false);
			if (!result.ok) expect(Object.keys(refusalReasons)).toContain(result.reason);
		}),
		{ numRuns: 300 }
	);
});

test('cut anywhere: refused', async () => {
	await fc.assert(
		fc.asyncProperty(fc.nat({ max: jws.length - 1 }), async (at) => {
			expect((await verified(jws.slice(0, at))).ok).toBe(false);
		})
	);
});

test('garbage of any kind: refused, never thrown', () => {
	fc.assert(
		fc.property(fc.oneof(fc.anything(), fc.string(), fc.base64String()), (value) => {
			expect(checked(() => splitJws(value, 'vv-submit+jws', 10_000)).ok).toBe(false);
		})
	);
});

test('four parts, as an encrypted object has, are refused', async () => {
	expect(await verified(`${jws}.AAAA`)).toMatchObject({ ok: false, reason: 'malformed' });
});

test('too long is refused before anything is decoded', () => {
	const read = checked(() => splitJws('!'.repeat(11), 'vv-submit+jws', 10));
	expect(read).toMatchObject({ ok: false, reason: 'too-large' });
});
