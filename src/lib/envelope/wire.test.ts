import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { organisation, sent } from '../../../tests/vectors/organisation.ts';
import type { Instant } from '../base/brand.ts';
import { newId } from '../base/ids.ts';
import type { InvitationId, ViewId } from '../base/ids.ts';
import { canonicalJson } from './canonical.ts';
import { signJws } from './jws.ts';
import { refusalReasons } from './refusal.ts';
import { signBlob, signSubmit, verifyBlob, verifySubmit } from './submit.ts';
import { verifyView } from './view.ts';
import {
	limits,
	readBlobAuthorisation,
	readDirectory,
	readEnvelope,
	readReceipt,
	readSubmission,
	readSubmit,
	submissionText
} from './wire.ts';

// Many rounds: patient, for machines that are busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const office = await organisation();
const { input, device, about } = await sent(office, 'I like my room.');
const { submit, envelope, receipt } = input;

test('a submission is read from its canonical text, and from any other spelling', () => {
	const text = submissionText({ submit, envelope });
	expect(text).toBe(canonicalJson({ submit, envelope }));
	for (const spelled of [text, JSON.stringify({ submit, envelope }, null, '\t')]) {
		const read = readSubmission(spelled);
		if (!read.ok) throw new Error(read.reason);
		expect(read.value.envelope).toEqual(envelope);
		expect(read.value.submitJws).toBe(submit);
		expect(read.value.submit.content.vid).toBe(read.value.outer.vid);
	}
});

test('a submission that names something twice is refused, wherever it does', () => {
	const text = submissionText({ submit, envelope });
	for (const twice of [
		text.replace('{"envelope"', `{"submit":"${submit}","envelope"`),
		text.replace('"tag"', '"tag":"AAAAAAAAAAAAAAAAAAAAAA","tag"'),
		text.replace('"kid"', '"kid":"x","kid"')
	])
		expect(readSubmission(twice)).toMatchObject({ ok: false, reason: 'duplicate-member' });
});

test.each([
	['', 'malformed'],
	['null', 'malformed'],
	['{}', 'malformed'],
	['{"submit":1,"envelope":1,"more":1}', 'extra-member'],
	['x'.repeat(limits.envelope + limits.submit + 1), 'too-large']
])('the body %.40s is refused: %s', (text, reason) => {
	expect(readSubmission(text)).toMatchObject({ ok: false, reason });
});

test('no reader of the wire ever throws, whatever it is given', () => {
	const readers = [readEnvelope, readSubmit, readReceipt, readBlobAuthorisation, readDirectory];
	const some = fc.constantFrom<unknown>(submit, receipt, office.directoryJws, envelope);
	const given = fc.oneof(fc.anything(), fc.jsonValue(), fc.string({ unit: 'binary' }), some);
	fc.assert(
		fc.property(given, (value) => {
			for (const read of readers) {
				const result = read(value);
				if (!result.ok) expect(Object.keys(refusalReasons)).toContain(result.reason);
			}
			const posted = readSubmission(String(typeof value === 'string' ? value : JSON.stringify(value)));
			expect(posted.ok).toBe(false);
		}),
		{ numRuns: 500 }
	);
});

test('any member of a payload replaced by anything is refused, or says what it said', async () => {
	const claims = {
		submit: {
			v: 1,
			vid: about.vid,
			invitation: newId(),
			envelope: about.envelope,
			length: 1,
			blobs: [],
			at: about.at
		},
		receipt: { v: 1, ...about }
	};
	const kind = fc.constantFrom('submit', 'receipt');
	await fc.assert(
		fc.asyncProperty(kind, fc.nat(), fc.jsonValue(), async (which, place, value) => {
			const claim = claims[which as keyof typeof claims];
			const name = Object.keys(claim)[place % Object.keys(claim).length] as string;
			const changed = { ...claim, [name]: value };
			const jws = await signJws(`vv-${which as 'submit' | 'receipt'}+jws`, changed, device);
			const read = which === 'submit' ? readSubmit(jws) : readReceipt(jws);
			if (read.ok) expect(read.value.content).toEqual(changed);
			else expect(Object.keys(refusalReasons)).toContain(read.reason);
		}),
		{ numRuns: 200 }
	);
});

test('a submission is the device’s, and a chunk’s authorisation too', async () => {
	const other = (await sent(office, 'x')).device;
	expect(await verifySubmit(submit, device.jwk)).toMatchObject({ ok: true });
	expect(await verifySubmit(submit, other.jwk)).toMatchObject({ reason: 'submit-device' });
	const invitation = newId<InvitationId>();
	const blob = await signBlob({ hash: about.envelope, length: 7, invitation }, device);
	expect(await verifyBlob(blob, device.jwk)).toEqual({
		ok: true,
		value: { v: 1, hash: about.envelope, length: 7, invitation }
	});
	expect(await verifyBlob(blob, other.jwk)).toMatchObject({ reason: 'submit-device' });
	expect(await verifyBlob(submit, device.jwk)).toMatchObject({ reason: 'wrong-type' });
	const forged = await signBlob(
		{ hash: about.envelope, length: 7, invitation },
		{ ...other, thumbprint: device.thumbprint }
	);
	expect(await verifyBlob(forged, device.jwk)).toMatchObject({ reason: 'submit-signature' });
});

test('one object cannot be taken for another, although the same key signed both', async () => {
	expect(await verifyView(submit, device.jwk)).toMatchObject({ reason: 'wrong-type' });
	expect(readReceipt(submit)).toMatchObject({ reason: 'wrong-type' });
	expect(readDirectory(receipt)).toMatchObject({ reason: 'wrong-type' });
});

test('an envelope whose length is no step is refused without any key', () => {
	const { ciphertext } = envelope;
	for (const changed of [ciphertext.slice(4), '', `AAAA${ciphertext}`])
		expect(readEnvelope({ ...envelope, ciphertext: changed })).toMatchObject({ reason: 'wrong-padding' });
});

test('too many blobs, and days that no calendar has, are refused', async () => {
	const parts = { vid: newId<ViewId>(), invitation: newId<InvitationId>(), envelope, at: about.at };
	const many = Array.from({ length: limits.blobs + 1 }, () => about.envelope);
	expect(readSubmit(await signSubmit({ ...parts, blobs: many }, device))).toMatchObject({
		reason: 'too-large'
	});
	for (const at of [
		'2026-02-29T00:00:00.000Z',
		'2026-11-22T24:00:00.000Z',
		'2026-11-22T09:30:00Z',
		'2026-11-22'
	])
		expect(readSubmit(await signSubmit({ ...parts, blobs: [], at: at as Instant }, device))).toMatchObject({
			reason: 'malformed'
		});
});
