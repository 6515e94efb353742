/**
 * The outbox of this device: sends what waits by itself, as soon and as often as it takes, from one tab at a time; works
 * without any key, so that what was sent before *put away* still goes. Tells whoever watches where everything is.
 */
import type { InvitationId, ViewId } from '../base/ids.ts';
import { changeOutboxRow, outboxRows, type OutboxRow } from '../draft/store.ts';
import { sweepParcels } from '../draft/parcels.ts';
import { Watched, type Watchable } from '../draft/watched.ts';
import { ask } from './ask.ts';
import type { DeliveryParts } from './deliver.ts';
import { entryOf, type OutboxEntry } from './entry.ts';
import { openersBy } from './openers.ts';
import { sealing } from './seal-made.ts';
import { Sender } from './sender.ts';
import { isOpen, viewsQueue, waitsFor } from './views-queue.ts';

/** A whole class comes back into signal at once: up to this many milliseconds apart. */
const spread = 1_500;

/** The outbox in one tab. */
export class Outbox {
	readonly #entries = new Watched<readonly OutboxEntry[]>([]);
	readonly #parts: DeliveryParts;
	readonly #sender: Sender<OutboxRow>;

	/** `fetch` and the rest may be handed in; a page hands in nothing. */
	constructor(parts: Partial<DeliveryParts> = {}) {
		this.#parts = {
			fetch: (input, init) => fetch(input, init),
			now: Date.now,
			chance: Math.random,
			...parts
		};
		this.#sender = new Sender({
			queue: viewsQueue(this.#parts, () => this.#sender.tell()),
			soonest: () => this.#soonest(),
			look: () => this.#look(),
			back: () => this.#signal(),
			lookAgain: 5_000
		});
	}

	/** Everything this device sent and still sends, for every child: nothing of it is shown without `entriesOf`. */
	start(): Promise<void> {
		return this.#sender.start(() =>
			navigator.locks.request(sealing, { ifAvailable: true }, (lock) => lock && sweepParcels())
		);
	}

	/** What was sent for one invitation, oldest first; a Svelte store. One child's screen never sees another's. */
	entriesOf(invitation: InvitationId): Watchable<readonly OutboxEntry[]> {
		const all = this.#entries;
		const own = () => all.now.filter((entry) => entry.invitation === invitation);
		return {
			get now() {
				return own();
			},
			subscribe: (run) => all.subscribe(() => run(own()))
		};
	}

	/** Sends what is due now, unless another tab is at it. Called by itself on start, on `online` and when something waits. */
	send(): Promise<void> {
		return this.#sender.send();
	}

	/** Something new was put in the outbox, or changed, by this tab. */
	changed(): Promise<void> {
		return this.#sender.changed();
	}

	/** Tries once more to send what the server refused, after a person has looked. */
	async again(vid: ViewId): Promise<void> {
		await changeOutboxRow(vid, { state: 'waiting', tries: 0, next: 0, reason: null });
		await this.changed();
	}

	/** Asks the server who has opened what arrived for `invitation`; only a reader's own signature says *opened*. */
	async askOpened(invitation: InvitationId): Promise<void> {
		for (const row of await outboxRows()) {
			if (row.invitation !== invitation || row.state !== 'arrived') continue;
			const answered = await ask(this.#parts.fetch, `/api/submissions/${row.vid}`);
			const opens = answered.is === 'json' ? answered.body['opens'] : null;
			if (!Array.isArray(opens)) continue;
			const [openedBy] = await openersBy(opens, { id: row.vid, hash: row.hash }, row);
			if (openedBy) await changeOutboxRow(row.vid, { state: 'opened', openedBy });
		}
		await this.#sender.tell();
	}

	/** Stops. What waits stays, and is sent by the next outbox that starts. */
	close(): void {
		this.#sender.close();
	}

	async #soonest(): Promise<number | null> {
		const waiting = (await outboxRows()).filter(isOpen);
		if (waiting.length === 0) return null;
		return Math.min(...waiting.map((row) => waitsFor(row, this.#parts.now())));
	}

	/** What waited for signal is due, a moment apart from everybody else's. */
	async #signal(): Promise<void> {
		const next = this.#parts.now() + Math.round(this.#parts.chance() * spread);
		for (const row of await outboxRows())
			if (row.state === 'waiting' && row.reason === 'no-signal') await changeOutboxRow(row.vid, { next });
	}

	async #look(): Promise<void> {
		const rows = await outboxRows();
		rows.sort((a, b) => a.queued - b.queued || a.seq - b.seq);
		this.#entries.set(rows.map(entryOf));
	}
}
