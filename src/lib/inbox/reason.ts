/** Why an envelope was refused, as the plain words that a chair reads. The exact name stands beside them for whoever looks into it. */
import type { RefusalReason } from '../envelope/refusal.ts';
import type { Key } from '../i18n/keys.ts';

/** What the desk itself may find wrong, beyond the envelope's own reasons. */
export type DeskReason =
	/** Every check of the envelope held, but what it carries are no views of a form known here. */
	| 'views-malformed'
	/** The server gave no envelope: no signal, or it is gone. */
	| 'not-fetched';

/** What a chair is told: one of a few things, each with something to do. */
export type ReasonFamily =
	| 'form'
	| 'directory'
	| 'receipt'
	| 'device'
	| 'readers'
	| 'notForYou'
	| 'changed'
	| 'otherMeeting'
	| 'sequence'
	| 'blobs'
	| 'unreadable'
	| 'notFetched';

/** Every reason in its family. A new reason of the envelope does not compile until it has one. */
const families: Readonly<Record<RefusalReason | DeskReason, ReasonFamily>> = {
	malformed: 'form',
	'too-large': 'form',
	'duplicate-member': 'form',
	'extra-member': 'form',
	'not-canonical': 'form',
	'not-base64url': 'form',
	'wrong-version': 'form',
	'wrong-type': 'form',
	'wrong-algorithm': 'form',
	'forbidden-header': 'form',
	'bad-key': 'form',
	'too-few-readers': 'readers',
	'duplicate-reader': 'readers',
	'unsorted-readers': 'readers',
	'directory-root': 'directory',
	'directory-signature': 'directory',
	'directory-old': 'directory',
	'directory-keys': 'directory',
	'receipt-key': 'receipt',
	'receipt-signature': 'receipt',
	'receipt-other': 'receipt',
	'submit-device': 'device',
	'submit-signature': 'device',
	'submit-other': 'receipt',
	'not-included': 'receipt',
	'wrong-vid': 'changed',
	'wrong-rset': 'readers',
	'unknown-reader': 'readers',
	'not-a-reader': 'notForYou',
	'unwrap-failed': 'changed',
	'wrong-kc': 'changed',
	'decrypt-failed': 'changed',
	'wrong-padding': 'changed',
	'view-device': 'device',
	'view-signature': 'device',
	'wrong-readers': 'readers',
	'wrong-meeting': 'otherMeeting',
	'wrong-invitation': 'otherMeeting',
	'wrong-sequence': 'sequence',
	'wrong-blobs': 'blobs',
	'blob-hash': 'blobs',
	'blob-failed': 'blobs',
	'views-malformed': 'unreadable',
	'not-fetched': 'notFetched'
};

/** The key of the plain words for `reason`; a name that this build does not know counts as a form it does not know. */
export const reasonKey = (reason: string): Key =>
	`inbox:reason.${families[reason as RefusalReason | DeskReason] ?? 'form'}`;
