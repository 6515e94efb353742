/**
 * Whether what was posted is a submission by an enrolled device: form, one view id and hash throughout, the device's
 * signature. Sees ciphertext only. Everything about a device or invitation that is not as it should be is the one answer 403.
 */
import { createHash, type KeyObject } from 'node:crypto';
import type { InvitationId } from '../../base/ids.ts';
import type { PublicJwk } from '../../envelope/jwk.ts';
import { envelopeText, readSubmission, type Submit } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { checkingKey, isSigned } from '../signature.ts';

/** A submission whose form and signature hold; whether its invitation still stands is looked up when it is stored. */
export interface Checked {
	readonly submit: Submit;
	readonly submitJws: string;
	/** Thumbprint of the device that signed. */
	readonly device: string;
	/** Canonical JSON. */
	readonly envelope: string;
}

/** The keys of enrolled devices, ready to check with. A thumbprint names one key for ever, so nothing here grows stale. */
export class DeviceKeys {
	readonly #database: Database;
	readonly #kept = new Map<string, KeyObject>();
	readonly #most: number;
	constructor(database: Database, most = 10_000) {
		this.#database = database;
		this.#most = most;
	}

	/** The key with `thumbprint` of a device enrolled for `invitation`, or null. */
	async find(invitation: InvitationId, thumbprint: string): Promise<KeyObject | null> {
		const known = this.#kept.get(thumbprint);
		if (known) return known;
		const row = await this.#database.db
			.selectFrom('device')
			.select('jwk')
			.where('invitation', '=', invitation)
			.where('thumbprint', '=', thumbprint)
			.executeTakeFirst();
		const key = row && checkingKey(JSON.parse(row.jwk) as PublicJwk);
		if (!key) return null;
		if (this.#kept.size >= this.#most) this.#kept.delete(this.#kept.keys().next().value as string);
		this.#kept.set(thumbprint, key);
		return key;
	}
}

/** `text` as a checked submission. Refuses `malformed`, `too-large`, `not-enrolled`. */
export async function checkSubmission(devices: DeviceKeys, text: string): Promise<Checked> {
	const read = readSubmission(text);
	if (!read.ok) throw new Refusal(read.reason === 'too-large' ? 'too-large' : 'malformed');
	const { submit, submitJws, outer, envelope: parsed } = read.value;
	const { content } = submit;
	const envelope = envelopeText(parsed);
	const hash = createHash('sha256').update(envelope).digest('base64url');
	if (outer.vid !== content.vid || hash !== content.envelope || envelope.length !== content.length)
		throw new Refusal('malformed');
	if (new Set(content.blobs).size !== content.blobs.length) throw new Refusal('malformed');
	const key = await devices.find(content.invitation, submit.jws.kid);
	if (!key || !isSigned(submit.jws, key)) throw new Refusal('not-enrolled');
	return { submit: content, submitJws, device: submit.jws.kid, envelope };
}
