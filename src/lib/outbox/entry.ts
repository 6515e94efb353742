/** What the child's side may say about what was sent: one entry for each set of views of one invitation. */
import type { InvitationId, ViewId } from '../base/ids.ts';
import type { OutboxRow } from '../draft/store.ts';

/**
 * Where views are. `kept-here`: safely on this device, waiting for signal. `on-its-way`: being sent, or sent without an answer
 * yet. `arrived`: the server's signed receipt is here. `opened`: a reader has opened them. `refused`: the server will not
 * take them; they are still here, and `reason` says why.
 */
export type Whereabouts = 'kept-here' | 'on-its-way' | 'arrived' | 'opened' | 'refused';

/** One set of views. */
export interface OutboxEntry {
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	/** 1 for the first that this device sent, then 2, … */
	readonly seq: number;
	/** When it was put in the outbox: milliseconds since 1970, by this device. */
	readonly queued: number;
	readonly is: Whereabouts;
	/** The server's name for why (docs/wire.md), `no-signal` or `no-receipt`; null where nothing went wrong. */
	readonly reason: string | null;
	/** Who opened it first; null where nobody has, or it is not known who. */
	readonly openedBy: string | null;
	/** Of recordings and pictures: bytes that the server is known to have, of how many; null where there are none. */
	readonly sent: { readonly bytes: number; readonly of: number } | null;
}

/** The entry for `row`. */
export const entryOf = (row: OutboxRow): OutboxEntry => ({
	vid: row.vid as ViewId,
	invitation: row.invitation as InvitationId,
	seq: row.seq,
	queued: row.queued,
	is: whereabouts(row),
	reason: row.reason,
	openedBy: row.openedBy ?? null,
	sent: row.parcelBytes ? { bytes: row.parcelsSent ?? 0, of: row.parcelBytes } : null
});

function whereabouts({ state, reason }: OutboxRow): Whereabouts {
	if (state === 'sending') return 'on-its-way';
	if (state !== 'waiting') return state;
	// The server answered, only not yet with a receipt: it may have it already, and it is asked again.
	return reason === null || reason === 'no-signal' ? 'kept-here' : 'on-its-way';
}
