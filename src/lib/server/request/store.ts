/**
 * Storing a request: its row, its place in the log, its receipt and when somebody is called about it, in one transaction.
 * The request's id is the idempotency key, as a view's is (decision 0005).
 */
import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { Database } from '../db/connect.ts';
import type { Tables } from '../db/schema.ts';
import { isOpen } from '../invitation/enrol.ts';
import { appendLeaves, lockLog } from '../log/log.ts';
import { leafHash } from '../log/merkle.ts';
import { Refusal } from '../problem.ts';
import type { ReceiptSigner } from '../signature.ts';
import { minute, type Stored } from '../submission/store.ts';
import type { CheckedRequest } from './check.ts';

/** What storing needs. */
export interface RequestStore {
	readonly database: Database;
	readonly clock: Clock;
	readonly key: ReceiptSigner;
	/** Requests that one invitation may send in a day. */
	readonly perDay: number;
}

const day = 86_400_000;

/**
 * Stores `item` and gives its receipt. Refuses `replayed-with-other-bytes`, `not-enrolled`, `conflict` where what it is about
 * is not this child's, `over-quota`, `unknown`.
 */
export async function storeRequest(store: RequestStore, item: CheckedRequest): Promise<Stored> {
	const { database } = store;
	const unknown = database.unknownCommits();
	const stored = await database.db.transaction().execute((trx) => storeIn(trx, store, item));
	if (database.unknownCommits() !== unknown) throw new Refusal('unknown', 5);
	return stored;
}

async function storeIn(trx: Transaction<Tables>, store: RequestStore, item: CheckedRequest): Promise<Stored> {
	const { ask, device, envelope } = item;
	const head = await lockLog(trx, store.database.dialect);
	const before = await trx
		.selectFrom('request')
		.select(['invitation', 'device', 'envelopeHash', 'receipt'])
		.where('rid', '=', ask.rid)
		.executeTakeFirst();
	if (before) {
		const same =
			before.invitation === ask.invitation &&
			before.device === device &&
			before.envelopeHash === ask.envelope;
		if (!same) throw new Refusal('replayed-with-other-bytes');
		return { receipt: before.receipt, fresh: false };
	}
	await demandStanding(trx, store, item);
	await demandOwn(trx, item);
	const salt = randomBytes(16).toString('base64url');
	const checkpoint = await appendLeaves(trx, head, [leafHash(salt, ask.envelope)]);
	const at = minute(store.clock);
	const { rid, what, about, invitation, length: bytes } = ask;
	const index = head.size;
	const receipt = store.key.sign({
		...{ vid: rid as string as Parameters<ReceiptSigner['sign']>[0]['vid'], envelope: ask.envelope },
		...{ bytes, at, index, salt, checkpoint }
	});
	const { kty, crv, x, y } = item.jwk;
	await trx
		.insertInto('request')
		.values({
			...{ rid, what, about, invitation, device, bytes, at, salt, receipt, envelope },
			...{ jwk: JSON.stringify({ crv, kty, x, y }), envelopeHash: ask.envelope, ask: item.askJws },
			...{ logIndex: index, state: 'new', taker: null, takenAt: null, metAt: null, endedAt: null },
			// Somebody is called at once; when next, is decided then.
			...{ calls: 0, callAt: instant(store.clock) }
		})
		.execute();
	return { receipt, fresh: true };
}

/**
 * Refuses a device whose invitation does not stand, and too many in a day. "I am not safe" is taken from every device that was
 * ever let in: a letter that ended must not silence it.
 */
async function demandStanding(
	trx: Transaction<Tables>,
	{ clock, perDay }: RequestStore,
	{ ask, device }: CheckedRequest
): Promise<void> {
	if (ask.invitation === null) return;
	const stands = await trx
		.selectFrom('device')
		.innerJoin('invitation', 'invitation.id', 'device.invitation')
		.select(['revokedAt', 'expiresAt'])
		.where('invitation.id', '=', ask.invitation)
		.where('thumbprint', '=', device)
		.executeTakeFirst();
	if (!stands || (ask.what !== 'not-safe' && !isOpen(stands, instant(clock))))
		throw new Refusal('not-enrolled');
	const { count } = await trx
		.selectFrom('request')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('invitation', '=', ask.invitation)
		.where('at', '>', new Date(clock.now() - day).toISOString() as Instant)
		.executeTakeFirstOrThrow();
	if (Number(count) >= perDay) throw new Refusal('over-quota', 3600);
}

/** Refuses `conflict` unless what `item` adds to is there and came from the same child. */
async function demandOwn(trx: Transaction<Tables>, { ask, device }: CheckedRequest): Promise<void> {
	if (ask.about === null) return;
	const row = await trx
		.selectFrom('request')
		.select(['invitation', 'device'])
		.where('rid', '=', ask.about)
		.executeTakeFirst();
	const own = row && (ask.invitation ? row.invitation === ask.invitation : row.device === device);
	if (own) return;
	// What was asked for on the child's behalf is the child's as well.
	const arranged = await trx
		.selectFrom('tick')
		.select('request')
		.where('request', '=', ask.about)
		.where('invitation', '=', ask.invitation ?? '')
		.executeTakeFirst();
	if (!arranged) throw new Refusal('conflict');
}
