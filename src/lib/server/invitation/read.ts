/** What the child's side reads of an invitation: the meeting it is for, and what six words unlock. */
import type { Day } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId, RequestId } from '../../base/ids.ts';
import type { InvitationInfo } from '../../invitation/info.ts';
import { asksOf, isBefore } from '../../journey/shipped.ts';
import { dutiesFor } from '../../practice/duties.ts';
import { findPack } from '../../practice/packs.ts';
import type { Database } from '../db/connect.ts';
import { readGathering } from '../meeting/gathering.ts';
import { Refusal } from '../problem.ts';

/** The invitation `id`. Refuses `missing` alike for unknown, revoked and expired ones: all are the same empty query. */
export async function readInvitation(
	{ db }: Database,
	clock: Clock,
	id: InvitationId
): Promise<InvitationInfo> {
	const row = await db
		.selectFrom('invitation')
		.innerJoin('meeting', 'meeting.id', 'invitation.meeting')
		.select(['label', 'age', 'look', 'locale'])
		.select(['meeting.id as meetingId', 'kind', 'date', 'time', 'place', 'answersBy'])
		.select(['meeting.journey as meetingJourney', 'invitation.journey as own', 'expiresAt'])
		.select(['chair', 'deputy', 'pack', 'people', 'themes'])
		.where('invitation.id', '=', id)
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', instant(clock))
		.executeTakeFirst();
	if (!row) throw new Refusal('missing');
	const arranged = await db
		.selectFrom('tick')
		.select(['request as rid', 'at'])
		.where('meeting', '=', row.meetingId)
		.where('invitation', '=', id)
		.where('request', 'is not', null)
		.$narrowType<{ rid: RequestId }>()
		.orderBy('at')
		.executeTakeFirst();
	const { meetingId, kind, date, time, place, own } = row;
	const journey = own ?? row.meetingJourney;
	// What is about something else is not late for the meeting: it may be said as long as the letter opens.
	const answersBy = own === null || isBefore(own) ? row.answersBy : row.expiresAt;
	return {
		id,
		meeting: {
			id: meetingId,
			kind,
			date,
			time,
			place,
			answersBy,
			journey,
			...readGathering(row),
			// What is owed to a child is not said to a grown-up.
			promises: asksOf(journey) === 'child' ? promisesOf(row) : []
		},
		child: { label: row.label, age: row.age },
		look: row.look,
		locale: row.locale,
		chair: row.chair,
		deputy: row.deputy,
		pack: row.pack,
		arranged: arranged ?? null
	};
}

/** Whatever the age is where the letter names none: that of the version. */
const ages: Readonly<Record<string, number>> = { '4-7': 6, '8-11': 10, '12-15': 14, '16-17': 16, easy: 10 };

/** What the pack has the child told; nothing where this server does not know the pack any more. */
function promisesOf(row: {
	readonly pack: string;
	readonly kind: string;
	readonly date: Day;
	readonly age: number | null;
	readonly look: string;
}): readonly string[] {
	const pack = findPack(row.pack);
	if (!pack) return [];
	const child = { age: row.age ?? ages[row.look] ?? 10, unable: false };
	const owed = dutiesFor({ kind: row.kind, day: row.date }, child, pack, row.date);
	return [...new Set(owed.filter(({ told }) => told !== null).map(({ id }) => id))];
}

/** What six words with this id unlock, base64url. Refuses `missing` as `readInvitation` does. */
export async function readWords({ db }: Database, clock: Clock, wordsId: string): Promise<string> {
	const row = await db
		.selectFrom('invitation')
		.select('wrapped')
		.where('wordsId', '=', wordsId)
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', instant(clock))
		.executeTakeFirst();
	if (!row) throw new Refusal('missing');
	return row.wrapped;
}
