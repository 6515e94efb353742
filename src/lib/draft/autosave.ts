/**
 * When to keep: at once after a choice, within two seconds of typing, never two writes at a time, and never without the
 * last word. It knows nothing of what is kept or where.
 */
import type { Result } from '../base/result.ts';

/** After a choice, or while somebody types. */
export type Pace = 'now' | 'soon';

/** Where a change stands: `kept` only once the disk has it. */
export type Saving<Reason extends string> =
	{ readonly is: 'kept' } | { readonly is: 'keeping' } | { readonly is: 'not-kept'; readonly reason: Reason };

/** How long typing may rest before it is kept, and how long it may go on without being kept, in milliseconds. */
export const paces = { rest: 400, longest: 1500, again: 4000 } as const;

/** Keeps the newest of the states it is given. */
export class Autosave<State, Reason extends string> {
	readonly #write: (state: State) => Promise<Result<unknown, Reason>>;
	readonly #changed: (saving: Saving<Reason>) => void;
	#pending: { readonly state: State } | null = null;
	#running: Promise<void> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#since = 0;
	#saving: Saving<Reason> = { is: 'kept' };
	#waiting: ((saving: Saving<Reason>) => void)[] = [];

	/** `write` keeps one state and says how it went; `changed` hears every change of where things stand. */
	constructor(
		write: (state: State) => Promise<Result<unknown, Reason>>,
		changed: (saving: Saving<Reason>) => void
	) {
		this.#write = write;
		this.#changed = changed;
	}

	/** Where the newest state stands. */
	get saving(): Saving<Reason> {
		return this.#saving;
	}

	/**
	 * Takes a newer state. The ones before it that were not written yet need not be any more. Resolves with where it stands
	 * once it, or a newer one, has been written or could not be.
	 */
	save(state: State, pace: Pace): Promise<Saving<Reason>> {
		const told = new Promise<Saving<Reason>>((resolve) => this.#waiting.push(resolve));
		const first = this.#pending === null;
		this.#pending = { state };
		if (first) this.#since = Date.now();
		if (this.#saving.is === 'kept') this.#say({ is: 'keeping' });
		clearTimeout(this.#timer);
		if (pace === 'now') void this.flush();
		else this.#timer = setTimeout(() => void this.flush(), Math.max(0, this.#rest()));
		return told;
	}

	/** Keeps what is not kept yet, now. Resolves when nothing is left to write, or it could not be written. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		if (!this.#pending) return this.#running ?? Promise.resolve();
		this.#running ??= this.#drain();
		return this.#running;
	}

	/** Lets go of whatever waits, without keeping it: what is on the device belongs to another tab now. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#pending = null;
	}

	#rest(): number {
		return Math.min(paces.rest, this.#since + paces.longest - Date.now());
	}

	async #drain(): Promise<void> {
		while (this.#pending) {
			const writing = this.#pending;
			this.#say({ is: 'keeping' });
			const written = await this.#write(writing.state);
			if (!written.ok) {
				this.#running = null;
				this.#say({ is: 'not-kept', reason: written.reason });
				if (this.#pending) this.#timer = setTimeout(() => void this.flush(), paces.again);
				return;
			}
			if (this.#pending === writing) this.#pending = null;
			else this.#since = Date.now();
		}
		// Before anybody hears of it: whoever saves again from there starts a run of its own.
		this.#running = null;
		this.#say({ is: 'kept' });
	}

	#say(saving: Saving<Reason>): void {
		this.#saving = saving;
		this.#changed(saving);
		if (saving.is === 'keeping') return;
		const told = this.#waiting;
		this.#waiting = [];
		for (const tell of told) tell(saving);
	}
}
