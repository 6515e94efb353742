/** What the server tells the desk: staff, meetings, invitations, views, as docs/wire.md spells them. */
import type { Day, Instant } from '../base/brand.ts';
import type { InvitationId, MeetingId, RequestId, StaffId, ViewId } from '../base/ids.ts';
import type deskWords from '../../../locales/en/desk.json';
import type { LocaleId, VersionId } from '../journey/version.ts';

/** What somebody may do. The deputy of a meeting is a chair. */
export type Role = 'chair' | 'coordinator' | 'administrator' | 'advocate' | 'duty';

/** Whoever is signed in. */
export interface Me {
	readonly id: StaffId;
	readonly name: string;
	readonly roles: readonly Role[];
}

/** How far the keys of whoever is signed in have come. */
export interface KeyState {
	/** The root has signed them: children's views are sealed to them. */
	readonly published: boolean;
	/** They wait for the administrator. */
	readonly pending: boolean;
}

/** A person who may chair. */
export interface Person {
	readonly id: StaffId;
	readonly name: string;
	readonly roles: readonly Role[];
	readonly hasKey: boolean;
}

/** A meeting. */
export interface Meeting {
	readonly id: MeetingId;
	readonly kind: string;
	readonly date: Day;
	/** `HH:MM`, local. */
	readonly time: string;
	readonly place: string;
	readonly answersBy: Instant;
	readonly journey: string;
	readonly pack: string;
	readonly chair: { readonly id: StaffId; readonly name: string };
	readonly deputy: { readonly id: StaffId; readonly name: string };
	readonly invitations: number;
	readonly views: number;
	readonly unopened: number;
	/** Who will be there, and what is talked about: what the child sees beforehand. */
	readonly people: readonly { readonly name: string; readonly role: string; readonly face: number | null }[];
	readonly themes: readonly string[];
}

/** One of the two animals by which a device is told from another at a visit. */
export type Animal = keyof (typeof deskWords)['animal'];

/** One device that a letter enrolled. */
export interface DeviceRow {
	readonly thumbprint: string;
	readonly animals: readonly [Animal, Animal];
	readonly enrolledAt: Instant;
	/** Its guarded code: none, in use, locked after too many tries, or destroyed because the device was lost. */
	readonly guard: 'none' | 'guarded' | 'locked' | 'lost';
}

/** One invitation: a child's, or a grown-up's (`journey` says whose). */
export interface InvitationRow {
	readonly id: InvitationId;
	readonly label: string;
	/** In whole years; null where it was not said, and for a grown-up. */
	readonly age: number | null;
	readonly look: VersionId;
	readonly locale: LocaleId;
	/** What the letter is about, where that is not the meeting. */
	readonly journey: string | null;
	readonly createdAt: Instant;
	readonly expiresAt: Instant;
	readonly revokedAt: Instant | null;
	readonly devices: readonly DeviceRow[];
	readonly views: number;
	/** Answers that were sent to it. */
	readonly replies: number;
}

/** One set of views in a meeting's list, still sealed. */
export interface ViewRow {
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	readonly label: string;
	readonly at: Instant;
	readonly bytes: number;
	readonly index: number;
	readonly opened: boolean;
	/** How many times it was answered. */
	readonly replies: number;
}

/** The rows of one child. */
export const rowsOf = (rows: readonly ViewRow[], invitation: InvitationId): readonly ViewRow[] =>
	rows.filter((row) => row.invitation === invitation);

/** A duty around the meeting that somebody says is done. */
export interface Tick {
	/** Whose; null where it is owed to parents. */
	readonly invitation: InvitationId | null;
	readonly duty: string;
	readonly by: string;
	readonly at: Instant;
	/** How the child took an offer; null for whatever else is done. */
	readonly answer: OfferAnswer | null;
	/** The request that was sent on the child's behalf; null where none was. */
	readonly request: RequestId | null;
}

/** How a child took an offer. */
export type OfferAnswer = 'yes' | 'no' | 'unsure';

/** How far a child has come. */
export type Progress = 'withdrawn' | 'not-asked' | 'started' | 'sent';

/** `not-asked`: nobody has opened the letter on any device yet. */
export const progressOf = (row: InvitationRow): Progress =>
	row.views > 0
		? 'sent'
		: row.revokedAt !== null
			? 'withdrawn'
			: row.devices.length > 0
				? 'started'
				: 'not-asked';
