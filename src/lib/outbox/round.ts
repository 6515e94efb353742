/**
 * A round: whoever has a turn sends all that is due, one after another, and nobody else on this device does meanwhile. Knows no
 * page, so that the service worker takes a turn as a tab does.
 */

/** One of the two kinds of things that are sent: views, and what goes ahead of them. */
export interface Queue<Row> {
	/** The Web Lock that whoever sends it holds. */
	readonly lock: string;
	/** The row whose turn it is, or null. */
	readonly due: () => Promise<Row | null>;
	/** Tries once to send `row`, and keeps what came of it. */
	readonly send: (row: Row) => Promise<void>;
}

/** Sends what is due in `queue`. False where somebody else is at it, or the browser could not write: nothing is lost by that. */
export async function sendRound<Row>({ lock, due, send }: Queue<Row>): Promise<boolean> {
	try {
		return await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
			if (!held) return false;
			for (let row = await due(); row; row = await due()) await send(row);
			return true;
		});
	} catch {
		return false;
	}
}
