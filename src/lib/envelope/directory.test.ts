import { describe, expect, test } from 'vitest';
import { at, must, organisation, readerEntry, sent } from '../../../tests/vectors/organisation.ts';
import type { Instant } from '../base/brand.ts';
import { newId } from '../base/ids.ts';
import type { StaffId } from '../base/ids.ts';
import { readersOf, signDirectory, verifyDirectory } from './directory.ts';
import { generateReaderKeys, generateSigningKey } from './keys.ts';
import { signReceipt, verifyReceipt, verifyReceiptBy } from './receipt.ts';
import type { DirectoryKey } from './wire.ts';

const office = await organisation();
const { root, content, staff, readers } = office;
const early = '2025-01-01T00:00:00.000Z' as Instant;

const directoryOf = async (keys: readonly DirectoryKey[]) =>
	must(await verifyDirectory(await signDirectory({ ...content, keys }, root), root.thumbprint));

describe('whose directory it is', () => {
	test('the root of the letter and no other', async () => {
		const other = await generateSigningKey();
		expect(await verifyDirectory(office.directoryJws, other.thumbprint)).toMatchObject({
			reason: 'directory-root'
		});
		const theirs = await signDirectory(content, other);
		expect(await verifyDirectory(theirs, root.thumbprint)).toMatchObject({ reason: 'directory-root' });
		const named = await signDirectory(content, { ...root, thumbprint: other.thumbprint });
		expect(await verifyDirectory(named, root.thumbprint)).toMatchObject({ reason: 'directory-root' });
		const forged = await signDirectory(content, { ...root, privateKey: other.privateKey });
		expect(await verifyDirectory(forged, root.thumbprint)).toMatchObject({ reason: 'directory-signature' });
	});

	test('never an older one than was seen before', async () => {
		expect(await verifyDirectory(office.directoryJws, root.thumbprint, 1)).toMatchObject({ ok: true });
		expect(await verifyDirectory(office.directoryJws, root.thumbprint, 2)).toMatchObject({
			reason: 'directory-old'
		});
	});

	test('with entries that can be used: a reader who can read, a server that can sign', async () => {
		const [chair, , , server] = content.keys as [DirectoryKey, DirectoryKey, DirectoryKey, DirectoryKey];
		for (const wrong of [
			{ ...chair, enc: null },
			{ ...server, sig: null },
			{ ...chair, role: 'Chair 1' }
		]) {
			const jws = await signDirectory({ ...content, keys: [wrong] }, root);
			expect(await verifyDirectory(jws, root.thumbprint)).toMatchObject({ reason: 'malformed' });
		}
	});
});

describe('whom to seal to', () => {
	test('chair, deputy and recovery, with the names that the child is shown', () => {
		const found = must(readersOf(office.directory, staff, at));
		expect(found.map(({ thumbprint }) => thumbprint)).toEqual(
			[readers.chair, readers.deputy, readers.recovery].map(({ enc }) => enc.thumbprint)
		);
		expect(found.map(({ name }) => name)).toEqual(['chair', 'chair', 'recovery']);
	});

	test('each by the newest living key', async () => {
		const newer = await generateReaderKeys();
		const next = { ...readerEntry(staff.chair, 'chair', newer), from: '2026-11-01T00:00:00.000Z' as Instant };
		const future = {
			...readerEntry(staff.chair, 'chair', await generateReaderKeys()),
			from: '2027-01-01T00:00:00.000Z' as Instant
		};
		const directory = await directoryOf([...content.keys, next, future]);
		expect(must(readersOf(directory, staff, at))[0]?.thumbprint).toBe(newer.enc.thumbprint);
		expect(directory.readers.has(readers.chair.enc.thumbprint)).toBe(true);
	});

	test('nobody whose key has ended; two at least, or nothing is sealed', async () => {
		const ended = content.keys.map((key) => (key.staff === staff.chair ? { ...key, until: at } : key));
		expect(must(readersOf(await directoryOf(ended), staff, at))).toHaveLength(2);
		const alone = ended.map((key) => (key.staff === staff.deputy ? { ...key, until: at } : key));
		expect(readersOf(await directoryOf(alone), staff, at)).toMatchObject({ reason: 'directory-keys' });
		expect(readersOf(office.directory, staff, early)).toMatchObject({ reason: 'directory-keys' });
		const strangers = { chair: newId<StaffId>(), deputy: newId<StaffId>() };
		expect(readersOf(office.directory, strangers, at)).toMatchObject({ reason: 'directory-keys' });
	});

	test('one key under two names counts once', async () => {
		const same = readerEntry(null, 'recovery', readers.chair);
		const directory = await directoryOf([content.keys[0] as DirectoryKey, same]);
		expect(readersOf(directory, staff, at)).toMatchObject({ reason: 'directory-keys' });
	});
});

describe('receipts', () => {
	test('hold for one envelope, by a server key living at that time', async () => {
		const { about, input } = await sent(office, 'x');
		const { receipt } = input;
		expect(await verifyReceipt(receipt, office.server.jwk, about)).toMatchObject({ ok: true, value: about });
		expect(await verifyReceiptBy(receipt, office.directory, about)).toMatchObject({ ok: true });
		const elsewhere = { ...about, envelope: 'A'.repeat(43) };
		expect(await verifyReceiptBy(receipt, office.directory, elsewhere)).toMatchObject({
			reason: 'receipt-other'
		});
		const before = await signReceipt({ ...about, at: early }, office.server);
		expect(await verifyReceiptBy(before, office.directory, about)).toMatchObject({ reason: 'receipt-key' });
		const ended = content.keys.map((key) => (key.use === 'server' ? { ...key, until: at } : key));
		expect(await verifyReceiptBy(receipt, await directoryOf(ended), about)).toMatchObject({
			reason: 'receipt-key'
		});
	});

	test('are not made by anybody else', async () => {
		const { about } = await sent(office, 'x');
		const other = await generateSigningKey();
		const theirs = await signReceipt(about, other);
		expect(await verifyReceipt(theirs, office.server.jwk, about)).toMatchObject({ reason: 'receipt-key' });
		const forged = await signReceipt(about, { ...other, thumbprint: office.server.thumbprint });
		expect(await verifyReceiptBy(forged, office.directory, about)).toMatchObject({
			reason: 'receipt-signature'
		});
		const reader = await signReceipt(about, readers.chair.sig);
		expect(await verifyReceiptBy(reader, office.directory, about)).toMatchObject({ reason: 'receipt-key' });
	});
});
