/** One try to deliver one envelope: post it, judge the answer, say what changes in its row. Needs no draft and no secret. */
import type { OutboxRow } from '../draft/store.ts';
import { verifyDirectory } from '../envelope/directory.ts';
import { verifyReceiptBy } from '../envelope/receipt.ts';
import type { ViewId } from '../base/ids.ts';
import { ask, type Fetch } from './ask.ts';
import { judge, type Verdict } from './judge.ts';
import { pauseAfter } from './pause.ts';

/** What a try needs from outside. */
export interface DeliveryParts {
	readonly fetch: Fetch;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** From 0 to 1. */
	readonly chance: () => number;
}

/** Long enough for the largest envelope over the slowest line that still is one. */
const patience = 120_000;

/** What `deliver` looks at of a row: views and requests go the same way. */
type Sendable = Pick<OutboxRow, 'vid' | 'body' | 'hash' | 'root' | 'directory' | 'tries'>;

/** Posts `row` once to `path` and gives what changes in it. A row without a body has arrived already and does not change. */
export async function deliver(
	row: Sendable,
	parts: DeliveryParts,
	path = '/api/submissions'
): Promise<Partial<OutboxRow>> {
	if (row.body === null) return {};
	let { directory } = row;
	const answered = await ask(parts.fetch, path, row.body, patience);
	const verdict = await judge(answered, async (receipt) => {
		if (await receiptHolds(receipt, row, directory)) return true;
		// The server may have a newer key than the directory that was known when the child sent.
		directory = (await newerDirectory(row, parts.fetch)) ?? directory;
		return directory !== row.directory && receiptHolds(receipt, row, directory);
	});
	return { ...changeFor(verdict, row, parts), directory };
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
