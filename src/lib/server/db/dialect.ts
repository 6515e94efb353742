/** Which of the two databases is spoken to. */

/** The databases that are supported and tested: an embedded SQLite file, or a PostgreSQL server. */
export type Dialect = 'sqlite' | 'postgres';
