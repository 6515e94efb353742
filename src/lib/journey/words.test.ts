/**
 * The word gates: every text of every journey against the limits of its version (docs/accessibility.md), in every language. A text
 * that is too long, too hard, leading or praising fails by name.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictureNames } from '../picture/names.ts';
import { checkJourney, checkText } from './check.ts';
import cyGlossary from './glossary/cy.json' with { type: 'json' };
import enGlossary from './glossary/en.json' with { type: 'json' };
import type { Journey, JourneyText, Question, QuestionText, Size } from './journey.ts';
import { ruleOf } from './kind.ts';
import { gradeOf, sentencesIn, syllablesIn, wordsIn } from './reading.ts';
import type { VersionId } from './version.ts';
import { localeIds, versionIds } from './version.ts';

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
/** Where there is a whole grade's worth of words: fewer say nothing (docs/accessibility.md). */
const gradedFrom = 100;
const optionsFrom: PerVersion = { '4-7': 2, '8-11': 3, '12-15': 4, '16-17': 4, easy: 2 };
const optionsUpTo: PerVersion = { '4-7': 3, '8-11': 4, '12-15': 5, '16-17': 5, easy: 3 };
const cardsUpTo: PerVersion = { '4-7': 6, '8-11': 8, '12-15': 9, '16-17': 9, easy: 6 };

const folder = new URL('./journeys/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
	entry.isDirectory() ? [entry.name] : []
);
const names = new Set<string>(pictureNames);

const explained = new Set(Object.keys(enGlossary).flatMap((term) => term.toLowerCase().split(' ')));
const isExplained = (word: string): boolean => explained.has(word) || explained.has(word.replace(/s$/, ''));

/** Adult words: never said to a child, in any version, unless the glossary explains them. */
const banned: Readonly<Record<string, RegExp>> = {
	en: /\b(cases?|placements?|contact|LAC|IRO|QARO|CPC|significant harm|sibling groups?|siblings?|professionals?|agency|agencies|multi-agency|assessments?|safeguarding|disclosures?|outcomes?|interventions?|referrals?|thresholds?|engage(ment)?|service users?|stakeholders?|statutory|respite|permanency|caregivers?|ascertain|in relation to)\b/i,
	cy: /\b(achosion|achos|lleoliad(au)?|cyswllt|niwed sylweddol|grŵp brodyr|gweithwyr proffesiynol|asiantaeth(au)?|asesiad(au)?|diogelu|canlyniadau|ymyrraeth|atgyfeiriad(au)?|trothwy|defnyddwyr gwasanaeth|rhanddeiliaid|statudol|seibiant|mewn perthynas â)\b/i
};
/** A question that already holds its answer. */
const leading: Readonly<Record<string, RegExp>> = {
	en: /^(do you (like|love|enjoy|feel|think|want|get|have)|don't|do you not|isn't|aren't|are you|is |was |were |did |does |would you like|can you|have you|has |will you|shouldn't|surely|why don't)/i,
	cy: /^(wyt ti|a wyt ti|onid|nag|oes |a oes|ydy|ydi|yw |fyddet ti|hoffet ti|alli di|elli di|oeddet ti|dwyt ti ddim)/i
};
/** Praise ties worth to an answer; secrecy is never promised. Red and green are nobody's good and bad. */
const praise: Readonly<Record<string, RegExp>> = {
	en: /\b(well done|good (job|boy|girl|work)|great|brilliant|amazing|awesome|clever|brave|proud|super|fantastic|perfect|correct|wrong answer|red|green)\b|!/i,
	cy: /\b(da iawn ti|gwych|ardderchog|bendigedig|clyfar|dewr|balch|campus|perffaith|coch|gwyrdd)\b|!/i
};
const secrecy: Readonly<Record<string, RegExp>> = {
	en: /\b(we (will|can) keep (it|this)|nobody will (ever )?(know|see)|no one will (ever )?(know|see)|(?<!cannot )stays? secret|our secret|just between us|promise)\b/i,
	cy: /\b(fydd neb yn gwybod|cadw (hyn|e)'n gyfrinach|ein cyfrinach|addo|addewid)\b/i
};
const negativeAsk: Readonly<Record<string, RegExp>> = {
	en: /\b(not|n't|never|no longer)\b/i,
	cy: /\b(ddim|peidio|byth)\b/i
};

interface Shown {
	readonly question: Question;
	readonly version: VersionId;
	readonly words: QuestionText;
	readonly where: string;
}
const shownIn = (journey: Journey, text: JourneyText, version: VersionId): readonly Shown[] =>
	journey.questions.flatMap((question) => {
		const words = text.questions[question.id]?.[version];
		return words ? [{ question, version, words, where: `${text.locale} ${version} ${question.id}` }] : [];
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
/** Words on the question's screen with its answers; a card stands alone beside its three places. */
const onScreen = ({ question, words }: Shown): number => {
	const options = Object.values(words.options ?? {});
	const answers =
		ruleOf(question.kind).places.length > 0 && question.kind !== 'then-now'
			? Math.max(...options.map(count)) + sum(Object.values(words.places ?? {}))
			: sum(options) + sum(Object.values(words.places ?? {}));
	return count(words.ask) + count(words.help) + answers;
};

describe.each(ids)('%s', (id) => {
	const checked = checkJourney(`${id}/journey.json`, read(`${id}/journey.json`), names);
	if (!checked.ok) throw new Error(`${checked.reason} ${checked.detail}`);
	const journey = checked.value;
	const size = journey.size ?? 'full';
	const asks = versionIds.filter((version) => journey.questions.some((question) => question.asked[version]));

	test('asks as many core questions as each version bears', () => {
		expect(asks).toContain('16-17');
		if ((journey.audience ?? 'child') !== 'child') expect(asks).toEqual(['16-17']);
		for (const version of asks) {
			const asked = journey.questions.flatMap((question) => question.asked[version] ?? []);
			const core = asked.filter((each) => each.core).length;
			const most = coreQuestions[size][version];
			expect({ version, core }).toEqual({ version, core: size === 'small' ? Math.min(core, most) : most });
			if (size === 'small') expect(asked.length, version).toBeLessThanOrEqual(6);
			if (version === '4-7') expect(asked.length).toBeLessThanOrEqual(13);
		}
	});

	test('offers each version as many options as it can weigh, with pictures for those who do not read', () => {
		for (const question of journey.questions)
			for (const version of versionIds) {
				const options = question.asked[version]?.options;
				if (!options) continue;
				const where = `${question.id} ${version}`;
				expect(options.length, where).toBeGreaterThanOrEqual(
					question.kind === 'scale' ? Math.min(3, optionsUpTo[version]) : optionsFrom[version]
				);
				const isCards = ruleOf(question.kind).places.length > 0 && question.kind !== 'then-now';
				expect(options.length, where).toBeLessThanOrEqual(
					isCards ? cardsUpTo[version] : optionsUpTo[version]
				);
				if (version === '4-7' || version === 'easy')
					for (const option of options)
						expect(
							question.options?.find((each) => each.id === option)?.picture,
							`${where} ${option}`
						).toBeDefined();
			}
	});

	describe.each(localeIds)('in %s', (locale) => {
		const file = `${id}/text.${locale}.json`;
		const outcome = checkText(file, read(file), journey);
		if (!outcome.ok) throw new Error(`${outcome.reason} ${outcome.detail}`);
		const text = outcome.value;
		const all = versionIds.flatMap((version) => shownIn(journey, text, version));

		test('is in this language, and has something to say', () => {
			expect(text.locale).toBe(locale);
			expect(all.length).toBeGreaterThanOrEqual(
				size === 'full' ? 60 : asks.length * (size === 'short' ? 13 : 3)
			);
		});

		test('no screen and no sentence is longer than its version bears', () => {
			for (const shown of all) {
				expect(onScreen(shown), shown.where).toBeLessThanOrEqual(wordsOnScreen[shown.version]);
				expect(count(shown.words.warning), `${shown.where} warning`).toBeLessThanOrEqual(
					wordsOnScreen[shown.version]
				);
				for (const sentence of [...spokenParts(shown), ...labels(shown)].flatMap(sentencesIn))
					expect(count(sentence), `${shown.where}: ${sentence}`).toBeLessThanOrEqual(
						wordsInSentence[shown.version]
					);
			}
		});

		test('no banned, leading, praising, secret or negative words', () => {
			const titles = versionIds.flatMap((version) => [
				text.title[version],
				...Object.values(text.topics).map((topic) => topic[version])
			]);
			for (const words of titles) expect(words).not.toMatch(banned[locale] ?? /^$/);
			for (const shown of all) {
				const parts = [...spokenParts(shown), ...labels(shown)];
				for (const part of parts) {
					expect(part, shown.where).not.toMatch(banned[locale] ?? /^$/);
					expect(part, shown.where).not.toMatch(praise[locale] ?? /^$/);
					expect(part, shown.where).not.toMatch(secrecy[locale] ?? /^$/);
				}
				for (const sentence of sentencesIn(shown.words.ask)) {
					expect(sentence, shown.where).not.toMatch(leading[locale] ?? /^$/);
					expect(sentence, shown.where).not.toMatch(negativeAsk[locale] ?? /^$/);
				}
				expect(shown.words.ask.split('?').length - 1, `${shown.where}: one question`).toBeLessThanOrEqual(1);
			}
		});

		test('a warning says that it can be skipped and that a grown-up acts', () => {
			const canSkip = locale === 'en' ? /you can skip it/i : /does dim rhaid ateb/i;
			const acts = locale === 'en' ? /\b(must|has to)\b/ : /\brhaid i\b/i;
			const warned = all.filter((shown) => shown.words.warning !== undefined);
			if (size !== 'small') expect(warned.length).toBeGreaterThan(0);
			for (const shown of warned) {
				expect(shown.words.warning, shown.where).toMatch(canSkip);
				expect(shown.words.warning, shown.where).toMatch(acts);
			}
		});

		test('words of one question do not repeat each other', () => {
			for (const shown of all) {
				const options = Object.values(shown.words.options ?? {});
				expect(new Set(options).size, shown.where).toBe(options.length);
			}
		});

		if (locale === 'en')
			test('every word is short, or explained in the glossary', () => {
				for (const shown of all)
					for (const word of [...spokenParts(shown), ...labels(shown)].flatMap(wordsIn))
						if (!isExplained(word))
							expect(syllablesIn(word), `${shown.where}: ${word}`).toBeLessThanOrEqual(
								syllablesAtMost[shown.version]
							);
			});

		if (locale === 'en')
			test('the whole journey reads at its version’s grade', () => {
				for (const version of asks) {
					const sentences = shownIn(journey, text, version).flatMap(spokenParts).flatMap(sentencesIn);
					const enough = sentences.flatMap(wordsIn).length >= gradedFrom;
					if (size === 'full' && version !== '4-7' && version !== 'easy') expect(enough, version).toBe(true);
					if (!enough) continue;
					expect(gradeOf(sentences), version).toBeLessThanOrEqual(gradeAtMost[version]);
				}
			});

		if (locale === 'cy')
			test('Welsh words stay short on the whole', () => {
				for (const version of asks) {
					const words = shownIn(journey, text, version)
						.flatMap((shown) => [...spokenParts(shown), ...labels(shown)])
						.flatMap(wordsIn);
					if (words.length < gradedFrom) continue;
					expect(words.join('').length / words.length, version).toBeLessThanOrEqual(
						welshLettersInWord[version]
					);
				}
			});
	});
});

test('both glossaries explain as many words, shortly', () => {
	expect(Object.keys(cyGlossary).length).toBe(Object.keys(enGlossary).length);
	for (const sentence of [...Object.values(enGlossary), ...Object.values(cyGlossary)].flatMap(sentencesIn))
		expect(count(sentence), sentence).toBeLessThanOrEqual(17);
});

test('the measure counts as people do', () => {
	const counted = {
		school: 1,
		safe: 1,
		feeling: 2,
		advocate: 3,
		family: 3,
		'grown-up': 2,
		worried: 2,
		changed: 1
	};
	for (const [word, syllables] of Object.entries({
		...counted,
		needed: 2,
		little: 2,
		houses: 2,
		relationship: 4
	}))
		expect([word, syllablesIn(word)]).toEqual([word, syllables]);
	expect(sentencesIn('You can stop. How is it? ')).toEqual(['You can stop', 'How is it']);
	expect(gradeOf(['The cat sat on the mat'])).toBeCloseTo(-1.45, 2);
});
