/**
 * Drafts that were put away: one for each invitation, ciphertext that opens with the letter alone. A newer one replaces an
 * older one; two devices that went on from the same one cannot overwrite each other unseen.
 */
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId } from '../../base/ids.ts';
import { actText } from '../../envelope/device-act.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { authoriseAct } from '../submission/act.ts';
import type { DeviceKeys } from '../submission/check.ts';

/** Characters that a sealed draft may have: a long one is a tenth of it. */
export const draftLimit = 1024 * 1024;

/** What drafts need. */
export interface DraftStore {
	readonly database: Database;
	readonly clock: Clock;
	readonly devices: DeviceKeys;
}

/** A sealed draft, as it came. */
export interface KeptDraft {
	readonly rev: number;
	/** base64url. */
	readonly sealed: string;
}

/**
 * Keeps `draft` for the invitation `id`. The same again is harmless; refuses `conflict` where one is kept already that is as
 * new or newer, `not-enrolled`, `malformed`.
 */
export async function keepDraft(
	store: DraftStore,
	id: InvitationId,
	authorisation: string,
	{ rev, sealed }: KeptDraft
): Promise<void> {
	const text = actText('keep', rev, sealed);
	const { invitation, device } = await authoriseAct(store, 'keep', authorisation, text);
	if (invitation !== id) throw new Refusal('malformed');
	const row = { rev, sealed, device, at: instant(store.clock) };
	const { db } = store.database;
	await db
		.insertInto('draft')
		.values({ invitation, ...row })
		.onConflict((conflict) => conflict.column('invitation').doUpdateSet(row).where('draft.rev', '<', rev))
		.execute();
	const kept = await db
		.selectFrom('draft')
		.select(['rev', 'sealed'])
		.where('invitation', '=', invitation)
		.executeTakeFirst();
	if (kept?.rev !== rev || kept.sealed !== sealed) throw new Refusal('conflict');
}

/** The draft of the invitation `id`, or null. Refuses `not-enrolled`, `malformed`. */
export async function fetchDraft(
	store: DraftStore,
	id: InvitationId,
	authorisation: string
): Promise<KeptDraft | null> {
	const { invitation } = await authoriseAct(store, 'fetch', authorisation, actText('fetch', id));
	if (invitation !== id) throw new Refusal('malformed');
	const row = await store.database.db
		.selectFrom('draft')
		.select(['rev', 'sealed'])
		.where('invitation', '=', id)
		.executeTakeFirst();
	return row ?? null;
}
