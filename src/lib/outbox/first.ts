/**
 * What goes ahead of everything: the outbox of requests. It has its own lock, its own rows and no spread, so that neither
 * a long recording on its way nor another tab's views ever keep it waiting. Needs no key of the child's.
 */
import type { InvitationId } from '../base/ids.ts';
import { askedRows, changeAsked, type AskedRow } from '../draft/asked.ts';
import { openLine, type Line } from '../draft/tabs.ts';
import { Watched, type Watchable } from '../draft/watched.ts';
import { ask } from './ask.ts';
import { deliverRequest, type DeliveryParts } from './deliver.ts';
import { dueIn, pauseAfter } from './pause.ts';

/** The longest pause between two tries, and how soon to look again while another tab is sending, in milliseconds. */
const longest = 15_000;
const lookAgain = 2_000;

/** The requests of this device, in one tab. */
export class FirstOutbox {
	readonly #rows = new Watched<readonly AskedRow[]>([]);
	readonly #parts: DeliveryParts;
	readonly #line: Line;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	readonly #back = () => void this.#wakeUp();
	readonly #shown = () => {
		if (document.visibilityState === 'visible') void this.send();
	};

	/** `fetch` and the rest may be handed in; a page hands in nothing. */
	constructor(parts: Partial<DeliveryParts> = {}) {
		this.#parts = {
			fetch: (input, init) => fetch(input, init),
			now: Date.now,
			chance: Math.random,
			...parts
		};
		this.#line = openLine((message) => {
			if (message.say === 'outbox-changed') void this.#look();
		});
		addEventListener('online', this.#back);
		document.addEventListener('visibilitychange', this.#shown);
	}

	/** Sends what waits from before. */
	async start(): Promise<void> {
		try {
			await this.#look();
			await this.send();
		} catch {
			// A database that does not open yet, right after a crash or on a busy device: nothing is more urgent than this.
			if (!this.#closed) this.#timer = setTimeout(() => void this.start(), lookAgain);
		}
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
	async send(): Promise<void> {
		if (this.#closed) return;
		clearTimeout(this.#timer);
		const sent = navigator.locks.request('keep send first', { ifAvailable: true }, async (lock) => {
			if (!lock) return false;
			for (let row = await this.#due(); row; row = await this.#due()) await this.#sendOne(row);
			return true;
		});
		await this.#plan(await sent.catch(() => false));
	}

	/** Something new was kept by this tab. */
	async changed(): Promise<void> {
		await this.#tellAll();
		void this.send();
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
		await this.#tellAll();
	}

	/** Stops. What waits stays, and is sent by the next that starts. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#line.close();
		removeEventListener('online', this.#back);
		document.removeEventListener('visibilitychange', this.#shown);
	}

	async #sendOne(row: AskedRow): Promise<void> {
		await changeAsked(row.rid, { state: 'sending' });
		await this.#tellAll();
		const change = await deliverRequest({ ...row, vid: row.rid }, this.#parts, '/api/requests');
		const { state, reason, receipt, body, tries, directory } = { ...row, ...change };
		const next = this.#parts.now() + Math.min(longest, pauseAfter(tries, null, this.#parts.chance()));
		const kept = state === 'opened' ? row.state : state;
		await changeAsked(row.rid, { state: kept, reason, receipt, body, tries, directory, next });
		await this.#tellAll();
	}

	/** The row whose turn it is, or null: oldest first, for what adds to a request must follow it. */
	async #due(): Promise<AskedRow | null> {
		if (this.#closed || !navigator.onLine) return null;
		const now = this.#parts.now();
		return (await askedRows()).find((row) => isOpen(row) && waitsFor(row, now) <= 0) ?? null;
	}

	async #plan(free: boolean): Promise<void> {
		if (this.#closed) return;
		const waiting = (await askedRows()).filter(isOpen);
		if (waiting.length === 0) return;
		const soonest = Math.min(...waiting.map((row) => waitsFor(row, this.#parts.now())));
		const pause = Math.max(free ? 0 : lookAgain, soonest, navigator.onLine ? 0 : lookAgain);
		this.#timer = setTimeout(() => void this.send(), pause);
	}

	/** Signal is back: at once. */
	async #wakeUp(): Promise<void> {
		for (const row of await askedRows()) if (isOpen(row)) await changeAsked(row.rid, { next: 0 });
		await this.send();
	}

	async #tellAll(): Promise<void> {
		this.#line.tell({ say: 'outbox-changed' });
		await this.#look();
	}

	async #look(): Promise<void> {
		this.#rows.set(await askedRows());
	}
}

const isOpen = ({ state }: AskedRow): boolean => state === 'waiting' || state === 'sending';

/** No pause is longer here, so that a clock set back never holds a request up. */
const waitsFor = ({ next }: AskedRow, now: number): number => dueIn(next, now, longest);
