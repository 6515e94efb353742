/** Migration 0009: what is answered to a child's views, sealed to the letter. Never changed once released. */
import type { Kysely } from 'kysely';

/** Builds the table. */
export const replies = {
	async up(db: Kysely<unknown>): Promise<void> {
		await db.schema
			.createTable('reply')
			.addColumn('nid', 'text', (c) => c.primaryKey())
			.addColumn('vid', 'text', (c) => c.notNull().references('submission.vid'))
			.addColumn('staff', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('at', 'text', (c) => c.notNull())
			.addColumn('envelope', 'text', (c) => c.notNull())
			.execute();
		await db.schema.createIndex('replyVid').on('reply').column('vid').execute();
	}
};
