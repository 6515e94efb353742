/**
 * Halves of guarded codes: made for an enrolled device, given for the right proof, counted, destroyed when the device is lost.
 * A wrong proof is answered with a half as well, of nothing: who asks learns from the answer neither that the code was
 * wrong nor whether there is such a guard. The server alone learns nothing: what it has is half, and no code is in it.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId } from '../../base/ids.ts';
import { actText } from '../../envelope/device-act.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import type { DeviceKeys } from '../submission/check.ts';
import { authoriseAct } from '../submission/act.ts';
import { afterWrong, mayTry, type Count } from './steps.ts';

/** What guards need. */
export interface GuardStore {
	readonly database: Database;
	readonly clock: Clock;
	readonly devices: DeviceKeys;
	/** Counts for guards that are not there, so that they answer like those that are. */
	readonly unknown: Map<string, Count>;
}

/** Guards that one invitation may make: each new code is a new one. */
const perInvitation = 50;
/** How many guards that are not there are counted; the oldest count goes first. */
const remembered = 20_000;
/** Of this process alone: what a wrong proof is answered with. */
const nothing = randomBytes(32);
const nobody = randomBytes(32).toString('base64url');

const halfOfNothing = (id: string, proof: string): string =>
	createHmac('sha256', nothing).update(`${id} ${proof}`).digest('base64url');
const same = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Makes the guard `id`; its half, base64url of 32 bytes. Refuses `not-enrolled`, `over-quota`, `conflict` where it is there. */
export async function makeGuard(
	store: GuardStore,
	id: string,
	{ authorisation, proofHash }: { readonly authorisation: string; readonly proofHash: string }
): Promise<string> {
	const { invitation, device } = await authoriseAct(
		store,
		'guard',
		authorisation,
		actText('guard', id, proofHash)
	);
	const { db } = store.database;
	const { made } = await db
		.selectFrom('guard')
		.select((eb) => eb.fn.countAll<number>().as('made'))
		.where('invitation', '=', invitation)
		.executeTakeFirstOrThrow();
	if (Number(made) >= perInvitation) throw new Refusal('over-quota', 86_400);
	const half = randomBytes(32).toString('base64url');
	const madeAt = instant(store.clock);
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('guard')
		.values({ id, invitation, device, proofHash, half, tries: 0, until: null, madeAt })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict');
	return half;
}

/**
 * One try of the guard `id`: its half for the right `proof`, a half of nothing for any other. Refuses `over-quota` with the
 * seconds to wait, and `conflict` once only a worker can help; a guard that is not there does the same.
 */
export async function tryGuard(store: GuardStore, id: string, proof: string): Promise<string> {
	const now = store.clock.now();
	const proofHash = createHash('sha256').update(Buffer.from(proof, 'base64url')).digest('base64url');
	const wrong = halfOfNothing(id, proof);
	const { database, unknown } = store;
	const outcome = await database.db.transaction().execute(async (trx) => {
		let asked = trx.selectFrom('guard').select(['proofHash', 'half', 'tries', 'until']).where('id', '=', id);
		// Two tries at once must count as two; SQLite writes one at a time anyway.
		if (database.dialect === 'postgres') asked = asked.forUpdate();
		const row = await asked.executeTakeFirst();
		const count = row ?? unknown.get(id) ?? { tries: 0, until: null };
		const wait = mayTry(count, now);
		if (wait !== null) return wait;
		const right = same(proofHash, row?.proofHash ?? nobody) && row?.half;
		const next: Count = right ? { tries: 0, until: null } : afterWrong(count, now);
		if (row)
			await trx
				.updateTable('guard')
				.set({ tries: next.tries, until: next.until })
				.where('id', '=', id)
				.execute();
		else remember(unknown, id, next);
		return right ? { half: right } : { half: wrong };
	});
	if (outcome === 'ask-worker') throw new Refusal('conflict');
	if (typeof outcome === 'number') throw new Refusal('over-quota', outcome);
	return outcome.half;
}

function remember(unknown: Map<string, Count>, id: string, count: Count): void {
	unknown.delete(id);
	unknown.set(id, count);
	if (unknown.size > remembered) unknown.delete(unknown.keys().next().value as string);
}

/** Destroys every half of `device`: its codes open nothing any more. The letter still does. Refuses `missing`. */
export async function loseDevice({ db }: Database, invitation: InvitationId, device: string): Promise<void> {
	await demandDevice(db, invitation, device);
	await db
		.updateTable('guard')
		.set({ half: null })
		.where('invitation', '=', invitation)
		.where('device', '=', device)
		.execute();
}

/** Lets the codes of `device` be tried again from nothing. Refuses `missing`. */
export async function resetTries({ db }: Database, invitation: InvitationId, device: string): Promise<void> {
	await demandDevice(db, invitation, device);
	await db
		.updateTable('guard')
		.set({ tries: 0, until: null })
		.where('invitation', '=', invitation)
		.where('device', '=', device)
		.execute();
}

async function demandDevice(db: Database['db'], invitation: InvitationId, device: string): Promise<void> {
	const found = await db
		.selectFrom('device')
		.select('thumbprint')
		.where('invitation', '=', invitation)
		.where('thumbprint', '=', device)
		.executeTakeFirst();
	if (!found) throw new Refusal('missing');
}
