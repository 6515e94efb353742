/**
 * SQLite through better-sqlite3 (this file is its only importer): WAL with `synchronous=FULL`, because NORMAL lost every
 * acknowledged commit of a simulated power cut and FULL none (decision 0005).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { CompiledQuery, Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely';
import type { Database } from './connect.ts';
import type { Tables } from './schema.ts';

/** Statements are compiled once: the hot path asks the same dozen questions again and again. */
const statementsKept = 256;

/** Takes the write lock at `begin`: a transaction that reads and then writes cannot find itself overtaken. */
class ImmediateDriver extends SqliteDriver {
	readonly #file: SqliteFile.Database;
	constructor(file: SqliteFile.Database) {
		super({ database: withKeptStatements(file) });
		this.#file = file;
	}
	override async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}
	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		// SQLite has rolled back by itself where the disk is full; to do so again would hide why.
		if (this.#file.inTransaction) await super.rollbackTransaction(connection);
	}
}

class ImmediateDialect extends SqliteDialect {
	readonly #file: SqliteFile.Database;
	constructor(file: SqliteFile.Database) {
		super({ database: file });
		this.#file = file;
	}
	override createDriver(): SqliteDriver {
		return new ImmediateDriver(this.#file);
	}
}

/** `file` as Kysely wants it, each statement compiled once. */
function withKeptStatements(file: SqliteFile.Database) {
	const kept = new Map<string, SqliteFile.Statement>();
	return {
		prepare(sql: string) {
			const known = kept.get(sql);
			if (known) return known;
			const statement = file.prepare(sql);
			if (kept.size >= statementsKept) kept.delete(kept.keys().next().value as string);
			kept.set(sql, statement);
			return statement;
		},
		close: () => void file.close()
	};
}

/** Opens `data.sqlite` in `folder`, making both where they are missing. Throws where the folder cannot be written. */
export function openSqlite(folder: string): Database {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = new SqliteFile(join(folder, 'data.sqlite'));
	// The page size must be set before the journal mode makes the file.
	for (const pragma of [
		'page_size = 16384',
		'journal_mode = WAL',
		'synchronous = FULL',
		'foreign_keys = ON',
		'busy_timeout = 5000',
		'secure_delete = ON'
	])
		file.pragma(pragma);
	const db = new Kysely<Tables>({ dialect: new ImmediateDialect(file) });
	const close = async (): Promise<void> => {
		await db.destroy();
		// Kysely closes only what it has used.
		file.close();
	};
	return { db, dialect: 'sqlite', unknownCommits: () => 0, close };
}
