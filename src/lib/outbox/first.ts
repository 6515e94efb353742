/**
 * What goes ahead of everything: the outbox of requests. It has its own lock, its own rows and no spread, so that neither
 * a long recording on its way nor another tab's views ever keep it waiting. Needs no key of the child's.
 */
import type { InvitationId } from '../base/ids.ts';
import { askedRows, changeAsked, type AskedRow } from '../draft/asked.ts';
import { Watched, type Watchable } from '../draft/watched.ts';
import { ask } from './ask.ts';
import type { DeliveryParts } from './deliver.ts';
import { isOpen, requestsQueue, waitsFor } from './requests-queue.ts';
import { Sender } from './sender.ts';

/** The requests of this device, in one tab. */
export class FirstOutbox {
	readonly #rows = new Watched<readonly AskedRow[]>([]);
	readonly #parts: DeliveryParts;
	readonly #sender: Sender<AskedRow>;

	/** `fetch` and the rest may be handed in; a page hands in nothing. */
	constructor(parts: Partial<DeliveryParts> = {}) {
		this.#parts = {
			fetch: (input, init) => fetch(input, init),
			now: Date.now,
			chance: Math.random,
			...parts
		};
		this.#sender = new Sender({
			queue: requestsQueue(this.#parts, () => this.#sender.tell()),
			soonest: () => this.#soonest(),
			look: async () => this.#rows.set(await askedRows()),
			back: () => this.#signal(),
			lookAgain: 2_000
		});
	}

	/** Sends what waits from before. */
	start(): Promise<void> {
		return this.#sender.start();
	}

	/** What was asked by one letter, oldest first; a Svelte store. */
	rowsOf(invitation: InvitationId): Watchable<readonly AskedRow[]> {
		const all = this.#rows;
		const own = () => all.now.filter((row) => row.invitation === invitation);
		return {
			get now() {
				return own();
			},
			subscribe: (run) => all.subscribe(() => run(own()))
		};
	}

	/** Sends what is due now, unless another tab is at it. */
	send(): Promise<void> {
		return this.#sender.send();
	}

	/** Something new was kept by this tab. */
	changed(): Promise<void> {
		return this.#sender.changed();
	}

	/** Asks the server how far the requests of `invitation` are, and keeps what it tells. */
	async askProgress(invitation: InvitationId): Promise<void> {
		for (const row of await askedRows()) {
			if (row.invitation !== invitation || row.state !== 'arrived') continue;
			const answered = await ask(this.#parts.fetch, `/api/requests/${row.rid}`);
			if (answered.is !== 'json') continue;
			const { readings, notes } = answered.body;
			if (Array.isArray(readings) && Array.isArray(notes))
				await changeAsked(row.rid, { told: { readings, notes } });
		}
		await this.#sender.tell();
	}

	/** Stops. What waits stays, and is sent by the next that starts. */
	close(): void {
		this.#sender.close();
	}

	async #soonest(): Promise<number | null> {
		const waiting = (await askedRows()).filter(isOpen);
		if (waiting.length === 0) return null;
		return Math.min(...waiting.map((row) => waitsFor(row, this.#parts.now())));
	}

	/** Signal is back: at once. */
	async #signal(): Promise<void> {
		for (const row of await askedRows()) if (isOpen(row)) await changeAsked(row.rid, { next: 0 });
	}
}
