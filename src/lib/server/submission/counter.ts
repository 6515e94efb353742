/**
 * The counter at which submissions wait for each other: whatever arrives while one transaction is under way, or within
 * one turn of the event loop, is stored by the next one together, so that a hundred children share one sync of the disk.
 */
import { Refusal } from '../problem.ts';
import type { Checked } from './verdict.ts';
import { storeTogether, type Outcome, type Store, type Stored } from './store.ts';

/** Submissions in one transaction at most: bounds what one failure touches, and how long a reader waits. */
const atOnce = 64;

interface Waiting {
	readonly item: Checked;
	readonly resolve: (stored: Stored) => void;
	readonly reject: (reason: unknown) => void;
}

/** Gathers submissions and stores them together. */
export class Counter {
	readonly #store: Store;
	#waiting: Waiting[] = [];
	#busy = false;
	constructor(store: Store) {
		this.#store = store;
	}

	/** Stores `item`; settles once that is durable. Rejects with a `Refusal`, or with the database's error. */
	take(item: Checked): Promise<Stored> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ item, resolve, reject });
			if (!this.#busy) {
				this.#busy = true;
				setImmediate(() => void this.#work());
			}
		});
	}

	async #work(): Promise<void> {
		while (this.#waiting.length > 0) {
			const batch = this.#waiting.splice(0, atOnce);
			await this.#together(batch);
			// Let the answers out, and what has arrived meanwhile in.
			await new Promise((resolve) => setImmediate(resolve));
		}
		this.#busy = false;
	}

	async #together(batch: readonly Waiting[]): Promise<void> {
		let outcomes: readonly Outcome[];
		try {
			outcomes = await storeTogether(
				this.#store,
				batch.map(({ item }) => item)
			);
		} catch (thrown) {
			const [only] = batch;
			// One that the database cannot take must not cost the others theirs.
			if (batch.length > 1 && !(thrown instanceof Refusal)) {
				for (const waiting of batch) await this.#together([waiting]);
			} else if (thrown instanceof Refusal) for (const { reject } of batch) reject(thrown);
			else only?.reject(thrown);
			return;
		}
		batch.forEach(({ resolve, reject }, n) => {
			const outcome = outcomes[n] as Outcome;
			if (outcome instanceof Refusal) reject(outcome);
			else resolve(outcome);
		});
	}
}
