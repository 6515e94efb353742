/**
 * Migration 0003: what children ask at any moment, who read and took it, what was answered; mail that waits; the
 * authority's own settings. Never changed once released.
 */
import type { ColumnDataType, Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** Builds the tables. */
export const requests = (dialect: Dialect) => ({
	async up(db: Kysely<unknown>): Promise<void> {
		const big: ColumnDataType = dialect === 'postgres' ? 'bigint' : 'integer';
		await db.schema
			.createTable('request')
			.addColumn('rid', 'text', (c) => c.primaryKey())
			.addColumn('what', 'text', (c) => c.notNull())
			.addColumn('about', 'text', (c) => c.references('request.rid'))
			.addColumn('invitation', 'text', (c) => c.references('invitation.id'))
			.addColumn('device', 'text', (c) => c.notNull())
			.addColumn('jwk', 'text', (c) => c.notNull())
			.addColumn('envelopeHash', 'text', (c) => c.notNull())
			.addColumn('ask', 'text', (c) => c.notNull())
			.addColumn('bytes', 'integer', (c) => c.notNull())
			.addColumn('at', 'text', (c) => c.notNull())
			.addColumn('logIndex', big, (c) => c.notNull().unique())
			.addColumn('salt', 'text', (c) => c.notNull())
			.addColumn('receipt', 'text', (c) => c.notNull())
			.addColumn('state', 'text', (c) => c.notNull())
			.addColumn('taker', 'text', (c) => c.references('staff.id'))
			.addColumn('takenAt', 'text')
			.addColumn('metAt', 'text')
			.addColumn('endedAt', 'text')
			.addColumn('calls', 'integer', (c) => c.notNull())
			.addColumn('callAt', 'text')
			// Last, as in `submission`.
			.addColumn('envelope', 'text', (c) => c.notNull())
			.execute();
		await db.schema.createIndex('requestInvitation').on('request').columns(['invitation', 'at']).execute();
		await db.schema.createIndex('requestCall').on('request').column('callAt').execute();
		await db.schema.createIndex('requestAbout').on('request').column('about').execute();
		await db.schema
			.createTable('reading')
			.addColumn('rid', 'text', (c) => c.notNull().references('request.rid'))
			.addColumn('staff', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('open', 'text', (c) => c.notNull())
			.addColumn('at', 'text', (c) => c.notNull())
			.addPrimaryKeyConstraint('readingPrimary', ['rid', 'staff'])
			.execute();
		await db.schema
			.createTable('note')
			.addColumn('nid', 'text', (c) => c.primaryKey())
			.addColumn('rid', 'text', (c) => c.notNull().references('request.rid'))
			.addColumn('staff', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('envelope', 'text', (c) => c.notNull())
			.addColumn('at', 'text', (c) => c.notNull())
			.execute();
		await db.schema.createIndex('noteRequest').on('note').column('rid').execute();
		await db.schema
			.createTable('mail')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('kind', 'text', (c) => c.notNull())
			.addColumn('staff', 'text', (c) => c.references('staff.id'))
			.addColumn('address', 'text')
			.addColumn('rid', 'text', (c) => c.references('request.rid'))
			.addColumn('queuedAt', 'text', (c) => c.notNull())
			.addColumn('next', 'text', (c) => c.notNull())
			.addColumn('tries', 'integer', (c) => c.notNull())
			.addColumn('sentAt', 'text')
			.execute();
		await db.schema.createIndex('mailNext').on('mail').columns(['sentAt', 'next']).execute();
		await db.schema
			.createTable('setting')
			.addColumn('name', 'text', (c) => c.primaryKey())
			.addColumn('value', 'text', (c) => c.notNull())
			.addColumn('changedAt', 'text', (c) => c.notNull())
			.execute();
	}
});
