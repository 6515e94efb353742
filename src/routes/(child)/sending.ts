/** What the outbox knows of the views that were sent last, as the player says it. */
import type { OutboxEntry } from '$lib/outbox/entry';
import type { Sending } from '$lib/player/facts';

const stands = {
	'kept-here': 'kept',
	'on-its-way': 'onTheWay',
	arrived: 'arrived',
	opened: 'opened',
	refused: 'stuck'
} as const;

/** Where they are; null where nothing was sent. */
export const sendingOf = (last: OutboxEntry | undefined): Sending => (last ? stands[last.is] : null);

/** How much of what was made has been sent, from 0 to 1; null where nothing of it is on its way. */
export function sentOf(last: OutboxEntry | undefined): number | null {
	if (!last?.sent || last.is === 'arrived' || last.is === 'opened') return null;
	return last.sent.bytes / last.sent.of;
}
