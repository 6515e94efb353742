/**
 * Keys that members of staff made in their browsers, on their way into the directory: they wait here until the
 * administrator, away from this server, has the root sign them.
 */
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { StaffId } from '../../base/ids.ts';
import type { PublicJwk } from '../../envelope/jwk.ts';
import { verifyKeyProof } from '../../envelope/mark.ts';
import type { Database } from '../db/connect.ts';
import { currentDirectory, isLive } from '../directory/directory.ts';
import { Refusal } from '../problem.ts';
import { thumbprintOf } from '../signature.ts';
import { readRoles, type Me } from './staff.ts';

/** Two public keys with the proof that whoever sends them holds the signing one. */
export interface OfferedKeys {
	readonly enc: PublicJwk;
	readonly sig: PublicJwk;
	readonly proof: string;
}

/** Keys that wait for the root's signature. */
export interface WaitingKeys extends OfferedKeys {
	/** Of `enc`. */
	readonly thumbprint: string;
	readonly staff: Me;
	readonly at: Instant;
}

/** Keeps `keys` of `staff` until they are published or refused; offering the same again is harmless. Refuses `malformed` without proof. */
export async function offerKeys(
	{ db }: Database,
	clock: Clock,
	staff: StaffId,
	keys: OfferedKeys
): Promise<void> {
	const proved = await verifyKeyProof(keys.proof, { enc: keys.enc, sig: keys.sig, staff });
	if (!proved.ok) throw new Refusal('malformed');
	await db
		.insertInto('staffKey')
		.values({
			thumbprint: thumbprintOf(keys.enc),
			staff,
			enc: JSON.stringify(keys.enc),
			sig: JSON.stringify(keys.sig),
			proof: keys.proof,
			createdAt: instant(clock),
			refusedAt: null
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Whether `staff` has a published key, and whether one waits. */
export async function keyState(
	database: Database,
	clock: Clock,
	staff: StaffId
): Promise<{ published: boolean; pending: boolean }> {
	const now = instant(clock);
	const { directory } = await currentDirectory(database);
	const own = directory.keys.filter((key) => key.staff === staff);
	const waiting = await waitingRows(database, staff);
	return { published: own.some((key) => isLive(key, now)), pending: waiting.length > 0 };
}

/** Every key that waits, oldest first: what the administrator decides about. */
export async function waitingKeys(database: Database): Promise<readonly WaitingKeys[]> {
	const rows = await waitingRows(database, null);
	return rows.map((row) => ({
		thumbprint: row.thumbprint,
		staff: { id: row.staff, name: row.name, roles: readRoles(row.roles) },
		enc: JSON.parse(row.enc) as PublicJwk,
		sig: JSON.parse(row.sig) as PublicJwk,
		proof: row.proof,
		at: row.createdAt
	}));
}

/** Declines the waiting key `thumbprint`. Refuses `missing`. */
export async function refuseKeys({ db }: Database, clock: Clock, thumbprint: string): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('staffKey')
		.set({ refusedAt: instant(clock) })
		.where('thumbprint', '=', thumbprint)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal('missing');
}

/** Rows that are neither refused nor in the directory, now or formerly (a withdrawn key does not wait again). */
async function waitingRows(database: Database, staff: StaffId | null) {
	const { directory } = await currentDirectory(database);
	const listed = new Set(directory.keys.flatMap((key) => (key.enc ? [thumbprintOf(key.enc)] : [])));
	const rows = await database.db
		.selectFrom('staffKey')
		.innerJoin('staff', 'staff.id', 'staffKey.staff')
		.selectAll('staffKey')
		.select(['staff.name', 'staff.roles'])
		.where('refusedAt', 'is', null)
		.where('leftAt', 'is', null)
		.$if(staff !== null, (query) => query.where('staffKey.staff', '=', staff as StaffId))
		.orderBy('createdAt')
		.execute();
	return rows.filter((row) => !listed.has(row.thumbprint));
}
