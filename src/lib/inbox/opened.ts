/**
 * What comes out of an envelope at the desk: either whole views with the proof of where they are from, or a named refusal
 * with the bytes kept. There is nothing between the two.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, ViewId } from '../base/ids.ts';
import type { Open } from '../made/opened.ts';
import type { Views } from '../journey/answer.ts';

/** One submission as the list names it, before anything is opened. */
export interface Arrived {
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	/** Initials or nickname, as the coordinator wrote them. */
	readonly label: string;
	/** When the server stored it: the receipt's time. */
	readonly at: Instant;
	/** Whether a reader has opened it before. */
	readonly opened: boolean;
}

/** Views that opened and stood every check. */
export interface OpenedViews {
	readonly state: 'opened';
	readonly arrived: Arrived;
	readonly views: Views;
	/** Opens what the child made. */
	readonly openMade: Open;
	/** Thumbprint (RFC 7638) of the device key that signed them. */
	readonly device: string;
	/** The envelope's hash: what a reader signs when opening it for the first time. */
	readonly envelope: string;
	/** Everything a reader outside this product needs to check it again (`tools/verify/README.md`), as JSON text. */
	readonly exported: string;
}

/** An envelope that was refused. Nothing of it is shown; its bytes can be saved for whoever looks into it. */
export interface RefusedViews {
	readonly state: 'refused';
	readonly arrived: Arrived;
	/** The named reason. */
	readonly reason: string;
	/** Which field or step, never a child's words. */
	readonly detail?: string;
	/** As received. */
	readonly exported: string;
}

/** One or the other. */
export type ReceivedViews = OpenedViews | RefusedViews;
