/** Migration 0004: letters about something else than the meeting that they hang on. Never changed once released. */
import type { Kysely } from 'kysely';

/** Adds the journey of an invitation; null: the meeting's own. */
export const lettersBeside = {
	async up(db: Kysely<unknown>): Promise<void> {
		await db.schema.alterTable('invitation').addColumn('journey', 'text').execute();
	}
};
