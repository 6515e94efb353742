/** A value that others may watch, as Svelte's store contract has it: `$status` works in a component, and so does plain code. */

/** What may be watched. */
export interface Watchable<Value> {
	readonly now: Value;
	/** Calls `run` with the value now and after each change, until the returned function is called. */
	subscribe(run: (value: Value) => void): () => void;
}

/** A value that its owner sets. */
export class Watched<Value> implements Watchable<Value> {
	#now: Value;
	readonly #runs = new Set<(value: Value) => void>();

	constructor(first: Value) {
		this.#now = first;
	}

	get now(): Value {
		return this.#now;
	}

	set(value: Value): void {
		this.#now = value;
		for (const run of this.#runs) run(value);
	}

	subscribe(run: (value: Value) => void): () => void {
		this.#runs.add(run);
		run(this.#now);
		return () => void this.#runs.delete(run);
	}
}
