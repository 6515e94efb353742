/**
 * Why something is refused: one closed list for every part of the envelope, the same names in the outside verifier.
 * `reader` reasons are in the order in which a reader checks.
 */
import { refused } from '../base/result.ts';
import type { Result } from '../base/result.ts';

/** Every name of a refusal, with what it means. Source: docs/wire.md, decision 0004. */
export const refusalReasons = {
	// Form: any object.
	malformed: 'Not JSON, not three parts, a member missing or of the wrong kind',
	'too-large': 'Longer than this kind of object may be',
	'duplicate-member': 'A JSON object names a member twice',
	'extra-member': 'A member that the format does not have',
	'not-canonical': 'JSON that is not in the form of RFC 8785',
	'not-base64url': 'Not strict, unpadded base64url of the right length',
	'wrong-version': 'Another version of the format',
	'wrong-type': 'The header names another typ',
	'wrong-algorithm': 'An algorithm, encryption or key type other than the allowed one',
	'forbidden-header':
		'A header that reaches elsewhere or changes the meaning: zip, crit, jku, jwk, x5u, x5c …',
	'bad-key': 'Not a point on P-256, or a key with members it may not have',
	'too-few-readers': 'Fewer than two readers',
	'duplicate-reader': 'The same reader twice',
	'unsorted-readers': 'Readers out of order',
	// Directory.
	'directory-root': 'Not the root key that the invitation or the desk knows',
	'directory-signature': 'Not signed by its root',
	'directory-old': 'Older than a directory already seen',
	'directory-keys': 'A reader that is asked for has no living key in the directory',
	// Inclusion: receipt, submission and log.
	'receipt-key': 'Signed by a key that is no server key of the directory at that time',
	'receipt-signature': 'The signature of the receipt does not hold',
	'receipt-other': 'The receipt is about another envelope',
	'submit-device': 'Signed by another device than the enrolled one',
	'submit-signature': 'The signature of the submission does not hold',
	'submit-other': 'The submission is about another envelope or invitation',
	'not-included': 'The log does not hold this envelope at that place',
	// Outer header.
	'wrong-vid': 'Receipt, submission, envelope and views do not name the same views',
	'wrong-rset': 'Readers were added or taken away',
	'unknown-reader': 'A reader that the directory does not know',
	// Unwrap.
	'not-a-reader': 'Not sealed to this key',
	'unwrap-failed': 'The wrapped key does not open',
	'wrong-kc': 'The key that was unwrapped is not the one that was sealed with',
	'decrypt-failed': 'The sealed bytes were changed',
	'wrong-padding': 'Padding that the format does not make',
	// Inner signature, by the enrolled device.
	'view-device': 'The views are signed by another device than the enrolled one',
	'view-signature': 'The signature of the views does not hold',
	// Readers, meeting, sequence.
	'wrong-readers': 'The child sealed to other readers than the envelope has',
	'wrong-meeting': 'Views for another meeting',
	'wrong-invitation': 'Views from another invitation',
	'wrong-sequence': 'Views are missing before these, or came twice',
	// Blobs.
	'wrong-blobs': 'Views and submission do not name the same blobs',
	'blob-hash': 'A chunk is not the one that was signed',
	'blob-failed': 'A chunk does not open in its place'
} as const;

/** The name of a refusal. */
export type RefusalReason = keyof typeof refusalReasons;

/** A value, or a named refusal. */
export type Checked<Value> = Result<Value, RefusalReason>;

/** Thrown inside a check and turned into a `Result` by `checked`; leaves this module never. */
export class Refusal extends Error {
	readonly reason: RefusalReason;
	constructor(reason: RefusalReason, detail?: string) {
		super(detail ?? refusalReasons[reason]);
		this.reason = reason;
	}
}

/** Throws the refusal `reason` unless `holds`. `detail` never carries a child's words. */
export function demand(holds: boolean, reason: RefusalReason, detail?: string): asserts holds {
	if (!holds) throw new Refusal(reason, detail);
}

const toResult = (
	error: unknown
): { readonly ok: false; readonly reason: RefusalReason; readonly detail?: string } => {
	if (error instanceof Refusal) return refused(error.reason, error.message);
	throw error;
};

/** What `check` returns, or its refusal. Errors that are no refusals are defects and pass through. */
export function checked<Value>(check: () => Value): Checked<Value> {
	try {
		return { ok: true, value: check() };
	} catch (error) {
		return toResult(error);
	}
}

/** What `check` resolves to, or its refusal. Errors that are no refusals are defects and pass through. */
export async function checkedAsync<Value>(check: () => Promise<Value>): Promise<Checked<Value>> {
	try {
		return { ok: true, value: await check() };
	} catch (error) {
		return toResult(error);
	}
}

/** The value of `result`; throws its refusal again, for use inside another check. */
export function need<Value>(result: Checked<Value>): Value {
	if (result.ok) return result.value;
	throw new Refusal(result.reason, result.detail);
}
