/**
 * Answering: pure updates of the map of answers. Each returns a new map and leaves the old one as it was. Switching the
 * version or language touches no answer: each keeps the words it was given to.
 */
import type { Instant } from '../base/brand.ts';
import type { Answer, Asked, Help, Share, Value, Way } from './answer.ts';
import type { Answers } from './engine.ts';
import type { Question } from './journey.ts';
import { ruleOf } from './kind.ts';
import { saidOf, type MyWay } from './made.ts';
import type { VersionId } from './version.ts';

/** How something was said. */
export interface Saying {
	readonly asked: Asked;
	readonly locale: string;
	readonly look: VersionId;
	readonly at: Instant;
	readonly ways?: readonly Way[];
	readonly help?: readonly Help[];
	/** Absent: as it was before, and only the chair until the child says otherwise. */
	readonly share?: Share;
}

/** What was said: a value, something in one's own way, or both. */
export interface Said extends Saying {
	readonly value?: Value;
	readonly myWay?: MyWay;
}

/** Whether nothing is said by `value`: nothing chosen, nothing placed, no word written. */
export function isEmpty(value: Value): boolean {
	switch (value.kind) {
		case 'pick':
		case 'part':
			return value.chosen.length === 0;
		case 'scale':
			return value.chosen === '';
		case 'sort':
			return value.placed.length === 0;
		case 'then-now':
			return value.then === undefined && value.now === undefined;
		case 'people':
			return value.people.length === 0;
		case 'places':
			return value.placed.length === 0 && (value.own ?? []).length === 0;
		case 'boxes':
			return value.put.length === 0;
		case 'day':
			return value.moments.length === 0;
		case 'body':
			return value.marks.length === 0;
		case 'who-does-what':
			return value.rows.every((row) => row.who === null && !row.whoWords && !row.what?.trim() && !row.when);
		case 'wish':
			return value.wishes.every((wish) => wish.trim() === '');
		case 'text':
			return value.words.trim() === '';
		case 'helped':
			return value.who.length === 0 && value.how.length === 0;
		case 'sign':
			return false;
	}
}

const base = (answers: Answers, question: Question, saying: Saying): Omit<Answer, 'state'> => ({
	question: question.id,
	version: question.version,
	kind: question.kind,
	asked: saying.asked,
	locale: saying.locale,
	look: saying.look,
	ways: saying.ways ?? [],
	help: saying.help ?? answers[question.id]?.help ?? [],
	share: saying.share ?? answers[question.id]?.share ?? 'chair',
	wish: question.wish ?? question.kind === 'wish',
	at: saying.at
});

/** `answers` without the one to `question`: as if nobody had touched it. */
export function clearAnswer(answers: Answers, question: string): Answers {
	const { [question]: gone, ...left } = answers;
	return gone === undefined ? answers : left;
}

/**
 * `answers` with what was said to `question`. Wishes that are empty are left out. Where nothing is said at all the answer
 * goes, as if the question had not been touched. Throws TypeError where the value is of another kind of question.
 */
export function setAnswer(answers: Answers, question: Question, said: Said): Answers {
	if (said.value && said.value.kind !== question.kind)
		throw new TypeError(`${question.id} is ${question.kind}, not ${said.value.kind}`);
	const value =
		said.value?.kind === 'wish'
			? { ...said.value, wishes: said.value.wishes.filter((wish) => wish.trim() !== '') }
			: said.value;
	const hasValue = value !== undefined && !isEmpty(value);
	const myWay = saidOf(said.myWay);
	if (!hasValue && !myWay) return clearAnswer(answers, question.id);
	const answer: Answer = {
		...base(answers, question, said),
		state: 'answered',
		...(hasValue ? { value } : {}),
		...(myWay ? { myWay } : {})
	};
	return { ...answers, [question.id]: answer };
}

/** `answers` as they are sent: without made things of which nothing was kept, and without answers that say nothing then. */
export const sendable = (answers: readonly Answer[]): readonly Answer[] =>
	answers.flatMap(({ myWay: said, ...answer }) => {
		const myWay = saidOf(said, true);
		if (myWay) return [{ ...answer, myWay }];
		return said && answer.value === undefined ? [] : [answer];
	});

/** `answers` with "I don't know" to `question`: an answer like any other. */
export const dontKnow = (answers: Answers, question: Question, saying: Saying): Answers => ({
	...answers,
	[question.id]: { ...base(answers, question, saying), state: 'dont-know' }
});

/** `answers` with `question` skipped. */
export const skip = (answers: Answers, question: Question, saying: Saying): Answers => ({
	...answers,
	[question.id]: { ...base(answers, question, saying), state: 'skipped' }
});

/** `answers` with `share` for one question; unchanged where it has no answer. */
export function shareAnswer(answers: Answers, question: string, share: Share): Answers {
	const answer = answers[question];
	return answer ? { ...answers, [question]: { ...answer, share } } : answers;
}

/**
 * Whether what was chosen says, by the journey's own mark (`Question.unsafe`), that the child may not be safe or wants to talk
 * to somebody. A place of the child's own counts by where it was put. Words are never read for it: nothing is guessed.
 */
export function saysUnsafe(question: Question, value: Value | undefined): boolean {
	const unsafe = question.unsafe ?? [];
	const { unsafeAt } = ruleOf(question.kind);
	switch (value?.kind) {
		case 'pick':
		case 'part':
			return value.chosen.some((id) => unsafe.includes(id));
		case 'scale':
			return unsafe.includes(value.chosen);
		case 'sort':
			return value.placed.some(([card, place]) => place === unsafeAt && unsafe.includes(card));
		case 'places':
			return (
				value.placed.some(([card, place]) => place === unsafeAt && unsafe.includes(card)) ||
				(unsafe.length > 0 && (value.own ?? []).some(({ place }) => place === unsafeAt))
			);
		case 'then-now':
			return value.now !== undefined && unsafe.includes(value.now);
		default:
			return false;
	}
}
