/**
 * Storing submissions: one transaction for all that wait, the log grown in it, receipts signed for what it will hold.
 * The view id is the idempotency key: the same bytes again get the same receipt, other bytes are refused, of several at
 * once one wins. Nothing here answers anybody before the commit is durable (decision 0005).
 */
import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Instant } from '../../base/brand.ts';
import type { Clock } from '../../base/clock.ts';
import type { Database } from '../db/connect.ts';
import type { Tables } from '../db/schema.ts';
import { isOpen } from '../invitation/enrol.ts';
import { appendLeaves, lockLog } from '../log/log.ts';
import { leafHash } from '../log/merkle.ts';
import { Refusal } from '../problem.ts';
import type { ReceiptSigner } from '../signature.ts';
import type { Checked } from './verdict.ts';

/** A receipt, and whether the submission is new or was known. */
export interface Stored {
	readonly receipt: string;
	readonly fresh: boolean;
}

/** What became of one of the submissions that were stored together. */
export type Outcome = Stored | Refusal;

/** What storing needs. */
export interface Store {
	readonly database: Database;
	readonly clock: Clock;
	readonly key: ReceiptSigner;
	/** Views that one invitation may send in a day. */
	readonly perDay: number;
}

const day = 86_400_000;

/** The time in whole minutes: finer than that the server does not note when a child wrote. */
export const minute = (clock: Clock): Instant =>
	new Date(Math.floor(clock.now() / 60_000) * 60_000).toISOString() as Instant;

/**
 * Stores `batch` in one transaction and gives an outcome for each, in order. Throws, with nothing stored, where the
 * database does; throws `unknown` where it may be stored and nobody can say.
 */
export async function storeTogether(store: Store, batch: readonly Checked[]): Promise<readonly Outcome[]> {
	const { database } = store;
	const unknown = database.unknownCommits();
	const outcomes = await database.db.transaction().execute((trx) => storeIn(trx, store, batch));
	if (database.unknownCommits() !== unknown) throw new Refusal('unknown', 5);
	return outcomes;
}

async function storeIn(
	trx: Transaction<Tables>,
	store: Store,
	batch: readonly Checked[]
): Promise<Outcome[]> {
	const head = await lockLog(trx, store.database.dialect);
	const known = await knownIn(trx, batch);
	const standing = await standingOf(trx, store, batch);
	const blobs = await blobsOf(trx, batch);
	const at = minute(store.clock);
	const fresh: Checked[] = [];
	const firstOf = new Map<string, Checked>();

	const decided = batch.map((item): Refusal | Stored | number => {
		const { vid, invitation } = item.submit;
		const before = known.get(vid);
		if (before)
			return isSame(before, item)
				? { receipt: before.receipt, fresh: false }
				: new Refusal('replayed-with-other-bytes');
		const first = firstOf.get(vid);
		if (first)
			return isSame({ ...first.submit, device: first.device, envelopeHash: first.submit.envelope }, item)
				? fresh.indexOf(first)
				: new Refusal('replayed-with-other-bytes');
		const stand = standing.get(`${invitation} ${item.device}`);
		if (!stand || !isOpen(stand, at)) return new Refusal('not-enrolled');
		if (stand.today.count >= store.perDay) return new Refusal('over-quota', 3600);
		if (!item.submit.blobs.every((hash) => blobs.get(hash) === invitation)) return new Refusal('conflict');
		stand.today.count += 1;
		firstOf.set(vid, item);
		return fresh.push(item) - 1;
	});

	const receipts = fresh.length === 0 ? [] : await insertAll(trx, store, head, fresh, at);
	const given = new Set<number>();
	return decided.map((outcome) => {
		if (typeof outcome !== 'number') return outcome;
		const first = !given.has(outcome);
		given.add(outcome);
		return { receipt: receipts[outcome] as string, fresh: first };
	});
}

const isSame = (
	before: { readonly invitation: string; readonly device: string; readonly envelopeHash: string },
	item: Checked
): boolean =>
	before.invitation === item.submit.invitation &&
	before.device === item.device &&
	before.envelopeHash === item.submit.envelope;

/** What is stored already of the view ids in `batch`. */
async function knownIn(trx: Transaction<Tables>, batch: readonly Checked[]) {
	const rows = await trx
		.selectFrom('submission')
		.select(['vid', 'invitation', 'device', 'envelopeHash', 'receipt'])
		.where('vid', 'in', [...new Set(batch.map((item) => item.submit.vid))])
		.execute();
	return new Map(rows.map((row) => [row.vid, row]));
}

/** How the invitations and devices in `batch` stand: whether they may send, and how much they sent today. */
async function standingOf(trx: Transaction<Tables>, store: Store, batch: readonly Checked[]) {
	const invitations = [...new Set(batch.map((item) => item.submit.invitation))];
	const rows = await trx
		.selectFrom('device')
		.innerJoin('invitation', 'invitation.id', 'device.invitation')
		.select(['device.thumbprint', 'invitation.id', 'revokedAt', 'expiresAt'])
		.where('invitation.id', 'in', invitations)
		.execute();
	const since = new Date(store.clock.now() - day).toISOString() as Instant;
	const counts = await trx
		.selectFrom('submission')
		.select((eb) => ['invitation', eb.fn.countAll<number>().as('count')])
		.where('invitation', 'in', invitations)
		.where('at', '>', since)
		.groupBy('invitation')
		.execute();
	// One counter for all devices of an invitation.
	const today = new Map(counts.map(({ invitation, count }) => [invitation, { count: Number(count) }]));
	return new Map(
		rows.map((row) => {
			const counter = today.get(row.id) ?? { count: 0 };
			today.set(row.id, counter);
			return [`${row.id} ${row.thumbprint}`, { ...row, today: counter }];
		})
	);
}

/** Whose invitation the blobs in `batch` were stored under. */
async function blobsOf(trx: Transaction<Tables>, batch: readonly Checked[]): Promise<Map<string, string>> {
	const hashes = [...new Set(batch.flatMap((item) => item.submit.blobs))];
	if (hashes.length === 0) return new Map();
	const rows = await trx
		.selectFrom('blob')
		.select(['hash', 'invitation'])
		.where('hash', 'in', hashes)
		.execute();
	return new Map(rows.map((row) => [row.hash, row.invitation]));
}

/** Appends `fresh` to the log and the table; their receipts, in order, all with the checkpoint that holds them all. */
async function insertAll(
	trx: Transaction<Tables>,
	{ key }: Store,
	head: { readonly size: number; readonly frontier: readonly string[] },
	fresh: readonly Checked[],
	at: Instant
): Promise<readonly string[]> {
	const salts = fresh.map(() => randomBytes(16).toString('base64url'));
	const leaves = fresh.map((item, n) => leafHash(salts[n] as string, item.submit.envelope));
	const checkpoint = await appendLeaves(trx, head, leaves);
	const rows = fresh.map((item, n) => {
		const { vid, invitation, envelope, length: bytes } = item.submit;
		const [salt, index] = [salts[n] as string, head.size + n];
		const receipt = { vid, envelope, bytes, at, index, salt, checkpoint };
		return {
			...{ vid, invitation, bytes, at, salt, device: item.device, submit: item.submitJws },
			...{ envelopeHash: envelope, envelope: item.envelope, logIndex: index },
			receipt: key.sign(receipt)
		};
	});
	await trx.insertInto('submission').values(rows).execute();
	const named = fresh.flatMap((item) => item.submit.blobs.map((hash) => ({ vid: item.submit.vid, hash })));
	if (named.length > 0) await trx.insertInto('submissionBlob').values(named).execute();
	return rows.map((row) => row.receipt);
}
