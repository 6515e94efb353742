/**
 * One try to deliver one envelope: its parcels first, then itself; judges the answer and says what changes in its row. Needs no
 * draft and no secret.
 */
import type { OutboxRow } from '../draft/store.ts';
import { verifyDirectory } from '../envelope/directory.ts';
import { verifyReceiptBy } from '../envelope/receipt.ts';
import type { ViewId } from '../base/ids.ts';
import { ask, type Fetch } from './ask.ts';
import { judge, type Verdict } from './judge.ts';
import { pauseAfter } from './pause.ts';
import { upload } from './upload.ts';

/** What a try needs from outside. */
export interface DeliveryParts {
	readonly fetch: Fetch;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** From 0 to 1. */
	readonly chance: () => number;
}

/** Hears what has changed in the row while the try goes on. */
export type Progress = (change: Partial<OutboxRow>) => Promise<void>;

/** Long enough for the largest envelope over the slowest line that still is one. */
const patience = 120_000;

/** How often parcels are sent from the first again before somebody has to look. */
const mostStarts = 3;

/** What is looked at of a row: views and requests go the same way. */
type Sendable = Pick<OutboxRow, 'vid' | 'body' | 'hash' | 'root' | 'directory' | 'tries'>;

/** Posts `row` once, its parcels first, and gives what changes in it. A row without a body has arrived already and does not change. */
export async function deliver(
	row: OutboxRow,
	parts: DeliveryParts,
	progress: Progress = () => Promise.resolve()
): Promise<Partial<OutboxRow>> {
	if (row.body === null) return {};
	const uploaded = await upload(row, parts.fetch, progress);
	// Getting further counts for more than not getting through: the next try comes soon.
	const begun = uploaded.further ? { ...row, tries: 0 } : row;
	if (uploaded.verdict) return changeFor(uploaded.verdict, begun, parts);
	const { verdict, directory } = await posted(row, row.body, parts, '/api/submissions');
	// A chunk that the server no longer has, or never had: from the first again.
	if (verdict.is === 'refused' && verdict.reason === 'conflict' && row.parcelBytes && row.tries < mostStarts)
		return {
			...changeFor({ is: 'later', reason: 'conflict', after: null }, row, parts),
			parcelsSent: 0,
			nextParcel: 0
		};
	return { ...changeFor(verdict, begun, parts), directory };
}

/** Posts the row of a request once to `path` and gives what changes in it. */
export async function deliverRequest(
	row: Sendable,
	parts: DeliveryParts,
	path: string
): Promise<Partial<OutboxRow>> {
	if (row.body === null) return {};
	const { verdict, directory } = await posted(row, row.body, parts, path);
	return { ...changeFor(verdict, row, parts), directory };
}

/** What came of posting `body` to `path`, and the directory by which its receipt holds. */
async function posted(
	row: Sendable,
	body: string,
	parts: DeliveryParts,
	path: string
): Promise<{ verdict: Verdict; directory: string }> {
	let { directory } = row;
	const answered = await ask(parts.fetch, path, body, patience);
	const verdict = await judge(answered, async (receipt) => {
		if (await receiptHolds(receipt, row, directory)) return true;
		// The server may have a newer key than the directory that was known when the child sent.
		directory = (await newerDirectory(row, parts.fetch)) ?? directory;
		return directory !== row.directory && receiptHolds(receipt, row, directory);
	});
	return { verdict, directory };
}

function changeFor(verdict: Verdict, row: Sendable, parts: DeliveryParts): Partial<OutboxRow> {
	const tries = row.tries + 1;
	if (verdict.is === 'arrived')
		return { state: 'arrived', receipt: verdict.receipt, body: null, reason: null, tries };
	if (verdict.is === 'refused') return { state: 'refused', reason: verdict.reason, tries };
	const next = parts.now() + pauseAfter(tries, verdict.after, parts.chance());
	return { state: 'waiting', reason: verdict.reason, tries, next };
}

/** Whether `receipt` was signed by a server of the organisation, for this very envelope. */
async function receiptHolds(receipt: string, row: Sendable, directory: string): Promise<boolean> {
	const verified = await verifyDirectory(directory, row.root);
	if (!verified.ok) return false;
	const held = await verifyReceiptBy(receipt, verified.value, { vid: row.vid as ViewId, envelope: row.hash });
	return held.ok;
}

/** The directory as it is now, where it is vouched for by the letter's root and not older than the one in `row`. */
async function newerDirectory(row: Sendable, fetch: Fetch): Promise<string | null> {
	const answered = await ask(fetch, '/api/directory');
	const directory = answered.is === 'json' ? answered.body['directory'] : null;
	const known = await verifyDirectory(row.directory, row.root);
	if (typeof directory !== 'string' || !known.ok) return null;
	return (await verifyDirectory(directory, row.root, known.value.directory.seq)).ok ? directory : null;
}
