/** What is answered to a child: sealed to their letter by chair or deputy, kept, and given to whoever knows the letter's id. */
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId, ViewId } from '../../base/ids.ts';
import { envelopeText, readEnvelope } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import { answeredUntil } from '../invitation/make.ts';
import { Refusal } from '../problem.ts';
import type { Me } from '../staff/staff.ts';
import { ownView } from './read.ts';

/**
 * Stores what `me` answers to the views `vid`, opaque here, and keeps the letter open until the next meeting may show it. The same
 * again is harmless. Refuses `missing` to who is no reader of them, `malformed`, `conflict` for other bytes under a known id.
 */
export async function addReply(
	database: Database,
	clock: Clock,
	me: Me,
	vid: ViewId,
	sealed: unknown
): Promise<void> {
	const { invitation } = await ownView(database, me, vid);
	const read = readEnvelope(sealed);
	if (!read.ok) throw new Refusal('malformed');
	const envelope = envelopeText(read.value.envelope);
	const nid = read.value.outer.vid;
	await database.db.transaction().execute(async (trx) => {
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('reply')
			.values({ nid, vid, staff: me.id, at: instant(clock), envelope })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		if (numInsertedOrUpdatedRows === 0n) {
			const known = await trx
				.selectFrom('reply')
				.select(['vid', 'envelope'])
				.where('nid', '=', nid)
				.executeTakeFirstOrThrow();
			if (known.vid !== vid || known.envelope !== envelope) throw new Refusal('conflict');
			return;
		}
		const until = answeredUntil(clock);
		await trx
			.updateTable('invitation')
			.set({ expiresAt: until })
			.where('id', '=', invitation)
			.where('expiresAt', '<', until)
			.execute();
	});
}

/** The replies to the views `vid`, oldest first, as their readers open them. Whoever asks has been let in by `ownView`. */
export async function repliesTo({ db }: Database, vid: ViewId): Promise<readonly unknown[]> {
	const rows = await db.selectFrom('reply').select('envelope').where('vid', '=', vid).orderBy('at').execute();
	return rows.map(({ envelope }) => JSON.parse(envelope) as unknown);
}

/** Which replies there are by the letter `id`, oldest first. Refuses `missing` as `readInvitation` does, but not for its age. */
export async function listReplies({ db }: Database, id: InvitationId): Promise<readonly ViewId[]> {
	await demandLetter({ db }, id);
	const rows = await byLetter({ db }, id).select('nid').orderBy('reply.at').execute();
	return rows.map(({ nid }) => nid);
}

/** One of them. Refuses `missing`. */
export async function readReply({ db }: Database, id: InvitationId, nid: ViewId): Promise<unknown> {
	await demandLetter({ db }, id);
	const row = await byLetter({ db }, id).select('reply.envelope').where('nid', '=', nid).executeTakeFirst();
	if (!row) throw new Refusal('missing');
	return JSON.parse(row.envelope) as unknown;
}

const byLetter = ({ db }: Pick<Database, 'db'>, id: InvitationId) =>
	db
		.selectFrom('reply')
		.innerJoin('submission', 'submission.vid', 'reply.vid')
		.where('submission.invitation', '=', id);

async function demandLetter({ db }: Pick<Database, 'db'>, id: InvitationId): Promise<void> {
	const row = await db
		.selectFrom('invitation')
		.select('id')
		.where('id', '=', id)
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	if (!row) throw new Refusal('missing');
}
