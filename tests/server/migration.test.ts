import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginning } from '../../src/lib/server/db/migrations/0001-beginning.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.end());

it('makes every table, once, and does nothing the second time', async () => {
	const names = async () =>
		(await world.database.db.introspection.getTables()).map(({ name }) => name).sort();
	const before = await names();
	await migrate(world.database);
	expect(await names()).toEqual(before);
	expect(before).toEqual(
		[
			...['account', 'session', 'user', 'verification'],
			...['blob', 'challenge', 'device', 'directory', 'invitation', 'logHead', 'logNode', 'meeting'],
			...['opening', 'passkey', 'staff', 'staffKey', 'submission', 'submissionBlob', 'vault'],
			...['draft', 'guard', 'mail', 'note', 'reading', 'reply', 'request', 'setting', 'tick']
		].sort()
	);
	const { db } = world.database;
	const runs = await db
		.$extendTables<{ kysely_migration: { name: string } }>()
		.selectFrom('kysely_migration')
		.select('name')
		.execute();
	expect(runs.map(({ name }) => name)).toEqual([
		'0001-beginning',
		'0002-locks',
		'0003-requests',
		'0004-letters-beside',
		'0005-gathering',
		'0006-ticks',
		'0007-offers',
		'0008-arranged',
		'0009-replies'
	]);
	await expect(beginning(world.database.dialect).up(db as never)).rejects.toThrow();
});

it('makes better-auth’s tables as better-auth wants them', async () => {
	const { db, dialect } = world.database;
	const { options } = betterAuth({
		database: { db, type: dialect },
		emailAndPassword: { enabled: true },
		logger: { disabled: true }
	});
	const { toBeCreated, toBeAdded } = await getMigrations(options);
	expect(toBeCreated).toEqual([]);
	expect(toBeAdded).toEqual([]);
});

it('keeps rows that hang together together', async () => {
	const { db } = world.database;
	const orphan = { invitation: 'nobody', thumbprint: 'x', jwk: '{}', enrolledAt: '2026-01-01T00:00:00.000Z' };
	await expect(
		db
			.insertInto('device')
			.values(orphan as never)
			.execute()
	).rejects.toThrow();
});
