/** Meetings: made by the coordinator, seen by their chair and deputy. Whoever may not see one is told it is not there. */
import type { Day, Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import { newId, type MeetingId, type StaffId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { demandRole, readRoles, type Me } from '../staff/staff.ts';
import { readGathering, type Gathering } from './gathering.ts';

/** What makes a meeting. */
export interface NewMeeting {
	readonly kind: string;
	readonly date: Day;
	/** `HH:MM`, local. */
	readonly time: string;
	readonly place: string;
	readonly journey: string;
	readonly pack: string;
	readonly chair: StaffId;
	readonly deputy: StaffId;
	readonly answersBy: Instant;
}

/** A meeting as the desk lists it. */
export interface Meeting extends Omit<NewMeeting, 'chair' | 'deputy'>, Gathering {
	readonly id: MeetingId;
	readonly chair: { readonly id: StaffId; readonly name: string };
	readonly deputy: { readonly id: StaffId; readonly name: string };
	readonly invitations: number;
	/** Views that arrived, and those of them that no reader has opened. */
	readonly views: number;
	readonly unopened: number;
}

const query = ({ db }: Database) =>
	db
		.selectFrom('meeting')
		.innerJoin('staff as chairs', 'chairs.id', 'meeting.chair')
		.innerJoin('staff as deputies', 'deputies.id', 'meeting.deputy')
		.selectAll('meeting')
		.select(['chairs.name as chairName', 'deputies.name as deputyName'])
		.select((eb) => [
			eb
				.selectFrom('invitation')
				.select(eb.fn.countAll<number>().as('n'))
				.whereRef('invitation.meeting', '=', 'meeting.id')
				.as('invitations'),
			eb
				.selectFrom('submission')
				.innerJoin('invitation', 'invitation.id', 'submission.invitation')
				.select(eb.fn.countAll<number>().as('n'))
				.whereRef('invitation.meeting', '=', 'meeting.id')
				.as('views'),
			eb
				.selectFrom('submission')
				.innerJoin('invitation', 'invitation.id', 'submission.invitation')
				.leftJoin('opening', 'opening.vid', 'submission.vid')
				.select(eb.fn.countAll<number>().as('n'))
				.whereRef('invitation.meeting', '=', 'meeting.id')
				.where('opening.vid', 'is', null)
				.as('unopened')
		]);

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>;

const toMeeting = (row: Row): Meeting => ({
	id: row.id,
	kind: row.kind,
	date: row.date,
	time: row.time,
	place: row.place,
	answersBy: row.answersBy,
	journey: row.journey,
	pack: row.pack,
	chair: { id: row.chair, name: row.chairName },
	deputy: { id: row.deputy, name: row.deputyName },
	invitations: row.invitations ?? 0,
	views: row.views ?? 0,
	unopened: row.unopened ?? 0,
	...readGathering(row)
});

/** The meetings that `me` may see, soonest first: all for a coordinator, one's own for a chair, none otherwise. */
export async function listMeetings(database: Database, me: Me): Promise<readonly Meeting[]> {
	const all = me.roles.includes('coordinator');
	if (!all) demandRole(me, 'chair');
	const rows = await query(database)
		.$if(!all, (own) =>
			own.where((eb) => eb.or([eb('meeting.chair', '=', me.id), eb('meeting.deputy', '=', me.id)]))
		)
		.orderBy('date')
		.orderBy('time')
		.orderBy('meeting.id')
		.execute();
	return rows.map(toMeeting);
}

/** The meeting `id`. Refuses `missing` unless `me` is its chair or deputy, or a coordinator. */
export async function readMeeting(database: Database, me: Me, id: MeetingId): Promise<Meeting> {
	const row = await query(database).where('meeting.id', '=', id).executeTakeFirst();
	if (!row || !(me.roles.includes('coordinator') || isReader(me, row))) throw new Refusal('missing');
	return toMeeting(row);
}

/** Whether `me` chairs the meeting, or is its deputy. */
export const isReader = (me: Me, meeting: { readonly chair: StaffId; readonly deputy: StaffId }): boolean =>
	me.roles.includes('chair') && (meeting.chair === me.id || meeting.deputy === me.id);

/** Refuses `missing` unless `me` is chair or deputy of the meeting `id`. */
export async function demandReader({ db }: Database, me: Me, id: MeetingId): Promise<void> {
	const row = await db
		.selectFrom('meeting')
		.select(['chair', 'deputy'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row || !isReader(me, row)) throw new Refusal('missing');
}

/** Makes a meeting. Refuses `malformed` where chair and deputy are not two different chairs who work here. */
export async function makeMeeting(
	database: Database,
	clock: Clock,
	me: Me,
	made: NewMeeting
): Promise<Meeting> {
	demandRole(me, 'coordinator');
	const chairs = await database.db
		.selectFrom('staff')
		.select('roles')
		.where('id', 'in', [made.chair, made.deputy])
		.where('leftAt', 'is', null)
		.execute();
	const fit = chairs.filter((row) => readRoles(row.roles).includes('chair'));
	if (fit.length !== 2) throw new Refusal('malformed');
	const id = newId<MeetingId>();
	await database.db
		.insertInto('meeting')
		.values({ ...made, id, createdBy: me.id, createdAt: instant(clock) })
		.execute();
	return readMeeting(database, me, id);
}
