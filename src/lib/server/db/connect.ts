/**
 * Opens the database that the settings name: SQLite in the data folder unless `DATABASE_URL` is given.
 * Owns nothing but the choice; `sqlite.ts` and `postgres.ts` make each as durable as it can be.
 */
import type { Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import { openPostgres } from './postgres.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/** An open database. */
export interface Database {
	readonly db: Kysely<Tables>;
	readonly dialect: Dialect;
	/** How often so far a commit was reported whose durability is unknown (PostgreSQL: a cancelled wait for a standby). */
	readonly unknownCommits: () => number;
	/** Closes it; nothing may be asked of it afterwards. */
	readonly close: () => Promise<void>;
}

/** Where the data lie. `url` wins. */
export interface DatabasePlace {
	/** Folder of the SQLite file, made where it is missing. */
	readonly folder: string;
	/** `postgres://…`, or null for SQLite. */
	readonly url: string | null;
}

/** Opens (and for SQLite creates) the database. It is not migrated yet. Throws where it cannot be opened. */
export const openDatabase = (place: DatabasePlace): Database =>
	place.url === null ? openSqlite(place.folder) : openPostgres(place.url);
