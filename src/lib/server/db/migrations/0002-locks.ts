/**
 * Migration 0002: halves of the guarded codes, each behind its counter, and drafts that were put away, sealed to their letter.
 * Never changed once released.
 */
import type { Kysely } from 'kysely';

/** Adds the two tables. */
export const locks = {
	async up(db: Kysely<unknown>): Promise<void> {
		await db.schema
			.createTable('guard')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('invitation', 'text', (c) => c.notNull())
			.addColumn('device', 'text', (c) => c.notNull())
			.addColumn('proofHash', 'text', (c) => c.notNull())
			.addColumn('half', 'text')
			.addColumn('tries', 'integer', (c) => c.notNull())
			.addColumn('until', 'text')
			.addColumn('madeAt', 'text', (c) => c.notNull())
			.addForeignKeyConstraint('guardDevice', ['invitation', 'device'], 'device', [
				'invitation',
				'thumbprint'
			])
			.execute();
		await db.schema.createIndex('guardDeviceIndex').on('guard').columns(['invitation', 'device']).execute();
		await db.schema
			.createTable('draft')
			.addColumn('invitation', 'text', (c) => c.primaryKey().references('invitation.id'))
			.addColumn('rev', 'integer', (c) => c.notNull())
			.addColumn('device', 'text', (c) => c.notNull())
			.addColumn('at', 'text', (c) => c.notNull())
			.addColumn('sealed', 'text', (c) => c.notNull())
			.execute();
	}
};
