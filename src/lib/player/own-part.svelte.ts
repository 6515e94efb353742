/**
 * "This part on my own": what a child answers while it is on counts as answered alone, and is covered afterwards as long as
 * somebody is there, until the child shows it. It hides from a glance over the shoulder; it locks nothing.
 */
import type { DraftState } from '../journey/draft-state.ts';

/** What a draft holds of it. */
export type KeptOwnPart = NonNullable<DraftState['own']>;

/** `own` after `question` was answered: it belongs to the part while that is on. */
export const answeredIn = (own: DraftState['own'], question: string): DraftState['own'] =>
	own?.now && !own.questions.includes(question) ? { ...own, questions: [...own.questions, question] } : own;

/** The part that a child answers on their own. */
export class OwnPart {
	readonly #state: () => DraftState;
	readonly #change: (own: KeptOwnPart) => void;
	/** Shown again since the part ended. */
	#shown = $state.raw<readonly string[]>([]);

	/** `state` is the draft as it stands, `change` keeps what changes in it. */
	constructor(state: () => DraftState, change: (own: KeptOwnPart) => void) {
		this.#state = state;
		this.#change = change;
	}

	/** Whether the child is answering on their own now. */
	get now(): boolean {
		return this.#state().own?.now ?? false;
	}

	/** Begins or ends it. */
	set(now: boolean): void {
		this.#shown = [];
		this.#change({ now, questions: this.#state().own?.questions ?? [] });
	}

	/** Whether the answer to `question` is covered: said in this part, which is over, and whoever helps has not stepped away. */
	covers(question: string): boolean {
		const { own, present } = this.#state();
		if (!own || own.now || present.steppedAway || this.#shown.includes(question)) return false;
		return own.questions.includes(question);
	}

	/** The child shows the answer to `question`. */
	show(question: string): void {
		this.#shown = [...this.#shown, question];
	}
}
