/** Migration 0005: who will be at a meeting and what is talked about. Never changed once released. */
import type { Kysely } from 'kysely';

/** Adds both as JSON lists; empty where nothing was said. */
export const gathering = {
	async up(db: Kysely<unknown>): Promise<void> {
		for (const column of ['people', 'themes'])
			await db.schema
				.alterTable('meeting')
				.addColumn(column, 'text', (made) => made.notNull().defaultTo('[]'))
				.execute();
	}
};
