/**
 * Opens an envelope in the reader's order of decision 0004: inclusion → outer vid, rset → unwrap → key commitment →
 * inner signature → readers, meeting, sequence → blob hashes. Anything wrong: nothing is shown, the reason is named.
 */
import { fromBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import type { Instant } from '../base/brand.ts';
import type { InvitationId, MeetingId } from '../base/ids.ts';
import { unwrapContentKey } from './content-key.ts';
import type { VerifiedDirectory } from './directory.ts';
import { envelopeBytes, hashOf, keyCommitment, readerSetHash } from './hash.ts';
import { asJwk } from './jwk.ts';
import type { ReaderKeys } from './keys.ts';
import { leafHash, verifyInclusion } from './merkle.ts';
import { unpad } from './padding.ts';
import { demandReceipt } from './receipt.ts';
import { checkedAsync, demand, need, Refusal } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { verifySubmit } from './submit.ts';
import { verifyView, viewHash } from './view.ts';
import type { SignedViews } from './view.ts';
import { asEnvelope, asProof } from './wire.ts';
import type { Envelope, InclusionProof, Receipt, Submit } from './wire.ts';

/** Everything that a reader needs to open; all of it but the directory and the two ids as the server gave it. */
export interface OpenInput {
	readonly submit: unknown;
	readonly envelope: unknown;
	readonly receipt: unknown;
	/** The public key of the device that enrolled with the invitation. */
	readonly device: unknown;
	/** In the tree of the receipt's checkpoint. */
	readonly proof: unknown;
	readonly directory: VerifiedDirectory;
	/** The meeting whose views these should be. */
	readonly meeting: MeetingId;
	/** The invitation that they should come from. */
	readonly invitation: InvitationId;
	/** The number that these views should have, where the ones before are known. */
	readonly expectedSeq?: number;
	/** `viewHash` of the views before these, where they are known. */
	readonly expectedPrev?: string | null;
}

/** Views that have passed every check. */
export interface OpenedViews {
	readonly views: SignedViews;
	/** The very text that the device signed. */
	readonly viewJws: string;
	/** What the next views from this device name as `prev`. */
	readonly viewHash: string;
	/** The envelope's hash, which a reader signs on opening. */
	readonly envelope: string;
	/** The server's time of arrival. */
	readonly arrived: Instant;
	readonly receipt: Receipt;
	readonly submit: Submit;
}

async function demandIncluded(receipt: Receipt, proof: InclusionProof): Promise<void> {
	const { checkpoint, index, salt, envelope } = receipt;
	const same = proof.index === index && proof.size === checkpoint.size && proof.root === checkpoint.root;
	demand(same, 'not-included', 'The proof is for another place or tree than the receipt');
	demand(await verifyInclusion(proof, await leafHash(salt, envelope)), 'not-included');
}

async function decrypted(envelope: Envelope, contentKey: Bytes): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['decrypt']);
	const [iv, additionalData] = [fromBase64url(envelope.iv), utf8(envelope.protected)];
	const [ciphertext, tag] = [fromBase64url(envelope.ciphertext), fromBase64url(envelope.tag)];
	const whole = new Uint8Array(ciphertext.length + tag.length);
	whole.set(ciphertext);
	whole.set(tag, ciphertext.length);
	try {
		const algorithm = { name: 'AES-GCM', iv, additionalData };
		return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, whole));
	} catch {
		throw new Refusal('decrypt-failed');
	}
}

function demandAsked(views: SignedViews, kids: readonly string[], input: OpenInput): void {
	const same =
		views.readers.length === kids.length && views.readers.every((reader, at) => reader === kids[at]);
	demand(same, 'wrong-readers');
	demand(views.meeting === input.meeting, 'wrong-meeting');
	demand(views.invitation === input.invitation, 'wrong-invitation');
	const { expectedSeq = views.seq, expectedPrev = views.prev } = input;
	demand(views.seq === expectedSeq && views.prev === expectedPrev, 'wrong-sequence');
}

async function opened(input: OpenInput, reader: Pick<ReaderKeys, 'enc'>): Promise<OpenedViews> {
	const { envelope, outer } = asEnvelope(input.envelope);
	const proof = asProof(input.proof);
	const device = asJwk(input.device, 'device');
	const bytes = envelopeBytes(envelope);
	const hash = await hashOf(bytes);
	// Inclusion: the server's receipt, the device's submission, the log.
	const receipt = await demandReceipt(input.receipt, input.directory, { vid: outer.vid, envelope: hash });
	demand(receipt.bytes === bytes.length, 'receipt-other', 'Another length');
	const submit = need(await verifySubmit(input.submit, device));
	demand(submit.envelope === hash && submit.length === bytes.length, 'submit-other');
	demand(submit.invitation === input.invitation, 'submit-other', 'From another invitation');
	await demandIncluded(receipt, proof);
	// Outer header.
	demand(submit.vid === outer.vid, 'wrong-vid');
	const kids = envelope.recipients.map(({ header }) => header.kid);
	demand(outer.rset === (await readerSetHash(kids)), 'wrong-rset');
	for (const kid of kids) demand(input.directory.readers.has(kid), 'unknown-reader');
	// The content key, and that it is the one committed to.
	const mine = envelope.recipients.find(({ header }) => header.kid === reader.enc.thumbprint);
	demand(mine !== undefined, 'not-a-reader');
	const contentKey = await unwrapContentKey(mine, reader.enc.privateKey);
	demand((await keyCommitment(contentKey)) === outer.kc, 'wrong-kc');
	const viewJws = unpad(await decrypted(envelope, contentKey));
	contentKey.fill(0);
	// What the child's device signed.
	const views = need(await verifyView(viewJws, device));
	demand(views.vid === outer.vid, 'wrong-vid');
	demandAsked(views, kids, input);
	const chunks = views.blobs.flatMap((blob) => blob.chunks);
	const named =
		chunks.length === submit.blobs.length && chunks.every((chunk, at) => chunk === submit.blobs[at]);
	demand(named, 'wrong-blobs');
	const next = await viewHash(viewJws);
	return { views, viewJws, viewHash: next, envelope: hash, arrived: receipt.at, receipt, submit };
}

/**
 * The child's views, after every check of the reader's order; a named refusal where one fails. Blobs are opened after,
 * one by one (`openBlob`), against the hashes in the views.
 */
export const openEnvelope = (
	input: OpenInput,
	reader: Pick<ReaderKeys, 'enc'>
): Promise<Checked<OpenedViews>> => checkedAsync(() => opened(input, reader));
