/**
 * What a posted submission is worth by itself: form, one view id and hash throughout, the device's signature. Pure, so that
 * it can be asked in a thread of its own. Sees ciphertext only.
 */
import { hash, type KeyObject } from 'node:crypto';
import type { InvitationId } from '../../base/ids.ts';
import { fromUtf8 } from '../../base/bytes.ts';
import { readSubmission, type Submit } from '../../envelope/wire.ts';
import { isSigned } from '../signature.ts';

/** A submission whose form and signature hold; whether its invitation still stands is looked up when it is stored. */
export interface Checked {
	readonly submit: Submit;
	readonly submitJws: string;
	/** Thumbprint of the device that signed. */
	readonly device: string;
	/** Canonical JSON. */
	readonly envelope: string;
}

/** The device that says it signed, by its thumbprint, and the invitation that it says it is enrolled for. */
export interface Signer {
	readonly invitation: InvitationId;
	readonly thumbprint: string;
}

/** Checked; or refused, and why; or of good form and signed by a device whose key has to be looked up first. */
export type Verdict =
	| { readonly checked: Checked }
	| { readonly refused: 'malformed' | 'too-large' | 'not-enrolled' }
	| { readonly unknown: Signer };

const malformed: Verdict = { refused: 'malformed' };

/** The text that `bytes` spell, or null where they are no UTF-8. */
function textOf(bytes: Uint8Array): string | null {
	try {
		return fromUtf8(bytes);
	} catch {
		return null;
	}
}

/** The verdict on the body `bytes`. `keyOf` gives the key with a thumbprint where it is known. */
export function verdictOn(bytes: Uint8Array, keyOf: (thumbprint: string) => KeyObject | undefined): Verdict {
	const posted = textOf(bytes);
	if (posted === null) return malformed;
	const read = readSubmission(posted);
	if (!read.ok) return read.reason === 'too-large' ? { refused: 'too-large' } : malformed;
	const { submit, submitJws, outer, text: envelope } = read.value;
	const { content, jws } = submit;
	if (outer.vid !== content.vid || envelope.length !== content.length) return malformed;
	if (hash('sha256', envelope, 'base64url') !== content.envelope) return malformed;
	if (new Set(content.blobs).size !== content.blobs.length) return malformed;
	const key = keyOf(jws.kid);
	if (!key) return { unknown: { invitation: content.invitation, thumbprint: jws.kid } };
	if (!isSigned(jws, key)) return { refused: 'not-enrolled' };
	return { checked: { submit: content, submitJws, device: jws.kid, envelope } };
}
