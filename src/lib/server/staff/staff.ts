/** The people at the desk: who they are and what they may do. Accounts are made by the administrator, never by signing up. */
import * as v from 'valibot';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { StaffId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';
import { currentDirectory, readersIn } from '../directory/directory.ts';
import { Refusal } from '../problem.ts';

/**
 * What somebody may do. A deputy is a chair whom a meeting names as its deputy. Advocates read what asks for one, duty readers
 * what says that a child is not safe. Administrators see no content.
 */
export const roles = ['chair', 'coordinator', 'administrator', 'advocate', 'duty'] as const;
/** One role. */
export type Role = (typeof roles)[number];

/** A member of staff, signed in. */
export interface Me {
	readonly id: StaffId;
	readonly name: string;
	readonly roles: readonly Role[];
}

const rolesSchema = v.array(v.picklist(roles));

/** The roles that a stored row names. */
export const readRoles = (text: string): readonly Role[] => v.parse(rolesSchema, JSON.parse(text));

/** The member of staff `id`, or null for somebody unknown or who left. */
export async function findStaff({ db }: Database, id: StaffId): Promise<Me | null> {
	const row = await db
		.selectFrom('staff')
		.selectAll()
		.where('id', '=', id)
		.where('leftAt', 'is', null)
		.executeTakeFirst();
	return row ? { id: row.id, name: row.name, roles: readRoles(row.roles) } : null;
}

/** Everybody who works here, by name, and whether they have a living key in the directory: the coordinator's list. */
export async function listPeople(
	database: Database,
	clock: Clock
): Promise<readonly (Me & { readonly hasKey: boolean })[]> {
	const rows = await database.db
		.selectFrom('staff')
		.selectAll()
		.where('leftAt', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
	const { directory } = await currentDirectory(database);
	const readers = readersIn(directory, instant(clock));
	return rows.map(({ id, name, roles: text }) => ({
		id,
		name,
		roles: readRoles(text),
		hasKey: readers.has(id)
	}));
}

/** Refuses `missing` unless `me` has `role`: what one may not see looks as if it were not there. */
export function demandRole(me: Me, role: Role): void {
	if (!me.roles.includes(role)) throw new Refusal('missing');
}

/** Marks `id` as gone from `at` on; their sessions are not honoured any more. Keys are withdrawn by a new directory. */
export async function markLeft({ db }: Database, id: StaffId, at: Instant): Promise<void> {
	await db.transaction().execute(async (trx) => {
		await trx.updateTable('staff').set({ leftAt: at }).where('id', '=', id).execute();
		await trx.deleteFrom('session').where('userId', '=', id).execute();
	});
}

/** Everybody with `role` who has not left. */
export async function staffWith({ db }: Database, role: Role): Promise<readonly Me[]> {
	const rows = await db
		.selectFrom('staff')
		.selectAll()
		.where('leftAt', 'is', null)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows
		.map(({ id, name, roles: text }) => ({ id, name, roles: readRoles(text) }))
		.filter((one) => one.roles.includes(role));
}
