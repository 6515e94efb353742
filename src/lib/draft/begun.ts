/**
 * Whether this device may have something kept, without opening it: asked by the first screen, which must not load the store
 * to learn that there is none.
 */

/** The database's name, as in `store.ts`, which is too heavy to be asked. */
export const databaseName = 'keep';

/** False only where nothing was ever kept here; true also where the browser cannot say. Never throws. */
export async function mayHaveBegun(): Promise<boolean> {
	try {
		const all = await indexedDB.databases();
		return all.some(({ name }) => name === databaseName);
	} catch {
		return true;
	}
}
