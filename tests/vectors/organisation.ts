/** A small organisation with new keys, and one child's views on their whole way through the product's own code. */
import type { Instant } from '../../src/lib/base/brand.ts';
import { toBase64url } from '../../src/lib/base/bytes.ts';
import { newId } from '../../src/lib/base/ids.ts';
import type { InvitationId, MeetingId, StaffId, ViewId } from '../../src/lib/base/ids.ts';
import { readersOf, signDirectory, verifyDirectory } from '../../src/lib/envelope/directory.ts';
import { envelopeBytes, envelopeHash } from '../../src/lib/envelope/hash.ts';
import { generateDeviceKey, generateReaderKeys, generateSigningKey } from '../../src/lib/envelope/keys.ts';
import type { ReaderKeys } from '../../src/lib/envelope/keys.ts';
import { leafHash } from '../../src/lib/envelope/merkle.ts';
import type { OpenInput } from '../../src/lib/envelope/open.ts';
import { signReceipt } from '../../src/lib/envelope/receipt.ts';
import type { Checked } from '../../src/lib/envelope/refusal.ts';
import { sealEnvelope } from '../../src/lib/envelope/seal.ts';
import { signSubmit } from '../../src/lib/envelope/submit.ts';
import { signView } from '../../src/lib/envelope/view.ts';
import type { SignedViews } from '../../src/lib/envelope/view.ts';
import type { DirectoryKey } from '../../src/lib/envelope/wire.ts';

/** Everything happens at this moment. */
export const at = '2026-11-22T09:30:00.000Z' as Instant;
const since = '2026-01-01T00:00:00.000Z' as Instant;

/** The value of a result that has to be one. */
export function must<Value>(result: Checked<Value>): Value {
	if (!result.ok) throw new Error(`${result.reason}: ${result.detail ?? ''}`);
	return result.value;
}

/** The entry of a reader. */
export const readerEntry = (staff: StaffId | null, role: string, { enc, sig }: ReaderKeys): DirectoryKey => ({
	use: 'reader',
	staff,
	role,
	name: role,
	enc: enc.jwk,
	sig: sig.jwk,
	from: since,
	until: null
});

/** Root, server, chair, deputy, recovery and their signed directory. */
export async function organisation() {
	const [root, server] = [await generateSigningKey(), await generateSigningKey()];
	const readers = {
		chair: await generateReaderKeys(),
		deputy: await generateReaderKeys(),
		recovery: await generateReaderKeys()
	};
	const staff = { chair: newId<StaffId>(), deputy: newId<StaffId>() };
	const keys: readonly DirectoryKey[] = [
		readerEntry(staff.chair, 'chair', readers.chair),
		readerEntry(staff.deputy, 'chair', readers.deputy),
		readerEntry(null, 'recovery', readers.recovery),
		{ ...readerEntry(null, 'server', readers.chair), use: 'server', enc: null, sig: server.jwk }
	];
	const content = { organisation: { name: 'Test authority' }, seq: 1, issued: since, keys };
	const directoryJws = await signDirectory(content, root);
	const directory = must(await verifyDirectory(directoryJws, root.thumbprint));
	return { root, server, readers, staff, content, directoryJws, directory };
}

/** Views with these words, signed, sealed, submitted and received: what a reader is given. */
export async function sent(office: Awaited<ReturnType<typeof organisation>>, words: string) {
	const device = await generateDeviceKey();
	const [vid, meeting, invitation] = [newId<ViewId>(), newId<MeetingId>(), newId<InvitationId>()];
	const readers = must(readersOf(office.directory, office.staff, at));
	const views: SignedViews = {
		v: 1,
		vid,
		meeting,
		invitation,
		seq: 1,
		prev: null,
		readers: readers.map(({ thumbprint }) => thumbprint).sort(),
		at,
		journey: { id: 'review-conference', version: 1, locale: 'en', look: '8-11' },
		answers: [{ question: 'home', value: { kind: 'text', words } }],
		mark: null,
		device: 'own',
		present: { who: [], how: [], steppedAway: true },
		blobs: [],
		build: 'test'
	};
	const viewJws = await signView(views, device);
	const envelope = must(
		await sealEnvelope(
			viewJws,
			vid,
			readers.map(({ jwk }) => jwk)
		)
	);
	const submit = await signSubmit({ vid, invitation, envelope, blobs: [], at }, device);
	const [hash, salt] = [await envelopeHash(envelope), newId<string>()];
	const root = toBase64url(await leafHash(salt, hash));
	const bytes = envelopeBytes(envelope).length;
	const about = { vid, envelope: hash, bytes, at, index: 0, salt, checkpoint: { size: 1, root } };
	const receipt = await signReceipt(about, office.server);
	const proof = { index: 0, size: 1, path: [], root };
	const { directory } = office;
	const input = { submit, envelope, receipt, device: device.jwk, proof, directory, meeting, invitation };
	return { input: input satisfies OpenInput, views, viewJws, device, about };
}
