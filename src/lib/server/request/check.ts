/**
 * Whether what was posted is a child's request: form, one id and hash throughout, the device's signature, and without a
 * letter the work. Sees ciphertext only.
 */
import { createHash } from 'node:crypto';
import { readAsking, type Ask } from '../../envelope/ask.ts';
import type { PublicJwk } from '../../envelope/jwk.ts';
import { envelopeText } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { checkingKey, isSigned, thumbprintOf } from '../signature.ts';
import type { WorkGate } from './work.ts';

/** A request whose form, signature and work hold; whether its invitation still stands is looked up when it is stored. */
export interface CheckedRequest {
	readonly ask: Ask;
	readonly askJws: string;
	/** Thumbprint of the device that signed. */
	readonly device: string;
	readonly jwk: PublicJwk;
	/** Canonical JSON. */
	readonly envelope: string;
}

/** `text` as a checked request. Refuses `malformed`, `too-large`, `not-enrolled`, and `over-quota` for work that does not hold. */
export async function checkRequest({ db }: Database, work: WorkGate, text: string): Promise<CheckedRequest> {
	const read = readAsking(text);
	if (!read.ok) throw new Refusal(read.reason === 'too-large' ? 'too-large' : 'malformed');
	const { ask, askJws, outer, envelope: parsed, key } = read.value;
	const { content } = ask;
	const envelope = envelopeText(parsed);
	const hash = createHash('sha256').update(envelope).digest('base64url');
	if (
		(outer.vid as string) !== content.rid ||
		hash !== content.envelope ||
		envelope.length !== content.length
	)
		throw new Refusal('malformed');
	// Work first: a forged request costs a hash and nothing else.
	if (key && !(read.value.work && work.holds(read.value.work, content.rid, hash)))
		throw new Refusal('over-quota', 1);
	const jwk = key ?? (content.invitation && (await deviceOf(db, content.invitation, ask.jws.kid)));
	const checking = jwk && thumbprintOf(jwk) === ask.jws.kid ? checkingKey(jwk) : null;
	if (!jwk || !checking || !isSigned(ask.jws, checking)) throw new Refusal('not-enrolled');
	return { ask: content, askJws, device: ask.jws.kid, jwk, envelope };
}

async function deviceOf(db: Database['db'], invitation: NonNullable<Ask['invitation']>, thumbprint: string) {
	const row = await db
		.selectFrom('device')
		.select('jwk')
		.where('invitation', '=', invitation)
		.where('thumbprint', '=', thumbprint)
		.executeTakeFirst();
	return row ? (JSON.parse(row.jwk) as PublicJwk) : null;
}
