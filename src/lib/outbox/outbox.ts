/**
 * The outbox of this device: sends what waits by itself, as soon and as often as it takes, from one tab at a time; works
 * without any key, so that what was sent before *put away* still goes. Tells whoever watches where everything is.
 */
import type { InvitationId, ViewId } from '../base/ids.ts';
import { changeOutboxRow, outboxRows, type OutboxRow } from '../draft/store.ts';
import { dropParcels, sweepParcels } from '../draft/parcels.ts';
import { openLine, type Line } from '../draft/tabs.ts';
import { Watched, type Watchable } from '../draft/watched.ts';
import { ask } from './ask.ts';
import { deliver, type DeliveryParts } from './deliver.ts';
import { dueIn } from './pause.ts';
import { entryOf, type OutboxEntry } from './entry.ts';
import { sealing } from './seal-made.ts';

/** How soon to look again while another tab is sending, in milliseconds. */
const lookAgain = 5_000;

/** A whole class comes back into signal at once: up to this many milliseconds apart. */
const spread = 1_500;

/** The outbox in one tab. */
export class Outbox {
	readonly #entries = new Watched<readonly OutboxEntry[]>([]);
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

	/** Everything this device sent and still sends, for every child: nothing of it is shown without `entriesOf`. */
	async start(): Promise<void> {
		try {
			await navigator.locks.request(sealing, { ifAvailable: true }, (lock) => lock && sweepParcels());
			await this.#look();
			await this.send();
		} catch {
			// A database that does not open yet, right after a crash or on a busy device: what waits must not wait for a person.
			if (!this.#closed) this.#timer = setTimeout(() => void this.start(), lookAgain);
		}
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
	async send(): Promise<void> {
		if (this.#closed) return;
		clearTimeout(this.#timer);
		const sent = navigator.locks.request('keep send', { ifAvailable: true }, async (lock) => {
			if (!lock) return false;
			for (let row = await this.#due(); row; row = await this.#due()) await this.#sendOne(row);
			return true;
		});
		// Where the browser could not write (no room, database closing) nothing is lost: it is looked at again.
		await this.#plan(await sent.catch(() => false));
	}

	/** Something new was put in the outbox, or changed, by this tab. */
	async changed(): Promise<void> {
		this.#line.tell({ say: 'outbox-changed' });
		await this.#look();
		void this.send();
	}

	/** Tries once more to send what the server refused, after a person has looked. */
	async again(vid: ViewId): Promise<void> {
		await changeOutboxRow(vid, { state: 'waiting', tries: 0, next: 0, reason: null });
		await this.changed();
	}

	/** Asks the server whether what has arrived for `invitation` has been opened by a reader. */
	async askOpened(invitation: InvitationId): Promise<void> {
		for (const row of await outboxRows()) {
			if (row.invitation !== invitation || row.state !== 'arrived') continue;
			const answered = await ask(this.#parts.fetch, `/api/submissions/${row.vid}`);
			if (answered.is === 'json' && answered.body['state'] === 'opened')
				await changeOutboxRow(row.vid, { state: 'opened' });
		}
		await this.#tellAll();
	}

	/** Stops. What waits stays, and is sent by the next outbox that starts. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#line.close();
		removeEventListener('online', this.#back);
		document.removeEventListener('visibilitychange', this.#shown);
	}

	async #sendOne(row: OutboxRow): Promise<void> {
		await changeOutboxRow(row.vid, { state: 'sending' });
		await this.#tellAll();
		const change = await deliver(row, this.#parts, async (further) => {
			await changeOutboxRow(row.vid, further);
			await this.#tellAll();
		});
		await changeOutboxRow(row.vid, change);
		if (change.state === 'arrived' && row.parcelBytes) await dropParcels(row.vid);
		await this.#tellAll();
	}

	/** The row whose turn it is, or null. A row left `sending` by a page that ended is sent again: the server knows it by its id. */
	async #due(): Promise<OutboxRow | null> {
		if (this.#closed || !navigator.onLine) return null;
		const now = this.#parts.now();
		const due = (await outboxRows()).filter((row) => isOpen(row) && waitsFor(row, now) <= 0);
		due.sort((a, b) => a.queued - b.queued || a.seq - b.seq);
		return due[0] ?? null;
	}

	async #plan(free: boolean): Promise<void> {
		if (this.#closed) return;
		const waiting = (await outboxRows()).filter(isOpen);
		if (waiting.length === 0) return;
		const soonest = Math.min(...waiting.map((row) => waitsFor(row, this.#parts.now())));
		this.#timer = setTimeout(
			() => void this.send(),
			Math.max(free ? 0 : lookAgain, soonest, navigator.onLine ? 0 : lookAgain)
		);
	}

	/** Signal is back: what waited for it is due, a moment apart from everybody else's. */
	async #wakeUp(): Promise<void> {
		const next = this.#parts.now() + Math.round(this.#parts.chance() * spread);
		for (const row of await outboxRows())
			if (row.state === 'waiting' && row.reason === 'no-signal') await changeOutboxRow(row.vid, { next });
		await this.#plan(true);
	}

	async #tellAll(): Promise<void> {
		this.#line.tell({ say: 'outbox-changed' });
		await this.#look();
	}

	async #look(): Promise<void> {
		const rows = await outboxRows();
		rows.sort((a, b) => a.queued - b.queued || a.seq - b.seq);
		this.#entries.set(rows.map(entryOf));
	}
}

/** Longer than any pause that `pause.ts` asks for or a server may (`Retry-After` of a day). */
const farthest = 25 * 3_600_000;

const waitsFor = ({ next }: OutboxRow, now: number): number => dueIn(next, now, farthest);

const isOpen = ({ state }: OutboxRow): boolean => state === 'waiting' || state === 'sending';
