/** What the coordinator does with invitations: makes one, revokes one, sees what became of them. */
import type { Day, Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId, MeetingId, StaffId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';
import { last } from '../guard/steps.ts';
import { Refusal } from '../problem.ts';
import { animalsOf, type Animal } from './animals.ts';

/** An invitation as the coordinator's browser made it; its secret stays there. */
export interface NewInvitation {
	readonly id: InvitationId;
	readonly enrolHash: string;
	readonly wordsId: string;
	readonly wrapped: string;
	/** What the desk calls the child: the coordinator's choice, best a first name or initials. */
	readonly label: string;
	/** In whole years; null where it is not said. */
	readonly age: number | null;
	readonly look: string;
	readonly locale: string;
	/** What it is about, where that is not the meeting: a journey's id. */
	readonly journey: string | null;
}

/** One line of the desk's list of invitations. */
export interface InvitationRow {
	readonly id: InvitationId;
	readonly label: string;
	readonly age: number | null;
	readonly look: string;
	readonly locale: string;
	readonly journey: string | null;
	readonly createdAt: Instant;
	readonly expiresAt: Instant;
	readonly revokedAt: Instant | null;
	readonly devices: readonly DeviceRow[];
	/** How many views have arrived, and how many answers were sent. */
	readonly views: number;
	readonly replies: number;
}

/** One device that a letter enrolled. */
export interface DeviceRow {
	readonly thumbprint: string;
	readonly animals: readonly [Animal, Animal];
	readonly enrolledAt: Instant;
	/** Its guarded code: none, in use, locked after too many tries, or destroyed because the device was lost. */
	readonly guard: 'none' | 'guarded' | 'locked' | 'lost';
}

/** Days after the meeting for which an invitation still opens: views may come late, and the reply comes afterwards. */
const daysAfterMeeting = 28;

/** When an invitation to a meeting on `date` ends. */
export const invitationEnd = (date: Day): Instant =>
	new Date(Date.parse(`${date}T00:00:00Z`) + (daysAfterMeeting + 1) * 86_400_000).toISOString() as Instant;

/** Days for which a letter opens after an answer came by it: until the next review has long been, which shows it again. */
const daysAnswered = 400;

/** Until when a letter opens by which an answer comes now. */
export const answeredUntil = (clock: Clock): Instant =>
	new Date(clock.now() + daysAnswered * 86_400_000).toISOString() as Instant;

/** Stores `made` for `meeting`. Refuses `missing` for an unknown meeting, `conflict` where id or words are taken. */
export async function addInvitation(
	{ db }: Database,
	clock: Clock,
	by: StaffId,
	meeting: MeetingId,
	made: NewInvitation
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const found = await trx.selectFrom('meeting').select('date').where('id', '=', meeting).executeTakeFirst();
		if (!found) throw new Refusal('missing');
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('invitation')
			.values({
				...made,
				meeting,
				createdBy: by,
				createdAt: instant(clock),
				expiresAt: invitationEnd(found.date),
				revokedAt: null
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		if (numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict');
	});
}

/** Revokes the invitation `id`; doing so twice is harmless. What arrived before stays. Refuses `missing`. */
export async function revokeInvitation({ db }: Database, clock: Clock, id: InvitationId): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('invitation')
		.set((eb) => ({ revokedAt: eb.fn.coalesce('revokedAt', eb.val(instant(clock))) }))
		.where('id', '=', id)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal('missing');
}

/** The invitations of `meeting`, oldest first. */
export async function listInvitations(
	{ db }: Database,
	meeting: MeetingId
): Promise<readonly InvitationRow[]> {
	const rows = await db
		.selectFrom('invitation')
		.select(['id', 'label', 'age', 'look', 'locale', 'journey', 'createdAt', 'expiresAt', 'revokedAt'])
		.select((eb) =>
			eb
				.selectFrom('submission')
				.select(eb.fn.countAll<number>().as('views'))
				.whereRef('submission.invitation', '=', 'invitation.id')
				.as('views')
		)
		.select((eb) =>
			eb
				.selectFrom('reply')
				.innerJoin('submission', 'submission.vid', 'reply.vid')
				.select(eb.fn.countAll<number>().as('replies'))
				.whereRef('submission.invitation', '=', 'invitation.id')
				.as('replies')
		)
		.where('meeting', '=', meeting)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
	const devices = await db
		.selectFrom('device')
		.innerJoin('invitation', 'invitation.id', 'device.invitation')
		.select(['device.invitation', 'thumbprint', 'enrolledAt'])
		.where('meeting', '=', meeting)
		.orderBy('enrolledAt')
		.execute();
	const guards = await db
		.selectFrom('guard')
		.innerJoin('invitation', 'invitation.id', 'guard.invitation')
		.select(['guard.invitation', 'device', 'half', 'tries', 'madeAt'])
		.where('meeting', '=', meeting)
		.orderBy('madeAt')
		.execute();
	const guardOf = (invitation: InvitationId, thumbprint: string): DeviceRow['guard'] => {
		// The newest code is the one in use.
		const guard = guards.findLast((each) => each.invitation === invitation && each.device === thumbprint);
		if (!guard) return 'none';
		return guard.half === null ? 'lost' : guard.tries >= last ? 'locked' : 'guarded';
	};
	return rows.map((row) => ({
		...row,
		views: row.views ?? 0,
		replies: row.replies ?? 0,
		devices: devices
			.filter((device) => device.invitation === row.id)
			.map(({ thumbprint, enrolledAt }) => ({
				thumbprint,
				animals: animalsOf(thumbprint),
				enrolledAt,
				guard: guardOf(row.id, thumbprint)
			}))
	}));
}
