/** Out before a draft is put away, back after its letter was opened. */
import * as v from 'valibot';
import type { Draft } from '../draft/draft.ts';
import { Slot } from '../draft/slot.ts';
import { keep } from '../draft/store.ts';
import { actText, signAct } from '../envelope/device-act.ts';
import { thumbprint, type PublicJwk } from '../envelope/jwk.ts';
import type { SigningKey } from '../envelope/jws.ts';
import { draftKey, recordId } from '../invitation/secret.ts';
import type { DraftState } from '../journey/draft-state.ts';
import { ask, type Fetch } from '../outbox/ask.ts';
import { carryKey, openCarried, sealCarried } from './carried.ts';
import { withoutMade } from './merge.ts';
import { keepParcel } from './parcel.ts';

/** The number of the draft that this device last carried or brought back; kept sealed beside the draft. */
const schema = v.object({ format: v.literal(1), rev: v.pipe(v.number(), v.integer(), v.minValue(0)) });

interface Carrying {
	readonly key: CryptoKey;
	readonly device: SigningKey;
	readonly known: Slot<number>;
	readonly rev: number;
}

async function around(draft: Draft): Promise<Carrying | null> {
	const [invitation, device] = [await draft.invitation(), await draft.device()];
	if (!invitation.ok || !invitation.value || !device.ok) return null;
	const { secret } = invitation.value.link;
	const key = await carryKey(await draftKey(secret));
	const known = new Slot(
		key,
		await recordId(secret, 'carried'),
		(content) => (v.is(schema, content) ? content.rev : null),
		(rev) => ({ format: 1, rev })
	);
	const rev = await known.read();
	const jwk = device.value.public as PublicJwk;
	return {
		key,
		device: { privateKey: device.value.sign, jwk, thumbprint: await thumbprint(jwk) },
		known,
		rev: rev.ok ? (rev.value ?? 0) : 0
	};
}

const remember = async ({ known }: Carrying, rev: number): Promise<void> => {
	await keep({ sealed: [await known.seal(rev)] });
};

/** Seals `state` to the letter and leaves it to be sent. Quick: nothing is fetched. False where this device could not. */
export async function carryOut(draft: Draft, state: DraftState): Promise<boolean> {
	try {
		const carrying = await around(draft);
		if (!carrying) return false;
		const rev = carrying.rev + 1;
		const sealed = await sealCarried(carrying.key, rev, withoutMade(state));
		const { invitationId } = draft;
		const authorisation = await signAct('keep', invitationId, actText('keep', rev, sealed), carrying.device);
		await keepParcel(invitationId, JSON.stringify({ authorisation, rev, sealed }));
		await remember(carrying, rev);
		return true;
	} catch {
		return false;
	}
}

/**
 * The draft that another device put away for this letter, where it is newer than what is known here; null where there is none, or
 * no signal. `patience` in milliseconds.
 */
export async function bringBack(
	draft: Draft,
	patience: number,
	fetch: Fetch = (input, init) => globalThis.fetch(input, init)
): Promise<DraftState | null> {
	const carrying = await around(draft);
	if (!carrying) return null;
	const { invitationId } = draft;
	const authorisation = await signAct('fetch', invitationId, actText('fetch', invitationId), carrying.device);
	const path = `/api/drafts/${invitationId}/fetch`;
	const answered = await ask(fetch, path, JSON.stringify({ authorisation }), patience);
	const kept = answered.is === 'json' ? answered.body['draft'] : null;
	const read = v.safeParse(v.object({ rev: v.number(), sealed: v.string() }), kept);
	if (!read.success || read.output.rev <= carrying.rev) return null;
	const state = await openCarried(carrying.key, read.output.rev, read.output.sealed);
	if (state) await remember(carrying, read.output.rev);
	return state;
}
