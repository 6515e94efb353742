/** Holds the draft's state, hands every change out to be kept, and knows how the latest stands. */
import type { DraftState } from '../journey/draft-state.ts';

/** How keeping stands: nothing to keep yet, being kept, kept, not kept. */
export type Keeping = 'nothing' | 'keeping' | 'kept' | 'failed';

/** `soon` while somebody types, else `now`. */
export type Pace = 'now' | 'soon';

/** Reactive: `state` is a new object after each change. */
export class Keeper {
	#keep: (state: DraftState, pace: Pace) => void | Promise<void>;
	#state = $state.raw<DraftState>() as DraftState;
	#keeping = $state<Keeping>('nothing');
	/** The latest change that was handed out, so that an older one's end says nothing. */
	#turn = 0;

	/** `keep`: keeps a state; its promise says whether that went well. */
	constructor(state: DraftState, keep: (state: DraftState, pace: Pace) => void | Promise<void>) {
		this.#state = state;
		this.#keep = keep;
	}

	get state(): DraftState {
		return this.#state;
	}
	get keeping(): Keeping {
		return this.#keeping;
	}

	/** Changes the state and hands it out. */
	change(change: Partial<DraftState>, pace: Pace = 'now'): void {
		this.#state = { ...this.#state, ...change };
		const turn = ++this.#turn;
		const done = (keeping: Keeping) => {
			if (turn === this.#turn) this.#keeping = keeping;
		};
		const kept = this.#keep(this.#state, pace);
		if (!kept) {
			done('kept');
			return;
		}
		this.#keeping = 'keeping';
		kept.then(
			() => done('kept'),
			() => done('failed')
		);
	}

	/** Puts `state` in the place of what is in memory. Nothing is handed out, and what was says nothing any more. */
	forget(state: DraftState): void {
		this.#turn += 1;
		this.#state = state;
	}
}
