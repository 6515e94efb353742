/** A member of staff's vault: their wrapped keys, which the server stores and can read nothing of. */
import { instant, type Clock } from '../../base/clock.ts';
import type { StaffId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';

/** The vault of `staff`, or null where none has been stored. */
export async function readVault({ db }: Database, staff: StaffId): Promise<unknown> {
	const row = await db.selectFrom('vault').select('vault').where('staff', '=', staff).executeTakeFirst();
	return row ? (JSON.parse(row.vault) as unknown) : null;
}

/** Stores `vault` in place of what was there before. */
export async function storeVault(
	{ db }: Database,
	clock: Clock,
	staff: StaffId,
	vault: object
): Promise<void> {
	const row = { vault: JSON.stringify(vault), changedAt: instant(clock) };
	await db
		.insertInto('vault')
		.values({ staff, ...row })
		.onConflict((conflict) => conflict.column('staff').doUpdateSet(row))
		.execute();
}
