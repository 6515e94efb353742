/**
 * Gives an open draft its lock: a place with a code, or none. Which lock and which place is kept sealed beside the draft, so
 * that only the child's own session knows whose place it is.
 */
import * as v from 'valibot';
import { fromBase64url, type Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { Draft } from '../draft/draft.ts';
import { recordsOf } from '../draft/session.ts';
import { Slot } from '../draft/slot.ts';
import { keep } from '../draft/store.ts';
import { actText, signAct } from '../envelope/device-act.ts';
import { hashOf } from '../envelope/hash.ts';
import { thumbprint, type PublicJwk } from '../envelope/jwk.ts';
import { draftKey, recordId, type InvitationSecret } from '../invitation/secret.ts';
import { ask, type Fetch } from '../outbox/ask.ts';
import type { Code } from './code.ts';
import { stretchCode } from './key.ts';
import { isCoded, lockKinds, type LockKind } from './kind.ts';
import { newPlace, sealPlace } from './place.ts';
import { clearPlace, readPlaces, writePlace } from './places.ts';
import { forgetTries } from './tries.ts';

/** The lock of one draft. */
export interface KeptLock {
	readonly lock: LockKind;
	/** From 0; null where no code opens it. */
	readonly place: number | null;
}

/** Why a lock was not made: all six places are somebody's; no signal for a guarded code; or this device could not keep it. */
export type NotLocked = 'no-place' | 'needs-signal' | 'not-kept';

const schema = v.object({
	format: v.literal(1),
	lock: v.picklist(lockKinds),
	place: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

const check = (content: unknown): KeptLock | null => {
	const checked = v.safeParse(schema, content);
	return checked.success ? { lock: checked.output.lock, place: checked.output.place } : null;
};

async function slotOf(secret: InvitationSecret): Promise<Slot<KeptLock>> {
	const key = await crypto.subtle.importKey('raw', await draftKey(secret), 'AES-GCM', false, [
		'encrypt',
		'decrypt'
	]);
	return new Slot(key, await recordId(secret, 'lock'), check, (lock) => ({ format: 1, ...lock }));
}

async function secretOf(draft: Draft): Promise<InvitationSecret | null> {
	const invitation = await draft.invitation();
	return invitation.ok ? (invitation.value?.link.secret ?? null) : null;
}

/** The lock that `draft` was given; null where nobody chose one, or it cannot be read. */
export async function lockOf(draft: Draft): Promise<KeptLock | null> {
	const secret = await secretOf(draft);
	if (!secret) return null;
	const kept = await (await slotOf(secret)).read();
	return kept.ok ? kept.value : null;
}

/** Gives `draft` the lock `kind`; `code` for those that have one. Its place stays its own when it changes. */
export async function lockDraft(
	draft: Draft,
	kind: LockKind,
	code: Code | null,
	fetch: Fetch = (input, init) => globalThis.fetch(input, init)
): Promise<Result<KeptLock, NotLocked>> {
	const secret = await secretOf(draft);
	if (!secret) return refused('not-kept');
	const slot = await slotOf(secret);
	const before = await slot.read();
	const old = before.ok ? (before.value?.place ?? null) : null;
	if (!isCoded(kind) || !code) {
		if (old !== null) await clearPlace(old, (await readPlaces()).all[old]?.kind ?? 'picture');
		return keepLock(slot, { lock: kind, place: null });
	}
	const { secret: device, all } = await readPlaces();
	const free = all.flatMap(({ used }, at) => (used ? [] : [at]));
	const at = old ?? free[crypto.getRandomValues(new Uint32Array(1))[0]! % Math.max(1, free.length)];
	if (at === undefined) return refused('no-place');
	const place = newPlace(kind);
	const stretched = await stretchCode(code, device, place.salt);
	const half = kind === 'guarded' ? await makeGuard(draft, place.guard, stretched.proof, fetch) : null;
	if (half && !half.ok) return half;
	const key = await stretched.key(half ? half.value : null);
	const contents = { key: await draftKey(secret), records: await recordsOf(secret) };
	await writePlace(at, await sealPlace(place, key, contents));
	await forgetTries(at);
	return keepLock(slot, { lock: kind, place: at });
}

async function keepLock(slot: Slot<KeptLock>, lock: KeptLock): Promise<Result<KeptLock, NotLocked>> {
	const kept = await keep({ sealed: [await slot.seal(lock)] });
	return kept.ok ? ok(lock) : refused('not-kept');
}

async function makeGuard(
	draft: Draft,
	id: string,
	proof: Bytes,
	fetch: Fetch
): Promise<Result<Bytes, NotLocked>> {
	const device = await draft.device();
	if (!device.ok) return refused('not-kept');
	const jwk = device.value.public as PublicJwk;
	const key = { privateKey: device.value.sign, jwk, thumbprint: await thumbprint(jwk) };
	const proofHash = await hashOf(proof);
	const text = actText('guard', id, proofHash);
	const authorisation = await signAct('guard', draft.invitationId, text, key);
	const answered = await ask(fetch, `/api/guards/${id}`, JSON.stringify({ authorisation, proofHash }));
	const half = answered.is === 'json' ? answered.body['half'] : null;
	return typeof half === 'string' && half.length === 43 ? ok(fromBase64url(half)) : refused('needs-signal');
}
