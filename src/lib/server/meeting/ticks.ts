/** Duties around a meeting that are done: who says so, and when. Ticked by whoever sees the meeting; taken back as well. */
import * as v from 'valibot';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId, MeetingId, RequestId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';
import { idSchema } from '../input.ts';
import { Refusal } from '../problem.ts';
import type { Me } from '../staff/staff.ts';
import { readMeeting } from './meeting.ts';

/** An id of one kind, or none. */
const idOrNone = <Id extends string>() =>
	v.nullable(
		v.pipe(
			idSchema,
			v.transform((text) => text as Id)
		)
	);

/** What is sent. */
export const tickSchema = v.object({
	invitation: idOrNone<InvitationId>(),
	duty: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}(\.[a-z0-9-]{1,60})?$/)),
	done: v.boolean(),
	/** How the child took what was offered; absent where nothing is. */
	answer: v.optional(v.nullable(v.picklist(['yes', 'no', 'unsure'])), null),
	/** The request that was sent on the child's behalf; absent where none was. */
	request: v.optional(idOrNone<RequestId>(), null)
});

/** One of them, as the desk is told. */
export interface Tick {
	readonly invitation: InvitationId | null;
	readonly duty: string;
	/** The name of whoever ticked it. */
	readonly by: string;
	readonly at: Instant;
	/** How the child took an offer; null for whatever else is done. */
	readonly answer: string | null;
	/** The request that was sent on the child's behalf. */
	readonly request: RequestId | null;
}

/** The ticks of the meeting `id`, oldest first. Who may see the meeting is asked before. */
export async function listTicks({ db }: Database, id: MeetingId): Promise<readonly Tick[]> {
	const rows = await db
		.selectFrom('tick')
		.innerJoin('staff', 'staff.id', 'tick.staff')
		.select(['invitation', 'duty', 'name', 'at', 'answer', 'request'])
		.where('meeting', '=', id)
		.orderBy('at')
		.execute();
	return rows.map(({ invitation, name, ...row }) => ({ ...row, invitation: invitation || null, by: name }));
}

/**
 * Ticks a duty, or takes the tick back. Ticked twice it stays as it was first; another answer of the child's stands in place
 * of the one before, with who says so. Refuses `missing` where `me` does not see it; `conflict` where the request is not one that
 * was sent without a letter, or the tick stands for one already: what was sent is not taken back here.
 */
export async function setTick(
	database: Database,
	clock: Clock,
	me: Me,
	id: MeetingId,
	{ invitation, duty, done, answer, request }: v.InferOutput<typeof tickSchema>
): Promise<void> {
	await readMeeting(database, me, id);
	const { db } = database;
	if (invitation !== null) {
		const own = await db
			.selectFrom('invitation')
			.select('id')
			.where('id', '=', invitation)
			.where('meeting', '=', id)
			.executeTakeFirst();
		if (!own) throw new Refusal('missing');
	}
	const key = { meeting: id, invitation: invitation ?? ('' as const), duty };
	if (request !== null) await demandArranged(database, invitation, request);
	if (done)
		await db
			.insertInto('tick')
			.values({ ...key, staff: me.id, at: instant(clock), answer, request: null })
			.onConflict((already) =>
				answer === null
					? already.doNothing()
					: already
							.columns(['meeting', 'invitation', 'duty'])
							.doUpdateSet({ staff: me.id, at: instant(clock), answer })
							.where(({ or, eb }) => or([eb('tick.answer', 'is', null), eb('tick.answer', '!=', answer)]))
			)
			.execute();
	else
		await db
			.deleteFrom('tick')
			.where('meeting', '=', key.meeting)
			.where('invitation', '=', key.invitation)
			.where('duty', '=', duty)
			.where('request', 'is', null)
			.execute();
	if (request === null) return;
	const linked = await db
		.updateTable('tick')
		.set({ staff: me.id, at: instant(clock), request })
		.where('meeting', '=', key.meeting)
		.where('invitation', '=', key.invitation)
		.where('duty', '=', duty)
		.where((where) => where.or([where('request', 'is', null), where('request', '=', request)]))
		.executeTakeFirst();
	if (linked.numUpdatedRows === 0n) throw new Refusal('conflict');
}

/** Refuses `conflict` unless `request` asks for an advocate without a letter, and is for one child. */
async function demandArranged(
	{ db }: Database,
	invitation: InvitationId | null,
	request: RequestId
): Promise<void> {
	const sent = await db
		.selectFrom('request')
		.select('rid')
		.where('rid', '=', request)
		.where('what', '=', 'advocate')
		.where('about', 'is', null)
		.where('invitation', 'is', null)
		.executeTakeFirst();
	const other = await db
		.selectFrom('tick')
		.select('request')
		.where('request', '=', request)
		.where('invitation', '!=', invitation ?? '')
		.executeTakeFirst();
	if (!sent || invitation === null || other) throw new Refusal('conflict');
}
