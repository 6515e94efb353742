/**
 * What lies on this device, and the only code that touches it: one database with a name that tells nothing, every write
 * `strict` (acknowledged once it is on the disk; `relaxed` lost a third of acknowledged writes in a power cut).
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { SealedPart } from './made-part.ts';
import { opened } from './opened.ts';
import type { SealedRecord } from './record.ts';
import type { SealedKey } from './session-key.ts';

/** The one draft that is open on this device, so that a reload or a crash comes back to it. Gone after *put away*. */
export interface OpenSession {
	readonly id: 'open';
	/** The draft's key, sealed under a key that lies elsewhere (`session-key.ts`). */
	readonly key: SealedKey;
	readonly records: RecordIds;
}

/** Where a draft's records lie. */
export interface RecordIds {
	readonly state: string;
	readonly device: string;
	readonly invitation: string;
}

/** One waiting envelope. It opens for its readers alone, and lies here without any key. `outbox` owns what it means. */
export interface OutboxRow {
	readonly vid: string;
	readonly invitation: string;
	/** 1, 2, … as in the views. */
	readonly seq: number;
	/** Milliseconds since 1970, by this device. */
	readonly queued: number;
	/** `{submit, envelope}` as it is sent; null once it has arrived. */
	readonly body: string | null;
	/** SHA-256 of the envelope as in submit.jws, base64url. */
	readonly hash: string;
	/** The root that vouches for the server's key. */
	readonly root: string;
	/** The directory known when it was sealed: JWS. */
	readonly directory: string;
	/** `sending` also where a page ended in the middle of it: it is then sent again. */
	readonly state: 'waiting' | 'sending' | 'refused' | 'arrived' | 'opened';
	readonly tries: number;
	/** Not before then, milliseconds since 1970. */
	readonly next: number;
	/** Why the server refused it, or why the last try did not arrive. */
	readonly reason: string | null;
	/** receipt.jws, verified. */
	readonly receipt: string | null;
	/** Who signed that they opened it first, by the directory's name, verified; absent before (and in rows of earlier builds). */
	readonly openedBy?: string;
	/** What of `parcels` there was at first, in bytes; absent where nothing was made (and in rows of earlier builds). */
	readonly parcelBytes?: number;
	/** Of those, what the server is known to have, and the place of the first that it is not known to have. */
	readonly parcelsSent?: number;
	readonly nextParcel?: number;
}

/** One sealed chunk of a blob that waits for its turn; it opens for the readers of its views alone. Gone once the server has it. */
export interface Parcel {
	readonly vid: string;
	/** Its place among the chunks of its views, from 0. */
	readonly place: number;
	/** SHA-256 of `octets`, base64url. */
	readonly hash: string;
	readonly octets: Bytes;
	/** blob.jws: says to the server, signed by the device, that this may be stored. */
	readonly authorisation: string;
}

/** Why something could not be kept: no room, a newer state is already there, or the browser failed otherwise. */
export type KeepReason = 'full' | 'stale' | 'failed';

/** What is kept in one go: all of it or nothing. */
export interface Keeping {
	readonly sealed?: readonly SealedRecord[];
	readonly outbox?: OutboxRow;
}

class Store extends Dexie {
	declare sealed: Table<SealedRecord, [string, number]>;
	declare open_: EntityTable<OpenSession, 'id'>;
	declare outbox: EntityTable<OutboxRow, 'vid'>;
	declare made: Table<SealedPart, [string, number]>;
	declare parcels: Table<Parcel, [string, number]>;

	constructor() {
		super('keep', { chromeTransactionDurability: 'strict', cache: 'disabled' });
		this.version(1).stores({ sealed: '&[id+rev]', open_: '&id', outbox: '&vid' });
		this.version(2).stores({ made: '&[id+part]', parcels: '&[vid+place]' });
	}
}

/** The database; for the files of this module alone. */
export const store = new Store();

/** Keys of every revision of record `id`, or of those before `rev`. */
const revisions = (id: string, rev = Number.MAX_SAFE_INTEGER): IDBKeyRange =>
	IDBKeyRange.bound([id, 0], [id, rev], false, true);

/**
 * Keeps everything in `keeping` at once, or nothing. Each sealed record must be the revision after the one that is there; else
 * the reason is `stale`, and what is newer stays the newest. All of it is asked of the browser in one breath and committed by
 * name: a page that goes in the next moment does not take it along. That is why this is not Dexie's own transaction.
 */
export async function keep(keeping: Keeping): Promise<Result<null, KeepReason>> {
	try {
		await opened(store);
		return await inOneBreath(keeping);
	} catch (error) {
		return refused(keepReason(error));
	}
}

function inOneBreath({ sealed = [], outbox }: Keeping): Promise<Result<null, KeepReason>> {
	const transaction = store
		.backendDB()
		.transaction(['sealed', 'outbox'], 'readwrite', { durability: 'strict' });
	const table = transaction.objectStore('sealed');
	let stale = false;
	const outcome = new Promise<Result<null, KeepReason>>((resolve) => {
		transaction.oncomplete = () => resolve(stale ? refused('stale') : ok(null));
		transaction.onabort = () => resolve(refused(keepReason(transaction.error)));
	});
	for (const record of sealed) {
		const newest = table.openKeyCursor(revisions(record.id), 'prev');
		newest.onsuccess = () => {
			const [, rev = 0] = (newest.result?.key as [string, number] | undefined) ?? [];
			if (rev !== record.rev - 1) stale = true;
		};
		table.add(record);
		table.delete(revisions(record.id, record.rev));
	}
	if (outbox) transaction.objectStore('outbox').put(outbox);
	transaction.commit();
	return outcome;
}

/** The newest revision of record `id`, or null. */
export const sealedRecord = async (id: string): Promise<SealedRecord | null> =>
	(await (await opened(store)).sealed.where(':id').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).last()) ??
	null;

/** Puts the bytes of a record that does not open aside under a new id, where they stay; the old id is free again. */
export async function setAside(id: string, aside: string): Promise<void> {
	await opened(store);
	await store.transaction('rw', store.sealed, async () => {
		const record = await sealedRecord(id);
		if (!record) return;
		await store.sealed.put({ ...record, id: aside });
		await store.sealed.delete([id, record.rev]);
	});
}

/** The draft that is open on this device, or null. */
export const openSession = async (): Promise<OpenSession | null> =>
	(await (await opened(store)).open_.get('open')) ?? null;

/** Remembers which draft is open. */
export const rememberSession = async (session: OpenSession): Promise<Result<null, KeepReason>> => {
	try {
		await (await opened(store)).open_.put(session);
		return ok(null);
	} catch (error) {
		return refused(keepReason(error));
	}
};

/** Forgets which draft is open. */
export const forgetSession = async (): Promise<void> => (await opened(store)).open_.clear();

/** All rows of the outbox. */
export const outboxRows = async (): Promise<OutboxRow[]> => (await opened(store)).outbox.toArray();

/** Changes one row, if it is still there; nothing else of it. */
export async function changeOutboxRow(vid: string, change: Partial<OutboxRow>): Promise<void> {
	await (await opened(store)).outbox.update(vid, change);
}

/** Names what the browser threw. A revision that is there already is a newer one's. */
export function keepReason(error: unknown): KeepReason {
	for (let cause = error; cause instanceof Error; cause = (cause as { inner?: unknown }).inner) {
		if (cause.name === 'ConstraintError') return 'stale';
		if (cause.name === 'QuotaExceededError') return 'full';
	}
	return 'failed';
}
