/**
 * What was chosen in another version stays on the screen when its question is asked again: an option that this version does
 * not offer is carried over, or the answer would keep an id without the words that the child was shown. Pure.
 */
import type { Answer, Asked, Value } from './answer.ts';
import type { JourneyText, Question } from './journey.ts';
import { ruleOf } from './kind.ts';

/** The ids of the options that `value` speaks of. */
export function optionIdsIn(value: Value): readonly string[] {
	const known = (ids: readonly (string | null | undefined)[]) => ids.filter((id) => typeof id === 'string');
	switch (value.kind) {
		case 'pick':
		case 'part':
			return value.chosen;
		case 'scale':
			return [value.chosen];
		case 'then-now':
			return known([value.then, value.now]);
		case 'sort':
		case 'places':
			return value.placed.map(([card]) => card);
		case 'body':
			return value.marks.map(([part]) => part);
		case 'boxes':
			return known(value.put.map(({ card }) => card));
		case 'day':
			return known(value.moments.map(({ card }) => card));
		case 'people':
			return known(value.people.map(({ who }) => who));
		case 'who-does-what':
			return known(value.rows.map(({ who }) => who));
		case 'helped':
			return value.who;
		case 'wish':
		case 'text':
		case 'sign':
			return [];
	}
}

/** Options in the order that they have in life, which a scale, a day and a body keep. */
function inOrder(question: Question, options: Asked['options']): Asked['options'] {
	const order = (question.options ?? []).map(({ id }) => id);
	return options.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/**
 * `asked` with those options of `answer`, given in another version, that its value speaks of and `asked` lacks; and with all
 * that were carried over before, so that no card goes from under a finger. Their words are those of the answer's own version
 * in the language of `text`, else those that were shown then.
 */
export function withCarried(
	question: Question,
	asked: Asked,
	answer: Answer | null,
	text: JourneyText,
	look: Answer['look']
): Asked {
	if (!answer) return asked;
	const offered = new Set(asked.options.map(({ id }) => id));
	const spoken = new Set(answer.value ? optionIdsIn(answer.value) : []);
	const carried = answer.asked.options
		.filter(({ id }) => !offered.has(id) && (spoken.has(id) || answer.look === look))
		.map((option) => ({ ...option, words: wordsNow(question, option, answer, text) }));
	if (carried.length === 0) return asked;
	const options = [...asked.options, ...carried];
	return { ...asked, options: ruleOf(question.kind).turned ? options : inOrder(question, options) };
}

/** An option of another version has its words there; of which version it was is no longer known once it was carried twice. */
function wordsNow(
	question: Question,
	option: Asked['options'][number],
	answer: Answer,
	text: JourneyText
): string {
	if (answer.locale === text.locale) return option.words;
	const byVersion = text.questions[question.id] ?? {};
	const first = byVersion[answer.look]?.options?.[option.id];
	const any = Object.values(byVersion).find((words) => words.options?.[option.id] !== undefined);
	return first ?? any?.options?.[option.id] ?? option.words;
}
