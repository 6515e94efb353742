/** Migration 0006: which duties around a meeting are done. Never changed once released. */
import type { Kysely } from 'kysely';

/** Adds the ticks. `invitation` is empty where the duty is owed to no one child. */
export const ticks = {
	async up(db: Kysely<unknown>): Promise<void> {
		await db.schema
			.createTable('tick')
			.addColumn('meeting', 'text', (made) => made.notNull().references('meeting.id'))
			.addColumn('invitation', 'text', (made) => made.notNull())
			.addColumn('duty', 'text', (made) => made.notNull())
			.addColumn('staff', 'text', (made) => made.notNull().references('staff.id'))
			.addColumn('at', 'text', (made) => made.notNull())
			.addPrimaryKeyConstraint('tickOnce', ['meeting', 'invitation', 'duty'])
			.execute();
	}
};
