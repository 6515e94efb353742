/** What whoever answers does with a request: takes it, hands it on, meets the child, ends it; writes to the child; says it is read. */
import { instant, type Clock } from '../../base/clock.ts';
import type { RequestId, StaffId } from '../../base/ids.ts';
import { verifyOpen } from '../../envelope/mark.ts';
import { envelopeText, readEnvelope } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import type { RequestState } from '../db/schema.ts';
import { currentDirectory, isLive } from '../directory/directory.ts';
import { Refusal } from '../problem.ts';
import { thumbprintOf } from '../signature.ts';
import { findStaff, type Me } from '../staff/staff.ts';
import { ownRequest } from './read.ts';

/** Where a request may go by an act of the desk. */
export const steps = ['taken', 'met', 'ended'] as const;
/** One of them. */
export type Step = (typeof steps)[number];

/** What each step may follow. */
const follows: Readonly<Record<Step, readonly RequestState[]>> = {
	taken: ['new'],
	met: ['taken'],
	ended: ['taken', 'met']
};

/**
 * Moves the advocate's request `rid` on to `step`. Taking it makes `me` its taker; the other steps are the taker's. Refuses
 * `missing`, and `conflict` where somebody else took it or it is not there yet; the same step again is harmless.
 */
export async function moveRequest(
	database: Database,
	clock: Clock,
	me: Me,
	rid: RequestId,
	step: Step
): Promise<void> {
	await demandFirst(database, me, rid);
	const now = instant(clock);
	const change = {
		taken: { taker: me.id, takenAt: now, callAt: null },
		met: { metAt: now },
		ended: { endedAt: now, callAt: null }
	}[step];
	const { numUpdatedRows } = await database.db
		.updateTable('request')
		.set({ state: step, ...change })
		.where('rid', '=', rid)
		.where('state', 'in', [...follows[step]])
		.$if(step !== 'taken', (query) => query.where('taker', '=', me.id))
		.executeTakeFirst();
	if (numUpdatedRows === 1n) return;
	const row = await database.db
		.selectFrom('request')
		.select(['state', 'taker'])
		.where('rid', '=', rid)
		.executeTakeFirstOrThrow();
	if (row.state !== step || row.taker !== me.id) throw new Refusal('conflict');
}

/** The colleagues of `me` to whom `rid` can be handed: advocates whose living key it was sealed to. */
export async function colleagues(database: Database, clock: Clock, me: Me, rid: RequestId) {
	await demandFirst(database, me, rid);
	const row = await database.db
		.selectFrom('request')
		.select('envelope')
		.where('rid', '=', rid)
		.executeTakeFirstOrThrow();
	const read = readEnvelope(JSON.parse(row.envelope));
	if (!read.ok) throw new Error('A stored envelope does not read');
	const kids = new Set(read.value.envelope.recipients.map(({ header }) => header.kid));
	const { directory } = await currentDirectory(database);
	const now = instant(clock);
	const sealed = new Set(
		directory.keys.flatMap((key) =>
			key.enc && key.staff && isLive(key, now) && kids.has(thumbprintOf(key.enc)) ? [key.staff] : []
		)
	);
	sealed.delete(me.id);
	const found = await Promise.all([...sealed].map((id) => findStaff(database, id)));
	return found.flatMap((one) => (one?.roles.includes('advocate') ? [{ id: one.id, name: one.name }] : []));
}

/** Hands `rid` on to `to`. Refuses `missing`, `conflict` unless `me` has it and `to` can read it. */
export async function handOn(
	database: Database,
	clock: Clock,
	me: Me,
	rid: RequestId,
	to: StaffId
): Promise<void> {
	const able = await colleagues(database, clock, me, rid);
	if (!able.some(({ id }) => id === to)) throw new Refusal('conflict');
	const { numUpdatedRows } = await database.db
		.updateTable('request')
		.set({ taker: to })
		.where('rid', '=', rid)
		.where('taker', '=', me.id)
		.where('state', 'in', ['taken', 'met'])
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new Refusal('conflict');
}

/** Stores what `me` answers the child: opaque here. The same again is harmless. Refuses `missing`, `malformed`, `conflict`. */
export async function addNote(
	database: Database,
	clock: Clock,
	me: Me,
	rid: RequestId,
	sealed: unknown
): Promise<void> {
	const root = await ownRequest(database, me, rid);
	const read = readEnvelope(sealed);
	if (!read.ok) throw new Refusal('malformed');
	if (root.what === 'advocate') {
		const row = await database.db
			.selectFrom('request')
			.select('taker')
			.where('rid', '=', root.rid)
			.executeTakeFirst();
		if (row?.taker !== me.id) throw new Refusal('conflict');
	}
	const envelope = envelopeText(read.value.envelope);
	const nid = read.value.outer.vid;
	const { numInsertedOrUpdatedRows } = await database.db
		.insertInto('note')
		.values({ nid, rid, staff: me.id, envelope, at: instant(clock) })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows === 1n) return;
	const before = await database.db
		.selectFrom('note')
		.select(['rid', 'envelope'])
		.where('nid', '=', nid)
		.executeTakeFirst();
	if (!before || before.rid !== rid || before.envelope !== envelope) throw new Refusal('conflict');
}

/**
 * Notes that `me` has read `rid`, as `open` (open.jws) says under a key that the directory gives them, and calls nobody else.
 * Several may say so; again is harmless. Refuses `missing`, and `malformed` where the mark is about something else.
 */
export async function markRead(
	database: Database,
	clock: Clock,
	me: Me,
	rid: RequestId,
	open: string
): Promise<void> {
	await ownRequest(database, me, rid);
	const { envelopeHash } = await database.db
		.selectFrom('request')
		.select('envelopeHash')
		.where('rid', '=', rid)
		.executeTakeFirstOrThrow();
	const { directory } = await currentDirectory(database);
	const keys = directory.keys.filter((key) => key.use === 'reader' && key.staff === me.id && key.sig);
	const marks = await Promise.all(keys.map((key) => verifyOpen(open, key.sig)));
	const fits = marks.some(
		(mark) => mark.ok && (mark.value.vid as string) === rid && mark.value.envelope === envelopeHash
	);
	if (!fits) throw new Refusal('malformed');
	const now = instant(clock);
	await database.db.transaction().execute(async (trx) => {
		await trx
			.insertInto('reading')
			.values({ rid, staff: me.id, open, at: now })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		await trx
			.updateTable('request')
			.set({ callAt: null })
			.where('rid', '=', rid)
			.where((eb) => eb.or([eb('what', '=', 'not-safe'), eb('about', 'is not', null)]))
			.execute();
	});
}

/** Refuses `missing` unless `rid` is a first request for an advocate that `me` may read: what is added has no steps of its own. */
async function demandFirst(database: Database, me: Me, rid: RequestId): Promise<void> {
	const root = await ownRequest(database, me, rid);
	if (root.rid !== rid || root.what !== 'advocate') throw new Refusal('missing');
}
