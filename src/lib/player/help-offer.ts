/**
 * After which answers the calm help page is due: by the journey's own mark, once for each time an answer says so. Kept in
 * memory alone: after a crash it is offered again, rather than not.
 */
import type { Value } from '../journey/answer.ts';
import { saysUnsafe } from '../journey/answering.ts';
import type { Question } from '../journey/journey.ts';

/** Remembers what has been met with the page. */
export class HelpOffer {
	#offered = new Set<string>();

	/** The answer to `question` was changed: it counts anew. */
	changed(question: Question): void {
		this.#offered.delete(question.id);
	}

	/** Whether the page is due now that the child leaves `question`. Asked a second time, it is not. */
	takeDue(question: Question, value: Value | undefined): boolean {
		if (this.#offered.has(question.id) || !saysUnsafe(question, value)) return false;
		this.#offered.add(question.id);
		return true;
	}
}
