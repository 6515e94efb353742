/**
 * What may be read of requests: the child's side how far it is, whoever answers it the sealed bytes with their proof. An
 * advocate sees what asks for one, a duty reader what says not safe, a chair what came from their own meetings.
 */
import type { Selectable } from 'kysely';
import type { Instant } from '../../base/brand.ts';
import type { InvitationId, RequestId, StaffId } from '../../base/ids.ts';
import { readReceipt } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import type { RequestState, RequestTable } from '../db/schema.ts';
import { proveLeaf } from '../log/log.ts';
import { leafHash } from '../log/merkle.ts';
import { Refusal } from '../problem.ts';
import type { Me } from '../staff/staff.ts';

/** One line of the desk's list. Nothing in it says who the child is. */
export interface RequestRow {
	readonly rid: RequestId;
	readonly what: RequestTable['what'];
	readonly about: RequestId | null;
	readonly invitation: InvitationId | null;
	readonly at: Instant;
	readonly state: RequestState;
	readonly taker: { readonly id: StaffId; readonly name: string } | null;
	readonly takenAt: Instant | null;
	readonly metAt: Instant | null;
	readonly endedAt: Instant | null;
	/** Who has said that they read it, first first. */
	readonly readBy: readonly { readonly name: string; readonly at: Instant }[];
	/** Who of the staff sent it on a child's behalf; null where a child asks. */
	readonly arrangedBy: string | null;
}

/** What a request is about in the end: its own kind, or for what is added the kind of the first. */
type Root = Pick<Selectable<RequestTable>, 'rid' | 'what' | 'invitation'>;

/** The first request that `rid` adds to, through all that was added; itself where it is the first. */
export async function rootOf({ db }: Database, rid: RequestId): Promise<Root | null> {
	for (let at: RequestId = rid; ;) {
		const row = await db
			.selectFrom('request')
			.select(['rid', 'what', 'invitation', 'about'])
			.where('rid', '=', at)
			.executeTakeFirst();
		if (!row?.about) return row ?? null;
		at = row.about;
	}
}

/** Whether `me` may read what asks for `what` from the meeting led by `leads`. */
function mayRead(
	me: Me,
	what: Root['what'],
	leads: { chair: StaffId; deputy: StaffId } | undefined
): boolean {
	if (what === 'advocate') return me.roles.includes('advocate');
	if (what !== 'not-safe') return false;
	return (
		me.roles.includes('duty') ||
		(me.roles.includes('chair') && (leads?.chair === me.id || leads?.deputy === me.id))
	);
}

/** Who leads the meeting of `invitation`. */
export const leadsOf = ({ db }: Database, invitation: InvitationId) =>
	db
		.selectFrom('invitation')
		.innerJoin('meeting', 'meeting.id', 'invitation.meeting')
		.select(['chair', 'deputy'])
		.where('invitation.id', '=', invitation)
		.executeTakeFirst();

/** The first request behind `rid`, for whoever may read it. Refuses `missing`. */
export async function ownRequest(database: Database, me: Me, rid: RequestId): Promise<Root> {
	const root = await rootOf(database, rid);
	const leads = root?.invitation ? await leadsOf(database, root.invitation) : undefined;
	if (!root || !mayRead(me, root.what, leads)) throw new Refusal('missing');
	return root;
}

/** Every request that `me` may read, newest first. */
export async function listRequests(database: Database, me: Me): Promise<readonly RequestRow[]> {
	const { db } = database;
	const rows = await db
		.selectFrom('request')
		.leftJoin('staff', 'staff.id', 'request.taker')
		.leftJoin('tick', 'tick.request', 'request.rid')
		.leftJoin('staff as arranger', 'arranger.id', 'tick.staff')
		.select([
			'rid',
			'what',
			'about',
			'request.invitation',
			'request.at',
			'state',
			'taker',
			'takenAt',
			'metAt',
			'endedAt'
		])
		.select(['staff.name as takerName', 'arranger.name as arrangedBy'])
		.orderBy('logIndex', 'desc')
		.execute();
	const readings = await db
		.selectFrom('reading')
		.innerJoin('staff', 'staff.id', 'reading.staff')
		.select(['rid', 'name', 'at'])
		.orderBy('at')
		.execute();
	const led = await db
		.selectFrom('invitation')
		.innerJoin('meeting', 'meeting.id', 'invitation.meeting')
		.select(['invitation.id', 'chair', 'deputy'])
		.where((eb) => eb.or([eb('chair', '=', me.id), eb('deputy', '=', me.id)]))
		.execute();
	const leads = new Map(led.map((one) => [one.id, one]));
	const byId = new Map(rows.map((row) => [row.rid, row]));
	const first = (row: (typeof rows)[number]): (typeof rows)[number] => {
		const before = row.about && byId.get(row.about);
		return before ? first(before) : row;
	};
	return rows
		.filter((row) => {
			const root = first(row);
			return mayRead(me, root.what, root.invitation ? leads.get(root.invitation) : undefined);
		})
		.map(({ takerName, taker, ...row }) => ({
			...row,
			taker: taker && takerName !== null ? { id: taker, name: takerName } : null,
			readBy: readings.filter(({ rid }) => rid === row.rid).map(({ name, at }) => ({ name, at }))
		}));
}

/** Everything with which whoever answers opens and verifies `rid`. Refuses `missing`. */
export async function readRequest(database: Database, me: Me, rid: RequestId) {
	await ownRequest(database, me, rid);
	const row = await database.db
		.selectFrom('request')
		.selectAll()
		.where('rid', '=', rid)
		.executeTakeFirstOrThrow();
	const receipt = readReceipt(row.receipt);
	if (!receipt.ok) throw new Error('A stored receipt does not read');
	const leaf = leafHash(row.salt, row.envelopeHash);
	const proof = await proveLeaf(database, leaf, row.logIndex, receipt.value.content.checkpoint.size);
	return {
		ask: row.ask,
		envelope: JSON.parse(row.envelope) as unknown,
		receipt: row.receipt,
		device: JSON.parse(row.jwk) as unknown,
		proof,
		notes: await notesOf(database, rid)
	};
}

const notesOf = async ({ db }: Database, rid: RequestId) => {
	const notes = await db
		.selectFrom('note')
		.select(['nid', 'envelope', 'at'])
		.where('rid', '=', rid)
		.orderBy('at')
		.orderBy('nid')
		.execute();
	return notes.map((note) => ({ ...note, envelope: JSON.parse(note.envelope) as unknown }));
};

/** What a device may know of `rid`: whoever knows the id asked. Refuses `missing`. */
export async function readProgress(database: Database, rid: RequestId) {
	const { db } = database;
	const row = await db
		.selectFrom('request')
		.select(['receipt', 'state'])
		.where('rid', '=', rid)
		.executeTakeFirst();
	if (!row) throw new Refusal('missing');
	const readings = await db
		.selectFrom('reading')
		.select('open')
		.where('rid', '=', rid)
		.orderBy('at')
		.execute();
	return { ...row, readings: readings.map(({ open }) => open), notes: await notesOf(database, rid) };
}
