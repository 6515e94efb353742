import { expect, test } from 'vitest';
import type { Instant } from '../base/brand.ts';
import { newId } from '../base/ids.ts';
import type { StaffId, ViewId } from '../base/ids.ts';
import { signJws } from './jws.ts';
import { generateReaderKeys } from './keys.ts';
import { signKeyProof, signOpen, verifyKeyProof, verifyOpen } from './mark.ts';

const at = '2026-11-22T09:30:00.000Z' as Instant;
const [keys, others] = [await generateReaderKeys(), await generateReaderKeys()];
const staff = newId<StaffId>();
const mark = { vid: newId<ViewId>(), envelope: keys.enc.thumbprint, at };

test('a reader’s mark is read again by their key, and by no other', async () => {
	const jws = await signOpen(mark, keys.sig);
	expect(await verifyOpen(jws, keys.sig.jwk)).toEqual({ ok: true, value: { v: 1, ...mark } });
	expect(await verifyOpen(jws, others.sig.jwk)).toMatchObject({ ok: false, reason: 'bad-key' });
	const named = await signOpen(mark, { ...keys.sig, thumbprint: others.sig.thumbprint });
	expect(await verifyOpen(named, keys.sig.jwk)).toMatchObject({ ok: false, reason: 'bad-key' });
	const forged = await signOpen(mark, { ...others.sig, thumbprint: keys.sig.thumbprint });
	expect(await verifyOpen(forged, keys.sig.jwk)).toMatchObject({ ok: false, reason: 'bad-key' });
});

test('the proof of keys holds for exactly these keys of this person', async () => {
	const jws = await signKeyProof(keys, staff, at);
	const about = { enc: keys.enc.jwk, sig: keys.sig.jwk, staff };
	expect(await verifyKeyProof(jws, about)).toMatchObject({ ok: true });
	for (const wrong of [
		{ ...about, enc: others.enc.jwk },
		{ ...about, sig: others.sig.jwk },
		{ ...about, staff: newId<StaffId>() },
		{ ...about, enc: keys.sig.jwk }
	])
		expect(await verifyKeyProof(jws, wrong)).toMatchObject({ ok: false, reason: 'bad-key' });
});

test('a proof signed by somebody else in this key’s name is refused', async () => {
	const forged = await signKeyProof(
		{ ...keys, sig: { ...keys.sig, privateKey: others.sig.privateKey } },
		staff,
		at
	);
	const about = { enc: keys.enc.jwk, sig: keys.sig.jwk, staff };
	expect(await verifyKeyProof(forged, about)).toMatchObject({ ok: false, reason: 'bad-key' });
});

test('one key for both uses is refused', async () => {
	const jws = await signKeyProof({ enc: keys.sig, sig: keys.sig }, staff, at);
	const about = { enc: keys.sig.jwk, sig: keys.sig.jwk, staff };
	expect(await verifyKeyProof(jws, about)).toMatchObject({ ok: false, reason: 'bad-key' });
});

test('a mark cannot be taken for a proof, nor a later format for this one', async () => {
	const jws = await signOpen(mark, keys.sig);
	const about = { enc: keys.enc.jwk, sig: keys.sig.jwk, staff };
	expect(await verifyKeyProof(jws, about)).toMatchObject({ ok: false, reason: 'wrong-type' });
	const later = await signJws('vv-open+jws', { v: 2, ...mark }, keys.sig);
	expect(await verifyOpen(later, keys.sig.jwk)).toMatchObject({ ok: false, reason: 'wrong-version' });
	const proof = { v: 2, staff, enc: keys.enc.thumbprint, sig: keys.sig.thumbprint, at };
	const laterProof = await signJws('vv-key+jws', proof, keys.sig);
	expect(await verifyKeyProof(laterProof, about)).toMatchObject({ ok: false, reason: 'wrong-version' });
});
