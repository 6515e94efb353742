/**
 * Blobs: ciphertext (voice, pictures) under the SHA-256 of its bytes. A row says that the octets are there, so it is written
 * last, once they lie safely at their place. A PUT that breaks off leaves nothing that counts; a PUT done twice is harmless.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
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
import type { Begun } from './begun.ts';
import type { BlobPlace } from './place.ts';

/** What storing blobs needs. */
export interface BlobStore {
	readonly database: Database;
	readonly clock: Clock;
	readonly devices: DeviceKeys;
	/** Where their octets lie. */
	readonly place: BlobPlace;
	/** What of them came before a line broke. */
	readonly begun: Begun;
	/** Bytes that one invitation may store in a day. */
	readonly perDay: number;
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

/** Whether the blob `hash` is stored, for whom `authorisation` (blob.jws) says, and else how many bytes of it are held. Refuses as `authorise` does. */
export async function knowsBlob(
	store: BlobStore,
	hash: string,
	authorisation: string
): Promise<{ readonly stored: boolean; readonly begun: number }> {
	const { invitation } = await authorise(store, hash, authorisation);
	const stored = (await ownerOf(store.database, hash)) === invitation;
	return { stored, begun: stored ? 0 : store.begun.of(invitation, hash).length };
}

/** What is sent of a blob. */
export interface SentBlob {
	/** The place of its first byte in the blob: 0, or as many as are held of it. */
	readonly from: number;
	/** Its bytes; `broken` hears what came where the line breaks. */
	read(broken: (came: Uint8Array) => void): Promise<Uint8Array>;
}

/**
 * Stores the blob `hash`, for whom `authorisation` (blob.jws) says; its bytes are read once that holds. True when it is new.
 * Refuses as `authorise` does, `malformed` where the bytes are not those of the hash and length signed for, and `conflict` where
 * they do not go with what is held.
 */
export async function storeBlob(
	store: BlobStore,
	hash: string,
	authorisation: string,
	{ from, read }: SentBlob
): Promise<boolean> {
	const { invitation, length } = await authorise(store, hash, authorisation);
	if ((await ownerOf(store.database, hash)) !== undefined) return false;
	await demandRoom(store, invitation, length);
	const begun = from === 0 ? new Uint8Array() : store.begun.of(invitation, hash);
	if (begun.length !== from) throw new Refusal('conflict');
	const rest = await read((came) => {
		if (from + came.length < length) store.begun.hold(invitation, hash, Buffer.concat([begun, came]));
	});
	store.begun.drop(hash);
	const bytes = Buffer.concat([begun, rest]);
	const found = createHash('sha256').update(bytes).digest('base64url');
	// Together with what was held it is not what was signed for: what was held may be at fault, and is gone.
	if (bytes.length !== length || found !== hash) throw new Refusal(from === 0 ? 'malformed' : 'conflict');
	await store.place.put(hash, bytes);
	const { numInsertedOrUpdatedRows } = await store.database.db
		.insertInto('blob')
		.values({ hash, invitation, bytes: length, storedAt: minute(store.clock) })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** The stored blob `hash`: its length, and its octets to be read once. Refuses `missing`. */
export async function readBlob(
	store: BlobStore,
	hash: string
): Promise<{ readonly bytes: number; readonly octets: Readable }> {
	if ((await ownerOf(store.database, hash)) === undefined) throw new Refusal('missing');
	return store.place.get(hash);
}
