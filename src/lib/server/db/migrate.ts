/** Brings a database to the newest schema. One set of migrations for both databases. */
import { Migrator } from 'kysely/migration';
import type { Database } from './connect.ts';
import { beginning } from './migrations/0001-beginning.ts';
import { locks } from './migrations/0002-locks.ts';
import { requests } from './migrations/0003-requests.ts';
import { lettersBeside } from './migrations/0004-letters-beside.ts';
import { gathering } from './migrations/0005-gathering.ts';
import { ticks } from './migrations/0006-ticks.ts';
import { offers } from './migrations/0007-offers.ts';
import { arranged } from './migrations/0008-arranged.ts';
import { replies } from './migrations/0009-replies.ts';

/** Runs every migration that has not run yet. Throws the database's error where one fails; SQLite then is half-way, PostgreSQL as before. */
export async function migrate({ db, dialect }: Database): Promise<void> {
	const migrator = new Migrator({
		db,
		provider: {
			getMigrations: () =>
				Promise.resolve({
					'0001-beginning': beginning(dialect),
					'0002-locks': locks,
					'0003-requests': requests(dialect),
					'0004-letters-beside': lettersBeside,
					'0005-gathering': gathering,
					'0006-ticks': ticks,
					'0007-offers': offers,
					'0008-arranged': arranged,
					'0009-replies': replies
				})
		}
	});
	const { error } = await migrator.migrateToLatest();
	if (error) throw error instanceof Error ? error : new Error('The database could not be migrated');
}
