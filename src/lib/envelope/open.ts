/**
 * Opens an envelope in the reader's order of decision 0004: inclusion → outer vid, rset → unwrap → key commitment →
 * inner signature → readers, meeting, sequence → blob hashes. Anything wrong: nothing is shown, the reason is named.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, MeetingId } from '../base/ids.ts';
import type { VerifiedDirectory } from './directory.ts';
import { envelopeBytes, hashOf } from './hash.ts';
import { asJwk } from './jwk.ts';
import type { ReaderKeys } from './keys.ts';
import { demandReceipt } from './receipt.ts';
import { checkedAsync, demand, need } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { verifySubmit } from './submit.ts';
import { demandIncluded, unsealed } from './unseal.ts';
import { verifyView, viewHash } from './view.ts';
import type { SignedViews } from './view.ts';
import { asEnvelope, asProof } from './wire.ts';
import type { Receipt, Submit } from './wire.ts';

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
	// Outer header, then the content key, and that it is the one committed to.
	demand(submit.vid === outer.vid, 'wrong-vid');
	const { text: viewJws, kids } = await unsealed({ envelope, outer }, input.directory, reader);
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
