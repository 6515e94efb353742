/**
 * The newest state, sealed already while it waits its turn. Sealing takes a moment that a page which is being left no longer
 * has; what is sealed can still be handed to the disk in one breath.
 */
import type { DraftState } from '../journey/draft-state.ts';
import type { SealedRecord } from './record.ts';
import type { Slot } from './slot.ts';

/** Holds one state ahead of its writing. */
export class Latest {
	readonly #slot: Slot<DraftState>;
	#sealing: Promise<SealedRecord> | null = null;
	#record: SealedRecord | null = null;
	#writing = false;

	/** Seals for `slot`. */
	constructor(slot: Slot<DraftState>) {
		this.#slot = slot;
	}

	/** Takes a newer state and begins to seal it, one revision after what is on the disk or just on its way there. */
	take(state: DraftState): void {
		const sealing = this.#slot.seal(state, this.#writing ? 2 : 1);
		this.#sealing = sealing;
		this.#record = null;
		sealing.then(
			(record) => {
				if (this.#sealing === sealing) this.#record = record;
			},
			() => undefined
		);
	}

	/** A newer state came that may not be written from here: what was taken before it is not the newest any more. */
	pass(): void {
		this.#sealing = null;
		this.#record = null;
	}

	/**
	 * `state`, or what was taken since, sealed as the revision that comes next; until `written` it counts as on its way. The
	 * newest, since of two that are sealed as the same revision the later one could not be handed over any more.
	 */
	async next(state: DraftState): Promise<SealedRecord> {
		this.#writing = true;
		const ahead = await this.#sealing;
		return ahead?.rev === this.#slot.rev + 1 ? ahead : this.#slot.seal(state);
	}

	/** The writing of `record` is over, well or not. */
	written(record: SealedRecord | null): void {
		this.#writing = false;
		if (record && this.#record && this.#record.rev <= record.rev) this.#record = null;
	}

	/** What is newer than the disk and sealed: to be handed over now or never. */
	get unwritten(): SealedRecord | null {
		return this.#record && this.#record.rev > this.#slot.rev ? this.#record : null;
	}
}
