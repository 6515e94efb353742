/** Views, as they are sent: oldest first, each with its parcels; its row says at every moment how far it is. */
import { dropParcels } from '../draft/parcels.ts';
import { changeOutboxRow, outboxRows, type OutboxRow } from '../draft/store.ts';
import { deliver, type DeliveryParts } from './deliver.ts';
import { dueIn } from './pause.ts';
import type { Queue } from './round.ts';

/** Longer than any pause that `pause.ts` asks for or a server may (`Retry-After` of a day). */
const farthest = 25 * 3_600_000;

/** Milliseconds until `row` is due. */
export const waitsFor = ({ next }: OutboxRow, now: number): number => dueIn(next, now, farthest);

/** Whether `row` has yet to be sent. One left `sending` by a page that ended is sent again: the server knows it by its id. */
export const isOpen = ({ state }: OutboxRow): boolean => state === 'waiting' || state === 'sending';

/** The queue of views. `told` is called at each change of a row. */
export const viewsQueue = (parts: DeliveryParts, told: () => Promise<void>): Queue<OutboxRow> => ({
	lock: 'keep send',
	due: async () => {
		if (!navigator.onLine) return null;
		const now = parts.now();
		const due = (await outboxRows()).filter((row) => isOpen(row) && waitsFor(row, now) <= 0);
		due.sort((a, b) => a.queued - b.queued || a.seq - b.seq);
		return due[0] ?? null;
	},
	send: async (row) => {
		await changeOutboxRow(row.vid, { state: 'sending' });
		await told();
		const change = await deliver(row, parts, async (further) => {
			await changeOutboxRow(row.vid, further);
			await told();
		});
		await changeOutboxRow(row.vid, change);
		if (change.state === 'arrived' && row.parcelBytes) await dropParcels(row.vid);
		await told();
	}
});
