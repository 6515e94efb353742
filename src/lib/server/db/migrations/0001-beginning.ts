/**
 * Migration 0001: every table of the first release, better-auth's four among them.
 * Never changed once released: what comes later is another file.
 */
import type { ColumnDataType, Kysely } from 'kysely';
import type { Dialect } from '../dialect.ts';

/** Builds the tables. better-auth's dates and truth values are typed as its own adapter writes them on each database. */
export const beginning = (dialect: Dialect) => ({
	async up(db: Kysely<unknown>): Promise<void> {
		const moment: ColumnDataType = dialect === 'postgres' ? 'timestamptz' : 'text';
		const truth: ColumnDataType = dialect === 'postgres' ? 'boolean' : 'integer';
		const big: ColumnDataType = dialect === 'postgres' ? 'bigint' : 'integer';

		await db.schema
			.createTable('user')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('name', 'text', (c) => c.notNull())
			.addColumn('email', 'text', (c) => c.notNull().unique())
			.addColumn('emailVerified', truth, (c) => c.notNull())
			.addColumn('image', 'text')
			.addColumn('createdAt', moment, (c) => c.notNull())
			.addColumn('updatedAt', moment, (c) => c.notNull())
			.execute();
		await db.schema
			.createTable('session')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
			.addColumn('token', 'text', (c) => c.notNull().unique())
			.addColumn('expiresAt', moment, (c) => c.notNull())
			.addColumn('ipAddress', 'text')
			.addColumn('userAgent', 'text')
			.addColumn('createdAt', moment, (c) => c.notNull())
			.addColumn('updatedAt', moment, (c) => c.notNull())
			.execute();
		await db.schema.createIndex('sessionUser').on('session').column('userId').execute();
		await db.schema
			.createTable('account')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('accountId', 'text', (c) => c.notNull())
			.addColumn('providerId', 'text', (c) => c.notNull())
			.addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
			.addColumn('accessToken', 'text')
			.addColumn('refreshToken', 'text')
			.addColumn('idToken', 'text')
			.addColumn('accessTokenExpiresAt', moment)
			.addColumn('refreshTokenExpiresAt', moment)
			.addColumn('scope', 'text')
			.addColumn('password', 'text')
			.addColumn('createdAt', moment, (c) => c.notNull())
			.addColumn('updatedAt', moment, (c) => c.notNull())
			.execute();
		await db.schema.createIndex('accountUser').on('account').column('userId').execute();
		await db.schema
			.createTable('verification')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('identifier', 'text', (c) => c.notNull())
			.addColumn('value', 'text', (c) => c.notNull())
			.addColumn('expiresAt', moment, (c) => c.notNull())
			.addColumn('createdAt', moment, (c) => c.notNull())
			.addColumn('updatedAt', moment, (c) => c.notNull())
			.execute();
		await db.schema.createIndex('verificationIdentifier').on('verification').column('identifier').execute();

		await db.schema
			.createTable('staff')
			.addColumn('id', 'text', (c) => c.primaryKey().references('user.id'))
			.addColumn('name', 'text', (c) => c.notNull())
			.addColumn('roles', 'text', (c) => c.notNull())
			.addColumn('leftAt', 'text')
			.execute();
		await db.schema
			.createTable('passkey')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('staff', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('publicKey', 'text', (c) => c.notNull())
			.addColumn('counter', big, (c) => c.notNull())
			.addColumn('transports', 'text', (c) => c.notNull())
			.addColumn('createdAt', 'text', (c) => c.notNull())
			.execute();
		await db.schema
			.createTable('challenge')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('staff', 'text', (c) => c.references('staff.id'))
			.addColumn('challenge', 'text', (c) => c.notNull())
			.addColumn('expiresAt', 'text', (c) => c.notNull())
			.execute();
		await db.schema
			.createTable('vault')
			.addColumn('staff', 'text', (c) => c.primaryKey().references('staff.id'))
			.addColumn('vault', 'text', (c) => c.notNull())
			.addColumn('changedAt', 'text', (c) => c.notNull())
			.execute();
		await db.schema
			.createTable('staffKey')
			.addColumn('thumbprint', 'text', (c) => c.primaryKey())
			.addColumn('staff', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('enc', 'text', (c) => c.notNull())
			.addColumn('sig', 'text', (c) => c.notNull())
			.addColumn('proof', 'text', (c) => c.notNull())
			.addColumn('createdAt', 'text', (c) => c.notNull())
			.addColumn('refusedAt', 'text')
			.execute();
		await db.schema.createIndex('staffKeyStaff').on('staffKey').column('staff').execute();
		await db.schema
			.createTable('directory')
			.addColumn('seq', 'integer', (c) => c.primaryKey())
			.addColumn('jws', 'text', (c) => c.notNull())
			.addColumn('root', 'text', (c) => c.notNull())
			.addColumn('receivedAt', 'text', (c) => c.notNull())
			.execute();

		await db.schema
			.createTable('meeting')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('kind', 'text', (c) => c.notNull())
			.addColumn('date', 'text', (c) => c.notNull())
			.addColumn('time', 'text', (c) => c.notNull())
			.addColumn('place', 'text', (c) => c.notNull())
			.addColumn('answersBy', 'text', (c) => c.notNull())
			.addColumn('journey', 'text', (c) => c.notNull())
			.addColumn('pack', 'text', (c) => c.notNull())
			.addColumn('chair', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('deputy', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('createdBy', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('createdAt', 'text', (c) => c.notNull())
			.execute();
		await db.schema.createIndex('meetingChair').on('meeting').column('chair').execute();
		await db.schema.createIndex('meetingDeputy').on('meeting').column('deputy').execute();
		await db.schema
			.createTable('invitation')
			.addColumn('id', 'text', (c) => c.primaryKey())
			.addColumn('meeting', 'text', (c) => c.notNull().references('meeting.id'))
			.addColumn('enrolHash', 'text', (c) => c.notNull())
			.addColumn('wordsId', 'text', (c) => c.notNull().unique())
			.addColumn('wrapped', 'text', (c) => c.notNull())
			.addColumn('label', 'text', (c) => c.notNull())
			.addColumn('age', 'integer')
			.addColumn('look', 'text', (c) => c.notNull())
			.addColumn('locale', 'text', (c) => c.notNull())
			.addColumn('createdBy', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('createdAt', 'text', (c) => c.notNull())
			.addColumn('expiresAt', 'text', (c) => c.notNull())
			.addColumn('revokedAt', 'text')
			.execute();
		await db.schema.createIndex('invitationMeeting').on('invitation').column('meeting').execute();
		await db.schema
			.createTable('device')
			.addColumn('thumbprint', 'text', (c) => c.notNull())
			.addColumn('invitation', 'text', (c) => c.notNull().references('invitation.id'))
			.addColumn('jwk', 'text', (c) => c.notNull())
			.addColumn('enrolledAt', 'text', (c) => c.notNull())
			.addPrimaryKeyConstraint('devicePrimary', ['invitation', 'thumbprint'])
			.execute();

		await db.schema
			.createTable('submission')
			.addColumn('vid', 'text', (c) => c.primaryKey())
			.addColumn('invitation', 'text', (c) => c.notNull().references('invitation.id'))
			.addColumn('device', 'text', (c) => c.notNull())
			.addColumn('envelopeHash', 'text', (c) => c.notNull())
			.addColumn('submit', 'text', (c) => c.notNull())
			.addColumn('bytes', 'integer', (c) => c.notNull())
			.addColumn('at', 'text', (c) => c.notNull())
			.addColumn('logIndex', big, (c) => c.notNull().unique())
			.addColumn('salt', 'text', (c) => c.notNull())
			.addColumn('receipt', 'text', (c) => c.notNull())
			// Last, so that SQLite reads the small columns without walking the long one's overflow pages.
			.addColumn('envelope', 'text', (c) => c.notNull())
			.addForeignKeyConstraint('submissionDevice', ['invitation', 'device'], 'device', [
				'invitation',
				'thumbprint'
			])
			.execute();
		await db.schema
			.createIndex('submissionInvitation')
			.on('submission')
			.columns(['invitation', 'at'])
			.execute();
		await db.schema
			.createTable('blob')
			.addColumn('hash', 'text', (c) => c.primaryKey())
			.addColumn('invitation', 'text', (c) => c.notNull().references('invitation.id'))
			.addColumn('bytes', 'integer', (c) => c.notNull())
			.addColumn('storedAt', 'text', (c) => c.notNull())
			.execute();
		await db.schema.createIndex('blobInvitation').on('blob').columns(['invitation', 'storedAt']).execute();
		await db.schema
			.createTable('submissionBlob')
			.addColumn('vid', 'text', (c) => c.notNull().references('submission.vid'))
			.addColumn('hash', 'text', (c) => c.notNull().references('blob.hash'))
			.addPrimaryKeyConstraint('submissionBlobPrimary', ['vid', 'hash'])
			.execute();
		await db.schema.createIndex('submissionBlobHash').on('submissionBlob').column('hash').execute();

		await db.schema
			.createTable('logHead')
			.addColumn('id', 'integer', (c) => c.primaryKey())
			.addColumn('size', big, (c) => c.notNull())
			.addColumn('frontier', 'text', (c) => c.notNull())
			.execute();
		await db
			.$extendTables<{ logHead: { id: number; size: number; frontier: string } }>()
			.insertInto('logHead')
			.values({ id: 1, size: 0, frontier: '[]' })
			.execute();
		await db.schema
			.createTable('logNode')
			.addColumn('level', 'integer', (c) => c.notNull())
			.addColumn('position', big, (c) => c.notNull())
			.addColumn('hash', 'text', (c) => c.notNull())
			.addPrimaryKeyConstraint('logNodePrimary', ['level', 'position'])
			.execute();
		await db.schema
			.createTable('opening')
			.addColumn('vid', 'text', (c) => c.notNull().references('submission.vid'))
			.addColumn('staff', 'text', (c) => c.notNull().references('staff.id'))
			.addColumn('open', 'text', (c) => c.notNull())
			.addColumn('at', 'text', (c) => c.notNull())
			.addPrimaryKeyConstraint('openingPrimary', ['vid', 'staff'])
			.execute();
	}
});
