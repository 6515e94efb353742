/**
 * From a finished draft to a waiting envelope: builds the views, signs and seals them, and puts them in the outbox together
 * with the draft that knows of it, before anything is sent. From then on no key of the child's is needed.
 */
import { instant, systemClock, type Clock } from '../base/clock.ts';
import { newId, type ViewId } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { DeviceKey } from '../draft/device-key.ts';
import type { Draft, NotKept } from '../draft/draft.ts';
import type { KeptInvitation } from '../draft/kept-invitation.ts';
import { dropParcels } from '../draft/parcels.ts';
import type { OutboxRow } from '../draft/store.ts';
import type { Reader } from '../envelope/directory.ts';
import { envelopeHash } from '../envelope/hash.ts';
import type { PublicJwk } from '../envelope/jwk.ts';
import type { RefusalReason } from '../envelope/refusal.ts';
import { sealEnvelope } from '../envelope/seal.ts';
import { signSubmit } from '../envelope/submit.ts';
import { signView, viewHash, type SignedBlob } from '../envelope/view.ts';
import { submissionText } from '../envelope/wire.ts';
import type { Answer, Views } from '../journey/answer.ts';
import { sendable } from '../journey/answering.ts';
import type { DraftState } from '../journey/draft-state.ts';
import { readershipOf } from './readers.ts';
import { replyTo } from './reply-to.ts';
import { sealing, sealMade } from './seal-made.ts';
import { signingKey } from './signing-key.ts';

/** What is sent. */
export interface Sending {
	readonly state: DraftState;
	/** In the order in which they were asked (`PlayerController.answers`). */
	readonly answers: readonly Answer[];
	/** The build that made it. */
	readonly build: string;
	readonly clock?: Clock;
	/** The views' id; made where absent. */
	readonly vid?: ViewId;
	/** What was made, sealed already, in the order of the answers. */
	readonly blobs?: readonly SignedBlob[];
	/** Bytes of the sealed chunks. */
	readonly parcelBytes?: number;
}

/**
 * Why nothing was put in the outbox; the draft is as it was. `needs-signal`: the readers were never fetched or this device was
 * never enrolled. Names of the envelope's: it could not be sealed. Else the device could not keep it.
 */
export type NotQueued = 'needs-signal' | 'not-trusted' | 'no-readers' | RefusalReason | NotKept;

/** Views in the outbox. */
export interface Queued {
	readonly vid: ViewId;
	/** The draft as it is kept now: `sent` counts these views. */
	readonly state: DraftState;
}

/**
 * Puts the views of `draft` in the outbox. Once it resolves with `ok` they are on the disk, sealed, and go by themselves
 * (`Outbox.changed` says that there is something to send). Needs no signal.
 */
export async function queueViews(draft: Draft, sending: Sending): Promise<Result<Queued, NotQueued>> {
	const invitation = await draft.invitation();
	if (!invitation.ok) return invitation;
	if (!invitation.value?.enrolled) return refused('needs-signal');
	const device = await draft.device();
	if (!device.ok) return device;
	// Until the row is there nobody may take the parcels for forgotten ones.
	return navigator.locks.request(sealing, { mode: 'shared' }, () =>
		queueWith(draft, invitation.value as KeptInvitation, device.value, sending)
	);
}

async function queueWith(
	draft: Draft,
	invitation: KeptInvitation,
	device: DeviceKey,
	sending: Sending
): Promise<Result<Queued, NotQueued>> {
	const vid = newId<ViewId>();
	const answers = sendable(sending.answers);
	const blobs = await sealMade(draft, device, { vid, invitation: draft.invitationId, answers });
	if (!blobs.ok) return blobs;
	const sealed = await sealViews(invitation, device, { ...sending, answers, vid, ...blobs.value });
	if (!sealed.ok) return sealed;
	const { row, prev } = sealed.value;
	const state: DraftState = { ...sending.state, sent: { seq: row.seq, prev } };
	const kept = await draft.keepSent(state, row);
	if (kept.ok) return ok({ vid, state });
	await dropParcels(vid);
	return kept;
}

/** The views, signed and sealed, as they will wait. `prev` is what the next views name as the ones before them. */
export async function sealViews(
	invitation: KeptInvitation,
	device: DeviceKey,
	sending: Sending
): Promise<Result<{ readonly row: OutboxRow; readonly prev: string }, NotQueued>> {
	const clock = sending.clock ?? systemClock;
	const at = instant(clock);
	const readership = await readershipOf(invitation, at);
	if (!readership.ok) return readership;
	const { readers } = readership.value;
	const key = await signingKey(device);
	const { jwk: reply } = await replyTo(invitation.link);
	const views = viewsOf(sending, invitation, { readers, reply }, at);
	if (!views) return refused('needs-signal');
	const view = await signView(views, key);
	const envelope = await sealEnvelope(
		view,
		views.vid,
		readers.map(({ jwk }) => jwk)
	);
	if (!envelope.ok) return envelope;
	const parts = {
		vid: views.vid,
		invitation: views.invitation,
		envelope: envelope.value,
		blobs: chunksOf(views),
		at
	};
	const submit = await signSubmit(parts, key);
	const row: OutboxRow = {
		vid: views.vid,
		invitation: views.invitation,
		seq: views.seq,
		queued: clock.now(),
		body: submissionText({ submit, envelope: envelope.value }),
		hash: await envelopeHash(envelope.value),
		root: invitation.link.root,
		directory: invitation.directory ?? '',
		state: 'waiting',
		tries: 0,
		next: 0,
		reason: null,
		receipt: null,
		...(sending.parcelBytes ? { parcelBytes: sending.parcelBytes, parcelsSent: 0, nextParcel: 0 } : {})
	};
	return ok({ row, prev: await viewHash(view) });
}

/** The views as they are signed; null where the invitation was never fetched. */
function viewsOf(
	{ state, answers, build, vid, blobs = [] }: Sending,
	{ info }: KeptInvitation,
	{ readers, reply }: { readonly readers: readonly Reader[]; readonly reply: PublicJwk },
	at: Views['at']
): Views | null {
	if (!info) return null;
	return {
		v: 1,
		vid: vid ?? newId<ViewId>(),
		meeting: info.meeting.id,
		invitation: info.id,
		seq: state.sent.seq + 1,
		prev: state.sent.prev,
		readers: readers.map((reader) => reader.thumbprint).sort(),
		at,
		journey: { ...state.journey, locale: state.locale, look: state.look },
		answers,
		mark: state.mark,
		device: state.device,
		present: state.present,
		blobs,
		reply,
		build
	};
}

const chunksOf = ({ blobs }: Views): readonly string[] => blobs.flatMap(({ chunks }) => chunks);
