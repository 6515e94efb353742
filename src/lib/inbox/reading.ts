/**
 * What of opened views is shown to whom, and how it is put in order. Pure; nothing here changes, shortens or guesses at a
 * word that a child left.
 */
import type { Answer, Share } from '../journey/answer.ts';
import { shownOption } from '../journey/placed.ts';
import { plainAnswer, type PlainWords } from '../journey/plain.ts';

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

/** The chosen options of a `pick`, `part`, `scale` or `helped` answer, in the order chosen; empty for other kinds. */
export function chosenOptions(answer: Answer): readonly ShownOption[] {
	const { value } = answer;
	if (!value) return [];
	if (value.kind === 'scale') return [shownOption(answer, value.chosen)];
	if (value.kind === 'pick' || value.kind === 'part')
		return value.chosen.map((id) => shownOption(answer, id));
	return value.kind === 'helped' ? value.who.map((id) => shownOption(answer, id)) : [];
}

/** What else a `pick`, `part` or `helped` question had to choose from, in the order shown. Other kinds show it anyway. */
export function otherOptions(answer: Answer): readonly ShownOption[] {
	if (!['pick', 'part', 'helped'].includes(answer.kind)) return [];
	const chosen = chosenOptions(answer).map((option) => option.id);
	return answer.asked.options.filter((option) => !chosen.includes(option.id));
}

/** A child's own words in an answer, exactly, each apart: wishes, free words, what was said "my way". */
export function ownWords(answer: Answer): readonly string[] {
	const { value, myWay } = answer;
	const said = value?.kind === 'wish' ? value.wishes : value?.kind === 'text' ? [value.words] : [];
	return myWay?.words === undefined ? said : [...said, myWay.words];
}

/** The kinds whose values are laid out: neither a few chosen things nor words alone. */
const laidOut: ReadonlySet<string> = new Set([
	'sort',
	'then-now',
	'people',
	'places',
	'boxes',
	'day',
	'body',
	'who-does-what'
]);

/** What asks for something: gathered beside the answers, each leading to the answer it stands in. */
export interface Wish {
	readonly answer: Answer;
	/** The words of what was chosen, then the child's own, each exactly as shown or left. */
	readonly words: readonly string[];
	/** Nothing was said in own words: what was chosen needs its question beside it. */
	readonly bare: boolean;
}

/**
 * The wishes and questions among `answers`, in the order asked. Unanswered ones ask for nothing. What neither was chosen
 * nor is one's own words alone (who should do what) is said in plain lines, through `plain`.
 */
export const gatherWishes = (answers: readonly Answer[], plain: PlainWords): readonly Wish[] =>
	answers
		.filter((answer) => answer.wish && answer.state === 'answered')
		.map((answer) => {
			const said = ownWords(answer);
			const chosen = chosenOptions(answer).map((option) => option.words);
			const words = [...chosen, ...said];
			return laidOut.has(answer.kind) && answer.value
				? { answer, bare: true, words: plainAnswer(answer, plain) }
				: { answer, bare: said.length === 0, words };
		});

/** The page's name for an answer's place, for links: unique among several views on one page. */
export const anchorOf = (vid: string, answer: Answer): string => `answer-${vid}-${answer.question}`;
