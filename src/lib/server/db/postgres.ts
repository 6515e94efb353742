/** PostgreSQL through pg (this file is its only importer): every commit waits for the disk (and for a standby, where one is set). */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './connect.ts';
import type { Tables } from './schema.ts';

/** OID of `int8`; counts and sizes stay far below 2^53. */
const int8 = 20;

/** Opens a pool on `url`. Connects lazily: a wrong address shows at the first query. */
export function openPostgres(url: string): Database {
	pg.types.setTypeParser(int8, Number);
	let unknown = 0;
	const pool = new pg.Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: 10_000,
		options: '-c synchronous_commit=on -c default_transaction_isolation=read\\ committed'
	});
	// A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => {
		client.on('notice', (notice) => {
			// The server gave up waiting for its standby: committed here, perhaps not there. Such a commit is never acknowledged.
			if (notice.message?.includes('canceling wait for synchronous replication')) unknown += 1;
		});
	});
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	return { db, dialect: 'postgres', unknownCommits: () => unknown, close: () => db.destroy() };
}
