/**
 * What of opened views is shown to whom, and how it is put in order. Pure; nothing here changes, shortens or guesses at a
 * word that a child left.
 */
import type { Answer, Place, Share } from '../journey/answer.ts';

/** Who sits in front of the page: the chair alone, people who help the child, or everybody at the meeting. */
export type Audience = Share;

/** The audiences, narrowest first. */
export const audiences: readonly Audience[] = ['chair', 'helpers', 'everyone'];

/** Whether somebody in `audience` may know `answer`: the child said so, nobody else decides it. */
export const mayKnow = (answer: Answer, audience: Audience): boolean =>
	audiences.indexOf(answer.share) >= audiences.indexOf(audience);

/** How many answers are for whom. */
export const countShares = (answers: readonly Answer[]): Readonly<Record<Share, number>> => ({
	chair: answers.filter((answer) => answer.share === 'chair').length,
	helpers: answers.filter((answer) => answer.share === 'helpers').length,
	everyone: answers.filter((answer) => answer.share === 'everyone').length
});

/** One option as it was shown. */
export type ShownOption = Answer['asked']['options'][number];

/**
 * The option called `id`, with the words that the child was shown. An id without words (which the schema lets through)
 * stands for itself: better an odd word than a missing answer.
 */
export const shownOption = (answer: Answer, id: string): ShownOption =>
	answer.asked.options.find((option) => option.id === id) ?? { id, words: id };

/** The chosen options of a `pick`, `part`, `scale` or `helped` answer, in the order chosen; empty for other kinds. */
export function chosenOptions(answer: Answer): readonly ShownOption[] {
	const { value } = answer;
	if (!value) return [];
	if (value.kind === 'scale') return [shownOption(answer, value.chosen)];
	if (value.kind === 'pick' || value.kind === 'part')
		return value.chosen.map((id) => shownOption(answer, id));
	return value.kind === 'helped' ? value.who.map((id) => shownOption(answer, id)) : [];
}

/** What else a `pick`, `part` or `helped` question had to choose from, in the order shown. A scale is shown whole anyway. */
export function otherOptions(answer: Answer): readonly ShownOption[] {
	if (answer.kind === 'scale' || answer.kind === 'sort') return [];
	const chosen = chosenOptions(answer).map((option) => option.id);
	return answer.asked.options.filter((option) => !chosen.includes(option.id));
}

/** The three places of a `sort` question, in the order in which they stand on the child's screen. */
export const places: readonly Place[] = ['good', 'middle', 'not-good'];

/** The cards put in `place`, in the order in which they were put there. */
export const cardsIn = (answer: Answer, place: Place): readonly ShownOption[] =>
	answer.value?.kind === 'sort'
		? answer.value.placed.filter(([, put]) => put === place).map(([id]) => shownOption(answer, id))
		: [];

/** A child's own words in an answer, exactly, each apart: wishes, free words, what was said "my way". */
export function ownWords(answer: Answer): readonly string[] {
	const { value, myWay } = answer;
	const said = value?.kind === 'wish' ? value.wishes : value?.kind === 'text' ? [value.words] : [];
	return myWay?.words === undefined ? said : [...said, myWay.words];
}

/** What asks for something: gathered beside the answers, each leading to the answer it stands in. */
export interface Wish {
	readonly answer: Answer;
	/** The words of what was chosen, then the child's own, each exactly as shown or left. */
	readonly words: readonly string[];
	/** Nothing was said in own words: what was chosen needs its question beside it. */
	readonly bare: boolean;
}

/** The wishes and questions among `answers`, in the order asked. Unanswered ones ask for nothing. */
export const gatherWishes = (answers: readonly Answer[]): readonly Wish[] =>
	answers
		.filter((answer) => answer.wish && answer.state === 'answered')
		.map((answer) => {
			const said = ownWords(answer);
			const chosen = chosenOptions(answer).map((option) => option.words);
			return { answer, bare: said.length === 0, words: [...chosen, ...said] };
		});

/** The page's name for an answer's place, for links: unique among several views on one page. */
export const anchorOf = (vid: string, answer: Answer): string => `answer-${vid}-${answer.question}`;
