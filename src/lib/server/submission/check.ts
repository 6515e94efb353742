/**
 * Whether what was posted is a submission by an enrolled device: the checker judges it, the key comes from here. Everything
 * about a device or invitation that is not as it should be is the one answer 403.
 */
import type { KeyObject } from 'node:crypto';
import type { InvitationId } from '../../base/ids.ts';
import type { PublicJwk } from '../../envelope/jwk.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { checkingKey } from '../signature.ts';
import type { Checker } from './checker.ts';
import type { Checked } from './verdict.ts';

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

/** The body `bytes` as a checked submission. Refuses `malformed`, `too-large`, `not-enrolled`. */
export async function checkSubmission(
	checker: Checker,
	devices: DeviceKeys,
	bytes: Uint8Array
): Promise<Checked> {
	let verdict = await checker.ask(bytes);
	if ('unknown' in verdict) {
		const { invitation, thumbprint } = verdict.unknown;
		const key = await devices.find(invitation, thumbprint);
		if (!key) throw new Refusal('not-enrolled');
		verdict = await checker.ask(bytes, { thumbprint, key });
	}
	if ('checked' in verdict) return verdict.checked;
	throw new Refusal('refused' in verdict ? verdict.refused : 'not-enrolled');
}
