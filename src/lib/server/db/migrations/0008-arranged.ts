/** Migration 0008: what was asked for on a child's behalf. Never changed once released. */
import type { Kysely } from 'kysely';

/** Adds the request that a tick stands for; null where a tick says that something is done and no more. */
export const arranged = {
	async up(db: Kysely<unknown>): Promise<void> {
		await db.schema.alterTable('tick').addColumn('request', 'text').execute();
		await db.schema.createIndex('tick_request').unique().on('tick').column('request').execute();
	}
};
