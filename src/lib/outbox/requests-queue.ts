/** Requests, as they are sent: oldest first, for what adds to a request must follow it; never a pause of more than seconds. */
import { askedRows, changeAsked, type AskedRow } from '../draft/asked.ts';
import { deliverRequest, type DeliveryParts } from './deliver.ts';
import { dueIn, pauseAfter } from './pause.ts';
import type { Queue } from './round.ts';

/** The longest pause between two tries, in milliseconds. */
const longest = 15_000;

/** Milliseconds until `row` is due. No pause is longer here, so that a clock set back never holds a request up. */
export const waitsFor = ({ next }: AskedRow, now: number): number => dueIn(next, now, longest);

/** Whether `row` has yet to be sent. */
export const isOpen = ({ state }: AskedRow): boolean => state === 'waiting' || state === 'sending';

/** The queue of requests. `told` is called at each change of a row. */
export const requestsQueue = (parts: DeliveryParts, told: () => Promise<void>): Queue<AskedRow> => ({
	lock: 'keep send first',
	due: async () => {
		if (!navigator.onLine) return null;
		const now = parts.now();
		return (await askedRows()).find((row) => isOpen(row) && waitsFor(row, now) <= 0) ?? null;
	},
	send: async (row) => {
		await changeAsked(row.rid, { state: 'sending' });
		await told();
		const change = await deliverRequest({ ...row, vid: row.rid }, parts, '/api/requests');
		const { state, reason, receipt, body, tries, directory } = { ...row, ...change };
		const next = parts.now() + Math.min(longest, pauseAfter(tries, null, parts.chance()));
		const kept = state === 'opened' ? row.state : state;
		await changeAsked(row.rid, { state: kept, reason, receipt, body, tries, directory, next });
		await told();
	}
});
