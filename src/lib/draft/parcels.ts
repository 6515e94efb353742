/** Sealed chunks of blobs that wait to be sent, on this device. They need no key, and outlive *put away* like the outbox. */
import { ok, refused, type Result } from '../base/result.ts';
import { opened } from './opened.ts';
import { keepReason, outboxRows, store, type KeepReason, type Parcel } from './store.ts';

const all = (vid: string): IDBKeyRange => IDBKeyRange.bound([vid, 0], [vid, Number.MAX_SAFE_INTEGER]);

/** Keeps `parcel`; on the disk once it resolves. */
export async function keepParcel(parcel: Parcel): Promise<Result<null, KeepReason>> {
	try {
		await (await opened(store)).parcels.put(parcel);
		return ok(null);
	} catch (error) {
		return refused(keepReason(error));
	}
}

/** The parcel of views `vid` at `place`, or null after the last. */
export const parcelAt = async (vid: string, place: number): Promise<Parcel | null> =>
	(await (await opened(store)).parcels.get([vid, place])) ?? null;

/** Takes away all parcels of `vid`: they have arrived, or came to nothing. */
export async function dropParcels(vid: string): Promise<void> {
	const transaction = (await opened(store)).backendDB().transaction(['parcels'], 'readwrite');
	transaction.objectStore('parcels').delete(all(vid));
	await new Promise<void>((resolve) => {
		transaction.oncomplete = transaction.onabort = () => resolve();
	});
}

/** Takes away parcels of views that never came to the outbox: a page ended while they were being sealed. */
export async function sweepParcels(): Promise<void> {
	const keys = (await (await opened(store)).parcels.toCollection().primaryKeys()) as [string, number][];
	const rows = new Set((await outboxRows()).map(({ vid }) => vid));
	for (const vid of new Set(keys.map(([vid]) => vid))) if (!rows.has(vid)) await dropParcels(vid);
}
