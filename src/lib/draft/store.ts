/**
 * What lies on this device, and the only code that touches it: one database with a name that tells nothing, every write
 * `strict` (acknowledged once it is on the disk; `relaxed` lost a third of acknowledged writes in a power cut).
 */
import Dexie, { type EntityTable } from 'dexie';
import { ok, refused, type Result } from '../base/result.ts';
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
}

/** Why something could not be kept: no room, a newer state is already there, or the browser failed otherwise. */
export type KeepReason = 'full' | 'stale' | 'failed';

/** What is kept in one go: all of it or nothing. */
export interface Keeping {
	readonly sealed?: readonly SealedRecord[];
	readonly outbox?: OutboxRow;
}

class Store extends Dexie {
	declare sealed: EntityTable<SealedRecord, 'id'>;
	declare open_: EntityTable<OpenSession, 'id'>;
	declare outbox: EntityTable<OutboxRow, 'vid'>;

	constructor() {
		super('keep', { chromeTransactionDurability: 'strict', cache: 'disabled' });
		this.version(1).stores({ sealed: '&id', open_: '&id', outbox: '&vid' });
	}
}

const store = new Store();

class Stale extends Error {}

/**
 * Keeps everything in `keeping` at once. Each sealed record must be the next revision after the one that is there; else
 * nothing is written and the reason is `stale`. What was there stays whenever it is refused.
 */
export async function keep(keeping: Keeping): Promise<Result<null, KeepReason>> {
	try {
		await store.transaction('rw', store.sealed, store.outbox, async () => {
			for (const record of keeping.sealed ?? []) {
				const there = await store.sealed.get(record.id);
				if ((there?.rev ?? 0) !== record.rev - 1) throw new Stale();
				await store.sealed.put(record);
			}
			if (keeping.outbox) await store.outbox.put(keeping.outbox);
		});
		return ok(null);
	} catch (error) {
		return refused(keepReason(error));
	}
}

/**
 * Hands `record` to the disk in one breath, for a page that is being left: nothing is read first and nothing waited for, and
 * the transaction is committed by name, so that the browser finishes it without the page. Only for whoever holds the draft's
 * lock. What fails here fails in silence: nobody is there any more to be told.
 */
export function keepAtOnce(record: SealedRecord): void {
	try {
		const transaction = store.backendDB().transaction('sealed', 'readwrite', { durability: 'strict' });
		transaction.objectStore('sealed').put(record);
		transaction.commit();
	} catch {
		// The database is closed or full.
	}
}

/** The record `id`, or null. */
export const sealedRecord = async (id: string): Promise<SealedRecord | null> =>
	(await store.sealed.get(id)) ?? null;

/** Puts the bytes of a record that does not open aside under a new id, where they stay; the old id is free again. */
export async function setAside(id: string, aside: string): Promise<void> {
	await store.transaction('rw', store.sealed, async () => {
		const record = await store.sealed.get(id);
		if (!record) return;
		await store.sealed.put({ ...record, id: aside });
		await store.sealed.delete(id);
	});
}

/** The draft that is open on this device, or null. */
export const openSession = async (): Promise<OpenSession | null> => (await store.open_.get('open')) ?? null;

/** Remembers which draft is open. */
export const rememberSession = async (session: OpenSession): Promise<Result<null, KeepReason>> => {
	try {
		await store.open_.put(session);
		return ok(null);
	} catch (error) {
		return refused(keepReason(error));
	}
};

/** Forgets which draft is open. */
export const forgetSession = (): Promise<void> => store.open_.clear();

/** All rows of the outbox. */
export const outboxRows = (): Promise<OutboxRow[]> => store.outbox.toArray();

/** Changes one row, if it is still there; nothing else of it. */
export async function changeOutboxRow(vid: string, change: Partial<OutboxRow>): Promise<void> {
	await store.outbox.update(vid, change);
}

/** Names what the browser threw. */
export function keepReason(error: unknown): KeepReason {
	for (let cause = error; cause instanceof Error; cause = (cause as { inner?: unknown }).inner) {
		if (cause instanceof Stale) return 'stale';
		if (cause.name === 'QuotaExceededError') return 'full';
	}
	return 'failed';
}
