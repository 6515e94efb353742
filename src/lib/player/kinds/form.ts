/** What every kind of question is given on its screen, and in the review. One pair of components per kind (`kinds.ts`). */
import type { Answer, Asked, Value, Way } from '../../journey/answer.ts';
import type { Question, QuestionText } from '../../journey/journey.ts';

/** On the screen that asks. */
export interface AskProps {
	readonly question: Question;
	/** Words and options in this child's order. */
	readonly asked: Asked;
	readonly text: QuestionText;
	/** What was said so far; undefined where nothing was. */
	readonly value: Value | undefined;
	/** What the child says now. An empty value takes it back. */
	readonly onsay: (value: Value, ways?: readonly Way[]) => void;
	/** Words for those who listen. */
	readonly onannounce: (words: string) => void;
}

/** In the review: one answer, as the chair will see it. */
export interface ReviewProps {
	readonly answer: Answer;
}

/** The words of the options `ids` as they were shown, in the order of `ids`. */
export const optionsOf = (asked: Asked, ids: readonly string[]): Asked['options'] =>
	ids.flatMap((id) => asked.options.find((option) => option.id === id) ?? []);

/** `ids` with `id` turned on or off. One alone where not `many`; `alone`: an option that stands by itself. */
export function toggled(
	ids: readonly string[],
	id: string,
	{ many, alone }: { readonly many: boolean; readonly alone?: string }
): readonly string[] {
	if (ids.includes(id)) return ids.filter((each) => each !== id);
	if (!many || id === alone) return [id];
	return [...ids.filter((each) => each !== alone), id];
}
