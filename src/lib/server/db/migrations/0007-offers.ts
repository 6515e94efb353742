/** Migration 0007: how the child took what was offered to them. Never changed once released. */
import type { Kysely } from 'kysely';

/** Adds the answer; null where a tick says that something is done and no more. */
export const offers = {
	async up(db: Kysely<unknown>): Promise<void> {
		await db.schema.alterTable('tick').addColumn('answer', 'text').execute();
	}
};
