/**
 * The tables, as Kysely sees them. One schema for SQLite and PostgreSQL: text, integers, ISO 8601 text for times.
 * What a child says is in here only as ciphertext (`submission.envelope`); no column holds a name of a child that the
 * coordinator did not choose as the invitation's label. The four first tables are better-auth's.
 */
import type { Generated } from 'kysely';
import type { Day, Instant } from '../../base/brand.ts';
import type { RequestKind } from '../../envelope/ask.ts';
import type { InvitationId, MeetingId, RequestId, StaffId, ViewId } from '../../base/ids.ts';

/** Every table by its name. */
export interface Tables {
	user: UserTable;
	session: SessionTable;
	account: AccountTable;
	verification: VerificationTable;
	staff: StaffTable;
	passkey: PasskeyTable;
	challenge: ChallengeTable;
	vault: VaultTable;
	staffKey: StaffKeyTable;
	directory: DirectoryTable;
	meeting: MeetingTable;
	invitation: InvitationTable;
	device: DeviceTable;
	submission: SubmissionTable;
	submissionBlob: SubmissionBlobTable;
	blob: BlobTable;
	logHead: LogHeadTable;
	logNode: LogNodeTable;
	opening: OpeningTable;
	reply: ReplyTable;
	guard: GuardTable;
	draft: DraftTable;
	request: RequestTable;
	reading: ReadingTable;
	note: NoteTable;
	mail: MailTable;
	setting: SettingTable;
	tick: TickTable;
}

/** better-auth's account holder. Its dates are `Date` on PostgreSQL and ISO text on SQLite: only better-auth reads them. */
export interface UserTable {
	id: StaffId;
	name: string;
	email: string;
	emailVerified: boolean | number;
	image: string | null;
	createdAt: Date | string;
	updatedAt: Date | string;
}

/** better-auth's sessions. */
export interface SessionTable {
	id: string;
	userId: StaffId;
	token: string;
	expiresAt: Date | string;
	ipAddress: string | null;
	userAgent: string | null;
	createdAt: Date | string;
	updatedAt: Date | string;
}

/** better-auth's ways of signing in; `password` is a scrypt hash. */
export interface AccountTable {
	id: string;
	userId: StaffId;
	accountId: string;
	providerId: string;
	password: string | null;
	createdAt: Date | string;
	updatedAt: Date | string;
}

/** better-auth's one-time values. */
export interface VerificationTable {
	id: string;
	identifier: string;
	value: string;
	expiresAt: Date | string;
	createdAt: Date | string;
	updatedAt: Date | string;
}

/** One member of staff; `id` is that of their better-auth user. */
export interface StaffTable {
	id: StaffId;
	name: string;
	/** JSON list of roles. */
	roles: string;
	/** When they left; from then on no session of theirs is honoured. */
	leftAt: Instant | null;
}

/** A passkey for signing in (WebAuthn Level 3). Signing in never unlocks keys. */
export interface PasskeyTable {
	/** Credential id, base64url. */
	id: string;
	staff: StaffId;
	/** COSE key, base64url. */
	publicKey: string;
	counter: number;
	/** JSON list. */
	transports: string;
	createdAt: Instant;
}

/** A challenge that waits for its passkey's answer; used once. */
export interface ChallengeTable {
	id: string;
	staff: StaffId | null;
	challenge: string;
	expiresAt: Instant;
}

/** A member of staff's wrapped keys: opaque here. */
export interface VaultTable {
	staff: StaffId;
	/** JSON. */
	vault: string;
	changedAt: Instant;
}

/** Keys that a member of staff made and proved to hold; published once the root's directory lists them. */
export interface StaffKeyTable {
	/** RFC 7638 thumbprint of `enc`. */
	thumbprint: string;
	staff: StaffId;
	enc: string;
	sig: string;
	proof: string;
	createdAt: Instant;
	/** Set when the administrator declined them. */
	refusedAt: Instant | null;
}

/** Every directory that the root signed, oldest first. */
export interface DirectoryTable {
	seq: number;
	jws: string;
	root: string;
	receivedAt: Instant;
}

/** One meeting. */
export interface MeetingTable {
	id: MeetingId;
	kind: string;
	date: Day;
	time: string;
	place: string;
	answersBy: Instant;
	journey: string;
	pack: string;
	chair: StaffId;
	deputy: StaffId;
	/** JSON list: who will be there. */
	people: Generated<string>;
	/** JSON list: what is talked about. */
	themes: Generated<string>;
	createdBy: StaffId;
	createdAt: Instant;
}

/** One child's invitation to one meeting. The secret it is derived from never comes here. */
export interface InvitationTable {
	id: InvitationId;
	meeting: MeetingId;
	/** SHA-256 of the enrol key, base64url. */
	enrolHash: string;
	wordsId: string;
	wrapped: string;
	label: string;
	age: number | null;
	look: string;
	locale: string;
	/** What it is about, where that is not the meeting: a journey's id. */
	journey: string | null;
	createdBy: StaffId;
	createdAt: Instant;
	expiresAt: Instant;
	revokedAt: Instant | null;
}

/** A device key that the invitation's proof enrolled. */
export interface DeviceTable {
	thumbprint: string;
	invitation: InvitationId;
	/** Canonical JWK, JSON. */
	jwk: string;
	enrolledAt: Instant;
}

/** One child's sealed views, exactly as they came. */
export interface SubmissionTable {
	vid: ViewId;
	invitation: InvitationId;
	/** Thumbprint of the device that signed. */
	device: string;
	envelopeHash: string;
	envelope: string;
	submit: string;
	bytes: number;
	at: Instant;
	logIndex: number;
	salt: string;
	receipt: string;
}

/** Which blobs a submission names. */
export interface SubmissionBlobTable {
	vid: ViewId;
	hash: string;
}

/** A stored file of ciphertext, named after its SHA-256. The row stands only once the file is durable. */
export interface BlobTable {
	hash: string;
	invitation: InvitationId;
	bytes: number;
	storedAt: Instant;
}

/** The Merkle log's size and frontier: one row, also the lock under which the log grows. */
export interface LogHeadTable {
	id: number;
	size: number;
	/** JSON list of the roots (base64url) of the complete subtrees of `size` leaves, largest first. */
	frontier: string;
}

/** The root of one complete subtree: leaf `position` × 2^`level` and the 2^`level` − 1 after it. */
export interface LogNodeTable {
	level: number;
	position: number;
	hash: string;
}

/** A reader's signed first opening. */
export interface OpeningTable {
	vid: ViewId;
	staff: StaffId;
	open: string;
	at: Instant;
}

/** Half of the key of one guarded code, behind its counter. The other half is never here, nor what the code is. */
export interface GuardTable {
	/** Made by the device. */
	id: string;
	invitation: InvitationId;
	/** Thumbprint of the device that made it. */
	device: string;
	/** SHA-256 of what proves the code, base64url. */
	proofHash: string;
	/** 32 bytes, base64url; null once the device was declared lost. */
	half: string | null;
	/** Wrong tries since the last right one. */
	tries: number;
	/** No try before then. */
	until: Instant | null;
	madeAt: Instant;
}

/** The newest draft that was put away, sealed to its letter: whoever has the letter goes on with it on any device. */
export interface DraftTable {
	invitation: InvitationId;
	/** 1, 2, …: a newer one replaces an older one, never the other way round. */
	rev: number;
	device: string;
	at: Instant;
	sealed: string;
}

/** What one child asked, exactly as it came, and how far it has been answered. */
export interface RequestTable {
	rid: RequestId;
	what: RequestKind;
	about: RequestId | null;
	/** Null where there was no letter. */
	invitation: InvitationId | null;
	/** Thumbprint of the device that signed. */
	device: string;
	/** Canonical JWK of that device, JSON. */
	jwk: string;
	envelopeHash: string;
	envelope: string;
	ask: string;
	bytes: number;
	at: Instant;
	logIndex: number;
	salt: string;
	receipt: string;
	state: RequestState;
	taker: StaffId | null;
	takenAt: Instant | null;
	metAt: Instant | null;
	endedAt: Instant | null;
	/** How many times somebody has been called about it. */
	calls: number;
	/** When the next is called; null where nobody need be. */
	callAt: Instant | null;
}

/** How far a request has been answered. */
export type RequestState = 'new' | 'taken' | 'met' | 'ended';

/** A reader's signed word that they have read a request. */
export interface ReadingTable {
	rid: RequestId;
	staff: StaffId;
	open: string;
	at: Instant;
}

/** What was answered to a child, sealed to their reply key. */
export interface NoteTable {
	nid: ViewId;
	rid: RequestId;
	staff: StaffId;
	envelope: string;
	at: Instant;
}

/** What was answered to views, sealed to the letter's reply key and to the readers of the views. */
export interface ReplyTable {
	nid: ViewId;
	vid: ViewId;
	staff: StaffId;
	at: Instant;
	envelope: string;
}

/** One mail, sent or waiting. It says nothing of anybody; `rid` is for the record and never in the mail. */
export interface MailTable {
	id: string;
	kind: string;
	/** To whom: a member of staff, or an address of the settings. */
	staff: StaffId | null;
	address: string | null;
	rid: RequestId | null;
	queuedAt: Instant;
	/** Not before then; moved on by whoever is sending it. */
	next: Instant;
	tries: number;
	sentAt: Instant | null;
}

/** One setting of the authority, JSON. */
export interface SettingTable {
	name: string;
	value: string;
	changedAt: Instant;
}

/** A duty around a meeting that somebody says is done. It says nothing of what was said or decided. */
export interface TickTable {
	meeting: MeetingId;
	/** Whose invitation; empty where it is owed to no one child. */
	invitation: InvitationId | '';
	/** The duty's id, and the way it is done where the pack names one: `minutes.discussed-and-recorded`. */
	duty: string;
	staff: StaffId;
	at: Instant;
	/** How the child took an offer: `yes`, `no` or `unsure`; null for whatever else is done. */
	answer: string | null;
	/** The request that was sent on the child's behalf; null where none was. */
	request: RequestId | null;
}
