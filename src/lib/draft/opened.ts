/** Databases that are tried again: one that did not open once, right after a crash or on a busy device, is not lost for the page. */
import type Dexie from 'dexie';

/** `database`, open. Where it could not be opened before, or the browser closed it, it is tried anew. Throws where it does not open now. */
export async function opened<Database extends Dexie>(database: Database): Promise<Database> {
	if (!database.isOpen()) await database.open();
	return database;
}
