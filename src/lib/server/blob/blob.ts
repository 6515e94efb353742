/**
 * Blobs: files of ciphertext (voice, pictures) under the SHA-256 of their bytes. A row says that a file is there, so it
 * is written last: file written and synced, renamed, folder synced, then the row. A PUT that breaks off leaves nothing
 * that counts; a PUT done twice is harmless; a full disk costs that PUT and nothing else.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReadStream } from 'node:fs';
import { instant, type Clock } from '../../base/clock.ts';
import type { Instant } from '../../base/brand.ts';
import type { InvitationId } from '../../base/ids.ts';
import { readBlobAuthorisation } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import { isOpen } from '../invitation/enrol.ts';
import { Refusal } from '../problem.ts';
import { blobLimit } from '../settings.ts';
import { isSigned } from '../signature.ts';
import type { DeviceKeys } from '../submission/check.ts';
import { minute } from '../submission/store.ts';

/** What storing blobs needs. */
export interface BlobStore {
	readonly database: Database;
	readonly clock: Clock;
	readonly devices: DeviceKeys;
	/** The folder of the blobs. */
	readonly folder: string;
	/** Bytes that one invitation may store in a day. */
	readonly perDay: number;
}

/** Hexadecimal, for file systems that do not tell `A` from `a`; 256 folders so that none grows too long. */
function pathOf(folder: string, hash: string): string {
	const hex = Buffer.from(hash, 'base64url').toString('hex');
	return join(folder, hex.slice(0, 2), hex);
}

/** Takes away what a stopped server left half-written. Done once, before anything is served. */
export async function sweepBlobs(folder: string): Promise<void> {
	await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
	for (const name of await readdir(join(folder, 'incoming'))) await rm(join(folder, 'incoming', name));
}

/** Who may store the blob `hash`, and how long it is. Refuses `malformed`, `too-large`, `not-enrolled`, `over-quota`. */
async function authorise(store: BlobStore, hash: string, authorisation: string) {
	const read = readBlobAuthorisation(authorisation);
	if (!read.ok || read.value.content.hash !== hash) throw new Refusal('malformed');
	const { invitation, length } = read.value.content;
	if (length > blobLimit) throw new Refusal('too-large');
	const key = await store.devices.find(invitation, read.value.jws.kid);
	if (!key || !isSigned(read.value.jws, key)) throw new Refusal('not-enrolled');
	const stands = await store.database.db
		.selectFrom('device')
		.innerJoin('invitation', 'invitation.id', 'device.invitation')
		.select(['revokedAt', 'expiresAt'])
		.where('invitation.id', '=', invitation)
		.where('thumbprint', '=', read.value.jws.kid)
		.executeTakeFirst();
	if (!stands || !isOpen(stands, instant(store.clock))) throw new Refusal('not-enrolled');
	return { invitation, length };
}

/** Refuses `over-quota` where `length` bytes more would be too many for today. */
async function demandRoom(store: BlobStore, invitation: InvitationId, length: number): Promise<void> {
	const since = new Date(store.clock.now() - 86_400_000).toISOString() as Instant;
	const { sum } = await store.database.db
		.selectFrom('blob')
		.select((eb) => eb.fn.sum<number | null>('bytes').as('sum'))
		.where('invitation', '=', invitation)
		.where('storedAt', '>', since)
		.executeTakeFirstOrThrow();
	if (Number(sum ?? 0) + length > store.perDay) throw new Refusal('over-quota', 3600);
}

/** The invitation under which the blob `hash` is stored; undefined where it is not. */
const ownerOf = async ({ db }: Database, hash: string): Promise<string | undefined> =>
	(await db.selectFrom('blob').select('invitation').where('hash', '=', hash).executeTakeFirst())?.invitation;

/** Whether the blob `hash` is stored, for whom `authorisation` (blob.jws) says. Refuses as `authorise` does. */
export async function knowsBlob(store: BlobStore, hash: string, authorisation: string): Promise<boolean> {
	const { invitation } = await authorise(store, hash, authorisation);
	return (await ownerOf(store.database, hash)) === invitation;
}

/**
 * Stores the blob `hash`, for whom `authorisation` (blob.jws) says; its bytes are read once that holds. True when it
 * is new. Refuses as `authorise` does, and `malformed` where the bytes are not those of the hash and length signed for.
 */
export async function storeBlob(
	store: BlobStore,
	hash: string,
	authorisation: string,
	read: () => Promise<Uint8Array>
): Promise<boolean> {
	const { invitation, length } = await authorise(store, hash, authorisation);
	if ((await ownerOf(store.database, hash)) !== undefined) return false;
	await demandRoom(store, invitation, length);
	const bytes = await read();
	const found = createHash('sha256').update(bytes).digest('base64url');
	if (bytes.length !== length || found !== hash) throw new Refusal('malformed');
	await writeDurably(store.folder, pathOf(store.folder, hash), bytes);
	const { numInsertedOrUpdatedRows } = await store.database.db
		.insertInto('blob')
		.values({ hash, invitation, bytes: length, storedAt: minute(store.clock) })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** Writes `bytes` beside, syncs them, puts them at `path`, syncs the folders. Leaves nothing half-written when it throws. */
async function writeDurably(folder: string, path: string, bytes: Uint8Array): Promise<void> {
	const incoming = join(folder, 'incoming', randomUUID());
	try {
		const file = await open(incoming, 'wx', 0o600);
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await mkdir(dirname(path), { recursive: true, mode: 0o700 });
		await rename(incoming, path);
		await syncFolder(dirname(path));
		await syncFolder(folder);
	} catch (thrown) {
		await rm(incoming, { force: true });
		throw thrown;
	}
}

/** Syncs a folder: only then is a new name in it sure to outlive a power cut. Windows cannot, and need not. */
async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** The stored blob `hash`: its length and its bytes. Refuses `missing`. */
export async function readBlob(
	store: BlobStore,
	hash: string
): Promise<{ bytes: number; stream: () => ReadStream }> {
	if ((await ownerOf(store.database, hash)) === undefined) throw new Refusal('missing');
	const path = pathOf(store.folder, hash);
	return { bytes: (await stat(path)).size, stream: () => createReadStream(path) };
}
