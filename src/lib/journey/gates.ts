/**
 * The gates of the words: whether a journey says what it says within the limits of each version (docs/accessibility.md).
 * For authors: run by the tests over every journey of the product, and by `npm run journey:check` over an authority's own.
 * Whether the files hold together at all is the matter of `check.ts`.
 */
import {
	adultWords,
	leadingStems,
	negativeWords,
	praiseWords,
	secrecyWords,
	warningSays
} from './gate-words.ts';
import cyGlossary from './glossary/cy.json' with { type: 'json' };
import enGlossary from './glossary/en.json' with { type: 'json' };
import {
	versionsOf,
	type Journey,
	type JourneyText,
	type Question,
	type QuestionText,
	type Size
} from './journey.ts';
import { ruleOf } from './kind.ts';
import { gradeOf, sentencesIn, syllablesIn, wordsIn } from './reading.ts';
import type { VersionId } from './version.ts';
import { versionIds } from './version.ts';

type PerVersion = Readonly<Record<VersionId, number>>;
const wordsOnScreen: PerVersion = { '4-7': 15, '8-11': 40, '12-15': 80, '16-17': 120, easy: 20 };
const wordsInSentence: PerVersion = { '4-7': 8, '8-11': 12, '12-15': 16, '16-17': 20, easy: 10 };
const gradeAtMost: PerVersion = { '4-7': 1, '8-11': 3, '12-15': 5, '16-17': 7, easy: 2 };
const syllablesAtMost: PerVersion = { '4-7': 2, '8-11': 3, '12-15': 3, '16-17': 3, easy: 2 };
/** Welsh has no grade: its mutations and small words make words short and sentences long. */
const welshLettersInWord: PerVersion = { '4-7': 4.4, '8-11': 4.4, '12-15': 4.5, '16-17': 4.6, easy: 4.4 };
/** Core questions, who helped and signing among them; a small journey asks at most so many, and does not sign. */
const coreQuestions: Readonly<Record<Size, PerVersion>> = {
	full: { '4-7': 8, '8-11': 15, '12-15': 20, '16-17': 25, easy: 8 },
	short: { '4-7': 8, '8-11': 11, '12-15': 13, '16-17': 13, easy: 8 },
	small: { '4-7': 2, '8-11': 3, '12-15': 3, '16-17': 3, easy: 2 }
};
/** Where there is a whole grade's worth of words: fewer say nothing. */
const gradedFrom = 100;
const optionsFrom: PerVersion = { '4-7': 2, '8-11': 3, '12-15': 4, '16-17': 4, easy: 2 };
const optionsUpTo: PerVersion = { '4-7': 3, '8-11': 4, '12-15': 5, '16-17': 5, easy: 3 };
const cardsUpTo: PerVersion = { '4-7': 6, '8-11': 8, '12-15': 9, '16-17': 9, easy: 6 };
/** Questions that the youngest are asked in all; that one screen asks in any version. */
const youngestAtMost = 13;
const smallAtMost = 6;

/** What a journey can miss. */
export const gates = [
	'core-questions',
	'all-questions',
	'options',
	'pictures',
	'words-on-screen',
	'words-in-sentence',
	'adult-word',
	'praise',
	'secrecy',
	'leading',
	'negative',
	'two-questions',
	'warning',
	'same-words',
	'syllables',
	'grade',
	'letters'
] as const;
/** A gate. */
export type Gate = (typeof gates)[number];

/** Something that does not pass. */
export interface Missed {
	readonly gate: Gate;
	/** `version question`, or what stands in its place. */
	readonly where: string;
	/** The words, or the figure and its limit. */
	readonly what: string;
}

const explained = new Set(Object.keys(enGlossary).flatMap((term) => term.toLowerCase().split(' ')));
const isExplained = (word: string): boolean => explained.has(word) || explained.has(word.replace(/s$/, ''));
const glossaries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	en: enGlossary,
	cy: cyGlossary
};

const isCards = ({ kind }: Question): boolean => ruleOf(kind).places.length > 0 && kind !== 'then-now';

/** How much a journey asks, and how many options each question offers: the same in every language. */
export function askingMissed(journey: Journey): readonly Missed[] {
	const size = journey.size ?? 'full';
	const missed: Missed[] = [];
	const miss = (gate: Gate, where: string, what: string | number) =>
		missed.push({ gate, where, what: String(what) });
	for (const version of versionsOf(journey)) {
		const asked = journey.questions.flatMap((question) => question.asked[version] ?? []);
		const core = asked.filter((each) => each.core).length;
		const most = coreQuestions[size][version];
		if (size === 'small' ? core > most : core !== most)
			miss('core-questions', version, `${core}, not ${most}`);
		if (size === 'small' && asked.length > smallAtMost) miss('all-questions', version, asked.length);
		if (version === '4-7' && asked.length > youngestAtMost) miss('all-questions', version, asked.length);
	}
	for (const question of journey.questions)
		for (const version of versionIds) {
			const options = question.asked[version]?.options;
			if (!options) continue;
			const where = `${version} ${question.id}`;
			const least = question.kind === 'scale' ? Math.min(3, optionsUpTo[version]) : optionsFrom[version];
			const most = isCards(question) ? cardsUpTo[version] : optionsUpTo[version];
			if (options.length < least || options.length > most)
				miss('options', where, `${options.length}, not ${least} to ${most}`);
			if (version !== '4-7' && version !== 'easy') continue;
			for (const id of options)
				if (question.options?.find((each) => each.id === id)?.picture === undefined)
					miss('pictures', where, id);
		}
	return missed;
}

interface Shown {
	readonly question: Question;
	readonly version: VersionId;
	readonly words: QuestionText;
	readonly where: string;
}
const shownIn = (journey: Journey, text: JourneyText, version: VersionId): readonly Shown[] =>
	journey.questions.flatMap((question) => {
		const words = text.questions[question.id]?.[version];
		return words ? [{ question, version, words, where: `${version} ${question.id}` }] : [];
	});
const spokenParts = ({ words }: Shown): readonly string[] =>
	[words.ask, words.help, words.warning].flatMap((part) => part ?? []);
const labels = ({ words }: Shown): readonly string[] => [
	...Object.values(words.options ?? {}),
	...Object.values(words.places ?? {}),
	...Object.values(words.how ?? {})
];
const count = (text: string | undefined): number => wordsIn(text ?? '').length;
const sum = (texts: readonly string[]): number => texts.reduce((total, text) => total + count(text), 0);
/** Words on the question's screen with its answers; a card stands alone beside its places. */
const onScreen = ({ question, words }: Shown): number => {
	const options = Object.values(words.options ?? {});
	const answers =
		(isCards(question) ? Math.max(...options.map(count)) : sum(options)) +
		sum(Object.values(words.places ?? {}));
	return count(words.ask) + count(words.help) + answers;
};

/** What one question says, against the limits of its version. */
function screenMissed(shown: Shown, locale: string): readonly Missed[] {
	const { version, words, where } = shown;
	const missed: Missed[] = [];
	const miss = (gate: Gate, what: string | number) => missed.push({ gate, where, what: String(what) });
	const parts = [...spokenParts(shown), ...labels(shown)];
	if (onScreen(shown) > wordsOnScreen[version]) miss('words-on-screen', onScreen(shown));
	if (count(words.warning) > wordsOnScreen[version]) miss('words-on-screen', words.warning ?? '');
	for (const part of parts) {
		for (const sentence of sentencesIn(part))
			if (count(sentence) > wordsInSentence[version]) miss('words-in-sentence', sentence);
		if (adultWords[locale]?.test(part)) miss('adult-word', part);
		if (praiseWords[locale]?.test(part)) miss('praise', part);
		if (secrecyWords[locale]?.test(part)) miss('secrecy', part);
		if (locale !== 'en') continue;
		for (const word of wordsIn(part))
			if (!isExplained(word) && syllablesIn(word) > syllablesAtMost[version]) miss('syllables', word);
	}
	for (const sentence of sentencesIn(words.ask)) {
		if (leadingStems[locale]?.test(sentence)) miss('leading', sentence);
		if (negativeWords[locale]?.test(sentence)) miss('negative', sentence);
	}
	if (words.ask.split('?').length > 2) miss('two-questions', words.ask);
	const says = warningSays[locale];
	if (words.warning !== undefined && says?.some((one) => !one.test(words.warning ?? '')))
		miss('warning', words.warning);
	const options = Object.values(words.options ?? {});
	if (new Set(options).size < options.length) miss('same-words', options.join(', '));
	return missed;
}

/**
 * What `text` says, against the limits of every version that `journey` asks. A language that the gates do not know is held
 * to the numbers of words alone.
 */
export function wordsMissed(journey: Journey, text: JourneyText): readonly Missed[] {
	const { locale } = text;
	const size = journey.size ?? 'full';
	const missed: Missed[] = [];
	const miss = (gate: Gate, where: string, what: string | number) =>
		missed.push({ gate, where, what: String(what) });
	for (const version of versionIds)
		for (const title of [text.title[version], ...Object.values(text.topics).map((each) => each[version])])
			if (adultWords[locale]?.test(title)) miss('adult-word', `${version} title`, title);
	let warned = 0;
	for (const version of versionsOf(journey)) {
		const all = shownIn(journey, text, version);
		for (const shown of all) missed.push(...screenMissed(shown, locale));
		warned += all.filter(({ words }) => words.warning !== undefined).length;
		const sentences = all.flatMap(spokenParts).flatMap(sentencesIn);
		if (locale === 'en' && sentences.flatMap(wordsIn).length >= gradedFrom) {
			const grade = gradeOf(sentences);
			if (grade > gradeAtMost[version])
				miss('grade', version, `${grade.toFixed(1)} over ${gradeAtMost[version]}`);
		}
		const words = all.flatMap((shown) => [...spokenParts(shown), ...labels(shown)]).flatMap(wordsIn);
		const letters = words.join('').length / words.length;
		if (locale === 'cy' && words.length >= gradedFrom && letters > welshLettersInWord[version])
			miss('letters', version, `${letters.toFixed(2)} over ${welshLettersInWord[version]}`);
	}
	if (warned === 0 && size !== 'small') miss('warning', 'all versions', 'nothing is warned of');
	return missed;
}

/** The glossary of `locale`: a term and what it means; empty where there is none. */
export const glossaryOf = (locale: string): Readonly<Record<string, string>> => glossaries[locale] ?? {};
