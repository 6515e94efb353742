/**
 * What a child asked at any moment (an advocate; help because they are not safe), sealed and waiting or sent: a database of its
 * own beside the drafts', so that nothing else is ever in its way. Every write is on the disk before it is acknowledged.
 */
import Dexie, { type EntityTable } from 'dexie';
import { ok, refused, type Result } from '../base/result.ts';
import { opened } from './opened.ts';
import { keepReason, type KeepReason } from './store.ts';

/** One request on this device. It opens for its readers alone, and lies here without any key. */
export interface AskedRow {
	readonly rid: string;
	readonly invitation: string;
	readonly what: string;
	/** The request that it adds to, or null. */
	readonly about: string | null;
	/** Milliseconds since 1970, by this device. */
	readonly queued: number;
	/** As it is sent; null once it has arrived. */
	readonly body: string | null;
	/** SHA-256 of the envelope, base64url. */
	readonly hash: string;
	/** The root that vouches for the server's key, and the directory known when it was sealed. */
	readonly root: string;
	readonly directory: string;
	/** Whether somebody was on duty to read it, as far as was known. */
	readonly onDuty: boolean;
	/** `sending` also where a page ended in the middle of it: it is then sent again. */
	readonly state: 'waiting' | 'sending' | 'refused' | 'arrived';
	readonly tries: number;
	/** Not before then, milliseconds since 1970. */
	readonly next: number;
	readonly reason: string | null;
	/** receipt.jws, verified. */
	readonly receipt: string | null;
	/** What the server told last: signed words of those who read it, and sealed answers. Unverified. */
	readonly told: { readonly readings: readonly unknown[]; readonly notes: readonly unknown[] };
}

class AskedStore extends Dexie {
	declare asked: EntityTable<AskedRow, 'rid'>;

	constructor() {
		super('keep first', { chromeTransactionDurability: 'strict', cache: 'disabled' });
		this.version(1).stores({ asked: '&rid' });
	}
}

const store = new AskedStore();

/** Keeps `row`, new or changed. */
export async function keepAsked(row: AskedRow): Promise<Result<null, KeepReason>> {
	try {
		await (await opened(store)).asked.put(row);
		return ok(null);
	} catch (error) {
		return refused(keepReason(error));
	}
}

/** Everything that was asked on this device, oldest first. */
export const askedRows = async (): Promise<AskedRow[]> =>
	(await (await opened(store)).asked.toArray()).sort((a, b) => a.queued - b.queued);

/** Changes one row, if it is still there; nothing else of it. */
export async function changeAsked(rid: string, change: Partial<AskedRow>): Promise<void> {
	await (await opened(store)).asked.update(rid, change);
}
