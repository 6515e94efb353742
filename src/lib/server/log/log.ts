/** The log of everything received: grown in the same transaction as the submissions it holds, proved to whoever reads them. */
import type { Transaction } from 'kysely';
import type { Database } from '../db/connect.ts';
import type { Dialect } from '../db/dialect.ts';
import type { Tables } from '../db/schema.ts';
import { grow, inclusionPath, nodesForPath, rootFromPath, rootOf, type Hash } from './merkle.ts';

/** The log as it stands, locked until the transaction ends: nobody else appends meanwhile, on any server. */
export interface LogHead {
	readonly size: number;
	readonly frontier: readonly Hash[];
}

/** Reads the head and keeps others from appending (PostgreSQL: the row; SQLite: the transaction began as a writer). */
export async function lockLog(trx: Transaction<Tables>, dialect: Dialect): Promise<LogHead> {
	const row = await trx
		.selectFrom('logHead')
		.select(['size', 'frontier'])
		.where('id', '=', 1)
		.$if(dialect === 'postgres', (query) => query.forUpdate())
		.executeTakeFirstOrThrow();
	return { size: row.size, frontier: JSON.parse(row.frontier) as Hash[] };
}

/** Appends `leaves` (at least one) after `head` and gives the checkpoint that holds them all. */
export async function appendLeaves(trx: Transaction<Tables>, head: LogHead, leaves: readonly Hash[]) {
	const { size, frontier, complete } = grow(head.size, head.frontier, leaves);
	await trx.insertInto('logNode').values(complete).execute();
	await trx
		.updateTable('logHead')
		.set({ size, frontier: JSON.stringify(frontier) })
		.where('id', '=', 1)
		.execute();
	return { size, root: rootOf(frontier) };
}

/** Where a leaf stands in the log of `size` leaves (docs/wire.md). */
export interface Proof {
	readonly index: number;
	readonly size: number;
	readonly path: readonly Hash[];
	readonly root: Hash;
}

/** The proof that `leaf` stands at `index` among the first `size` leaves. Throws RangeError where the log has no such leaf. */
export async function proveLeaf({ db }: Database, leaf: Hash, index: number, size: number): Promise<Proof> {
	const wanted = nodesForPath(index, size);
	const rows =
		wanted.length === 0
			? []
			: await db
					.selectFrom('logNode')
					.selectAll()
					.where((eb) =>
						eb.or(
							wanted.map(({ level, position }) =>
								eb.and([eb('level', '=', level), eb('position', '=', position)])
							)
						)
					)
					.execute();
	const nodes = new Map(rows.map((row) => [`${row.level}/${row.position}`, row.hash]));
	const path = inclusionPath(index, size, nodes);
	const root = rootFromPath(leaf, index, size, path);
	if (root === null) throw new RangeError('No such leaf');
	return { index, size, path, root };
}
