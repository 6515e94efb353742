/** What may be read of submissions: the child's side its receipt, chair and deputy the sealed bytes with their proof. */
import type { Instant } from '../../base/brand.ts';
import type { InvitationId, MeetingId, ViewId } from '../../base/ids.ts';
import { readReceipt } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import { proveLeaf } from '../log/log.ts';
import { leafHash } from '../log/merkle.ts';
import { isReader } from '../meeting/meeting.ts';
import { Refusal } from '../problem.ts';
import type { Me } from '../staff/staff.ts';

/**
 * What a device may know of the views `vid`: whoever knows the id sent them. `opens` are what readers signed on opening it, first
 * first: the device believes those, not the server. Refuses `missing`.
 */
export async function readState({ db }: Database, vid: ViewId) {
	const row = await db.selectFrom('submission').select('receipt').where('vid', '=', vid).executeTakeFirst();
	if (!row) throw new Refusal('missing');
	const openings = await db
		.selectFrom('opening')
		.select('open')
		.where('vid', '=', vid)
		.orderBy('at')
		.execute();
	return { receipt: row.receipt, opens: openings.map(({ open }) => open) };
}

/** One line of the chair's list. */
export interface ViewRow {
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	readonly label: string;
	readonly at: Instant;
	readonly bytes: number;
	readonly index: number;
	/** Whether any reader has opened it. */
	readonly opened: boolean;
	/** How many times it was answered. */
	readonly replies: number;
}

/** The views that arrived for `meeting`, oldest first. Whoever asks has been let in by `demandReader`. */
export async function listViews({ db }: Database, meeting: MeetingId): Promise<readonly ViewRow[]> {
	const rows = await db
		.selectFrom('submission')
		.innerJoin('invitation', 'invitation.id', 'submission.invitation')
		.select(['vid', 'submission.invitation', 'label', 'at', 'bytes', 'logIndex'])
		.select((eb) =>
			eb
				.selectFrom('opening')
				.select(eb.fn.countAll<number>().as('n'))
				.whereRef('opening.vid', '=', 'submission.vid')
				.as('openings')
		)
		.select((eb) =>
			eb
				.selectFrom('reply')
				.select(eb.fn.countAll<number>().as('n'))
				.whereRef('reply.vid', '=', 'submission.vid')
				.as('replies')
		)
		.where('meeting', '=', meeting)
		.orderBy('logIndex')
		.execute();
	return rows.map(({ logIndex, openings, replies, ...row }) => ({
		...row,
		replies: Number(replies),
		index: logIndex,
		opened: Number(openings) > 0
	}));
}

/** The submission `vid` and its meeting. Refuses `missing` unless `me` is chair or deputy of it. */
export async function ownView({ db }: Database, me: Me, vid: ViewId) {
	const row = await db
		.selectFrom('submission')
		.innerJoin('invitation', 'invitation.id', 'submission.invitation')
		.innerJoin('meeting', 'meeting.id', 'invitation.meeting')
		.innerJoin('device', (join) =>
			join
				.onRef('device.invitation', '=', 'submission.invitation')
				.onRef('device.thumbprint', '=', 'submission.device')
		)
		.select(['submission.vid', 'submit', 'envelope', 'envelopeHash', 'receipt', 'salt', 'logIndex'])
		.select(['jwk', 'chair', 'deputy', 'submission.invitation'])
		.where('submission.vid', '=', vid)
		.executeTakeFirst();
	if (!row || !isReader(me, row)) throw new Refusal('missing');
	return row;
}

/** Everything with which a reader opens and verifies the views `vid`. Refuses `missing`. */
export async function readView(database: Database, me: Me, vid: ViewId) {
	const row = await ownView(database, me, vid);
	const receipt = readReceipt(row.receipt);
	if (!receipt.ok) throw new Error('A stored receipt does not read');
	const leaf = leafHash(row.salt, row.envelopeHash);
	const proof = await proveLeaf(database, leaf, row.logIndex, receipt.value.content.checkpoint.size);
	const blobs = await database.db
		.selectFrom('submissionBlob')
		.select('hash')
		.where('vid', '=', vid)
		.orderBy('hash')
		.execute();
	return {
		submit: row.submit,
		envelope: JSON.parse(row.envelope) as unknown,
		receipt: row.receipt,
		device: JSON.parse(row.jwk) as unknown,
		proof,
		blobs: blobs.map(({ hash }) => hash)
	};
}

/** Refuses `missing` unless the blob `hash` belongs to views that `me` may read. */
export async function demandBlob({ db }: Database, me: Me, hash: string): Promise<void> {
	const rows = await db
		.selectFrom('submissionBlob')
		.innerJoin('submission', 'submission.vid', 'submissionBlob.vid')
		.innerJoin('invitation', 'invitation.id', 'submission.invitation')
		.innerJoin('meeting', 'meeting.id', 'invitation.meeting')
		.select(['chair', 'deputy'])
		.where('hash', '=', hash)
		.execute();
	if (!rows.some((row) => isReader(me, row))) throw new Refusal('missing');
}
