/**
 * Opening and finding again: the letter opens a draft; a reload, a crash or another tab finds the open one; one draft at a
 * time is open on a device.
 */
import type { Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { InvitationLink } from '../invitation/link.ts';
import { draftKey, invitationId, recordId, type InvitationSecret } from '../invitation/secret.ts';
import type { DraftState } from '../journey/draft-state.ts';
import { isAway, unmarkAway } from './away.ts';
import { checkState } from './check-state.ts';
import { Draft, lockName, type NotKept } from './draft.ts';
import { checkInvitation, newInvitation } from './kept-invitation.ts';
import { openRecord } from './record.ts';
import { dropSessionKey, openForSession, sealForSession } from './session-key.ts';
import { Slot } from './slot.ts';
import {
	forgetSession,
	keepReason,
	openSession,
	rememberSession,
	sealedRecord,
	type RecordIds
} from './store.ts';
import { holdLock, openLine } from './tabs.ts';

/**
 * Opens the draft of the letter `link`: the one that this device keeps for it, or a new one. Another open draft is put away
 * first, in every tab. Refused where this device keeps nothing (`full`, `failed`) or what it kept for this letter does not open.
 */
export async function openDraft(link: InvitationLink): Promise<Result<Draft, NotKept>> {
	try {
		const draft = await navigator.locks.request('keep open', async () => {
			const records = await recordsOf(link.secret);
			const open = await openSession();
			if (open && open.records.state !== records.state) await putOtherAway(open.records);
			const bytes = await draftKey(link.secret);
			const remembered = await rememberSession({ id: 'open', key: await sealForSession(bytes), records });
			if (!remembered.ok) return remembered;
			unmarkAway();
			const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
			return ok(new Draft(key, records, await invitationId(link.secret)));
		});
		if (!draft.ok) return draft;
		await draft.value.start();
		return await withInvitation(draft.value, link);
	} catch (error) {
		return refused(keepReason(error));
	}
}

/**
 * The draft that is open on this device, ready to go on; null where none is. A session that was left in a hurry is forgotten.
 * Refused where the open draft does not open any more: it is still there, and its letter may still open it.
 */
export async function resumeDraft(): Promise<Result<Draft | null, NotKept>> {
	try {
		if (isAway()) {
			await endSession();
			return ok(null);
		}
		const session = await openSession();
		const key = session && (await openForSession(session.key));
		if (!session || !key) return ok(null);
		const record = await sealedRecord(session.records.invitation);
		if (!record) return ok(null);
		const opened = await openRecord(key, record);
		if (!opened.ok) return opened;
		const invitation = checkInvitation(opened.value);
		if (!invitation) return refused('damaged');
		const draft = new Draft(key, session.records, await invitationId(invitation.link.secret));
		await draft.start();
		return ok(draft);
	} catch (error) {
		return refused(keepReason(error));
	}
}

/**
 * Opens again, without the letter, the draft whose key (32 bytes) and records a lock gave back; null where nothing is kept of
 * it. Another open draft is put away first. Refused as `resumeDraft` is.
 */
export async function reopenDraft(bytes: Bytes, records: RecordIds): Promise<Result<Draft | null, NotKept>> {
	try {
		const remembered = await navigator.locks.request('keep open', async () => {
			const open = await openSession();
			if (open && open.records.state !== records.state) await putOtherAway(open.records);
			return rememberSession({ id: 'open', key: await sealForSession(bytes), records });
		});
		if (!remembered.ok) return remembered;
		unmarkAway();
		return await resumeDraft();
	} catch (error) {
		return refused(keepReason(error));
	}
}

/**
 * Asks the browser to keep what is stored here until a person deletes it: whether it will, null where it cannot say. Without
 * that promise some browsers clear a site that was not used for a week.
 */
export async function askToPersist(): Promise<boolean | null> {
	try {
		return (await navigator.storage.persisted()) || (await navigator.storage.persist());
	} catch {
		return null;
	}
}

/**
 * What this device keeps of the letter `link`, to be looked at and not to be gone on with: null where it keeps nothing, or what is
 * there does not open.
 */
export async function peekState(link: InvitationLink): Promise<DraftState | null> {
	try {
		const bytes = await draftKey(link.secret);
		const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
		const state = await new Slot(key, await recordId(link.secret, 'state'), checkState).read();
		return state.ok ? state.value : null;
	} catch {
		return null;
	}
}

/** Where the records of the letter with this secret lie. */
export async function recordsOf(secret: InvitationSecret): Promise<RecordIds> {
	const [state, device, invitation] = await Promise.all([
		recordId(secret, 'state'),
		recordId(secret, 'device'),
		recordId(secret, 'invitation')
	]);
	return { state, device, invitation };
}

/** The key first: without it the rest is of no use to anybody. */
async function endSession(): Promise<void> {
	await dropSessionKey();
	await forgetSession();
}

/** Tells the tab that holds the other draft to keep its last change and let go, and waits until it has. */
async function putOtherAway(records: RecordIds): Promise<void> {
	const line = openLine(() => undefined);
	line.tell({ say: 'put-away', record: records.state });
	const name = lockName(records.state);
	const held = (await holdLock(name, 'wait')) ?? (await holdLock(name, 'steal'));
	held?.release();
	line.close();
	await endSession();
}

/** The letter's own content is kept at the first opening; a newer letter for the same secret does not change it. */
async function withInvitation(draft: Draft, link: InvitationLink): Promise<Result<Draft, NotKept>> {
	const kept = await draft.invitation();
	if (!kept.ok) return kept;
	if (!kept.value) {
		const keeping = await draft.changeInvitation((there) => there ?? newInvitation(link));
		if (!keeping.ok && keeping.reason !== 'elsewhere') return keeping;
	}
	return ok(draft);
}
