/** Where the parts of made things lie on this device: in the order of their place, and gone all at once. Part of `store.ts`'s database. */
import { ok, refused, type Result } from '../base/result.ts';
import type { SealedPart } from './made-part.ts';
import { opened } from './opened.ts';
import { keepReason, store, type KeepReason } from './store.ts';

const partsOf = (id: string, from = 0): IDBKeyRange =>
	IDBKeyRange.bound([id, from], [id, Number.MAX_SAFE_INTEGER]);

async function write(act: (table: IDBObjectStore) => void): Promise<Result<null, KeepReason>> {
	try {
		const database = (await opened(store)).backendDB();
		const transaction = database.transaction(['made'], 'readwrite', { durability: 'strict' });
		const outcome = new Promise<Result<null, KeepReason>>((resolve) => {
			transaction.oncomplete = () => resolve(ok(null));
			transaction.onabort = () => resolve(refused(keepReason(transaction.error)));
		});
		act(transaction.objectStore('made'));
		transaction.commit();
		return await outcome;
	} catch (error) {
		return refused(keepReason(error));
	}
}

/** Keeps one more part; refused as `stale` where its place is taken. On the disk once it resolves. */
export const addPart = (part: SealedPart): Promise<Result<null, KeepReason>> =>
	write((table) => table.add(part));

/** Keeps `parts` in place of all that is there of `id` from place `from` on; all of them or nothing. */
export const replaceParts = (
	id: string,
	parts: readonly SealedPart[],
	from = 0
): Promise<Result<null, KeepReason>> =>
	write((table) => {
		table.delete(partsOf(id, from));
		for (const part of parts) table.add(part);
	});

/** Takes away everything of `id`. */
export const dropParts = (id: string): Promise<Result<null, KeepReason>> => replaceParts(id, []);

/** One part, or null. */
export const partAt = async (id: string, part: number): Promise<SealedPart | null> =>
	(await (await opened(store)).made.get([id, part])) ?? null;

/** The places of all parts of `id`, in order; nothing of them is read. */
export const placesOf = async (id: string): Promise<readonly number[]> => {
	const keys = await (
		await opened(store)
	).made
		.where(':id')
		.between([id, 0], [id, Number.MAX_SAFE_INTEGER])
		.primaryKeys();
	return (keys as [string, number][]).map(([, place]) => place);
};

/** At most `most` parts from place `part` on, in order. */
export const partsFrom = async (id: string, part: number, most: number): Promise<SealedPart[]> =>
	(await opened(store)).made
		.where(':id')
		.between([id, part], [id, Number.MAX_SAFE_INTEGER])
		.limit(most)
		.toArray();

/** The ids of everything that is kept, of whoever. */
export async function madeIds(): Promise<readonly string[]> {
	const keys = (await (await opened(store)).made.toCollection().primaryKeys()) as [string, number][];
	return [...new Set(keys.map(([id]) => id))];
}
