/**
 * Sending by itself from one tab: a round on start, when signal is back, when the page is seen again and when the next row is
 * due; where something still waits after it, the browser is asked to let the service worker send it once it can.
 */
import { openLine, type Line } from '../draft/tabs.ts';
import { wantTurn } from './background.ts';
import { sendRound, type Queue } from './round.ts';

/** What a sender is told about what waits. */
export interface Waits<Row> {
	readonly queue: Queue<Row>;
	/** Milliseconds until the next row is due; null where nothing waits. */
	readonly soonest: () => Promise<number | null>;
	/** Reads anew what is shown. */
	readonly look: () => Promise<void>;
	/** Signal is back. Resolves once what waited for it is due. */
	readonly back: () => Promise<void>;
	/** How soon to look again while another tab is sending, in milliseconds. */
	readonly lookAgain: number;
}

/** Sends what `waits`, from one tab. */
export class Sender<Row> {
	readonly #waits: Waits<Row>;
	readonly #line: Line;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;
	readonly #back = () => void this.#wakeUp();
	readonly #shown = () => {
		if (document.visibilityState === 'visible') void this.send();
	};

	constructor(waits: Waits<Row>) {
		this.#waits = waits;
		this.#line = openLine((message) => {
			if (message.say === 'outbox-changed') void this.#waits.look();
		});
		addEventListener('online', this.#back);
		document.addEventListener('visibilitychange', this.#shown);
	}

	/** Sends what waits from before; `first` goes ahead of that. */
	async start(first: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
		try {
			await first();
			await this.#waits.look();
			await this.send();
		} catch {
			// A database that does not open yet, right after a crash or on a busy device: what waits must not wait for a person.
			if (!this.#closed) this.#timer = setTimeout(() => void this.start(first), this.#waits.lookAgain);
		}
	}

	/** Sends what is due now, unless another tab is at it. */
	async send(): Promise<void> {
		if (this.#closed) return;
		clearTimeout(this.#timer);
		const { queue } = this.#waits;
		// Where this tab is closed in the middle, the next one goes on.
		await this.#plan(await sendRound({ ...queue, due: async () => (this.#closed ? null : queue.due()) }));
	}

	/** Something is new, or was changed, by this tab. */
	async changed(): Promise<void> {
		await this.tell();
		void this.send();
	}

	/** Tells the other tabs, and whoever watches here, to look. */
	async tell(): Promise<void> {
		this.#line.tell({ say: 'outbox-changed' });
		await this.#waits.look();
	}

	/** Stops. What waits stays, and is sent by the next that starts. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		this.#line.close();
		removeEventListener('online', this.#back);
		document.removeEventListener('visibilitychange', this.#shown);
	}

	async #wakeUp(): Promise<void> {
		await this.#waits.back();
		await this.send();
	}

	async #plan(free: boolean): Promise<void> {
		if (this.#closed) return;
		const soonest = await this.#waits.soonest();
		if (soonest === null) return;
		void wantTurn();
		const { lookAgain } = this.#waits;
		const pause = Math.max(free ? 0 : lookAgain, soonest, navigator.onLine ? 0 : lookAgain);
		clearTimeout(this.#timer);
		if (!this.#closed) this.#timer = setTimeout(() => void this.send(), pause);
	}
}
