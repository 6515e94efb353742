/**
 * The word gates over every text of every journey, in every language: what is too long, too hard, leading or praising fails by
 * name. And each gate over words that it must stop.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictureNames } from '../picture/names.ts';
import { checkJourney, checkText } from './check.ts';
import { askingMissed, gates, glossaryOf, wordsMissed, type Gate } from './gates.ts';
import { asksChild, versionsOf, type Journey, type JourneyText } from './journey.ts';
import { gradeOf, sentencesIn, syllablesIn, wordsIn } from './reading.ts';
import { localeIds } from './version.ts';

const folder = new URL('./journeys/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
	entry.isDirectory() ? [entry.name] : []
);
const names = new Set<string>(pictureNames);

function both(id: string, locale: string): { readonly journey: Journey; readonly text: JourneyText } {
	const journey = checkJourney(`${id}/journey.json`, read(`${id}/journey.json`), names);
	if (!journey.ok) throw new Error(`${journey.reason} ${journey.detail}`);
	const file = `${id}/text.${locale}.json`;
	const text = checkText(file, read(file), journey.value);
	if (!text.ok) throw new Error(`${text.reason} ${text.detail}`);
	return { journey: journey.value, text: text.value };
}

describe.each(ids)('%s', (id) => {
	test('asks as many questions, with as many options, as each version bears', () => {
		const { journey } = both(id, 'en');
		expect(askingMissed(journey)).toEqual([]);
		expect(versionsOf(journey)).toContain('16-17');
		if (!asksChild(journey)) expect(versionsOf(journey)).toEqual(['16-17']);
	});

	test.each(localeIds)('in %s every screen is within the limits of its version', (locale) => {
		const { journey, text } = both(id, locale);
		expect(text.locale).toBe(locale);
		expect(wordsMissed(journey, text)).toEqual([]);
		const size = journey.size ?? 'full';
		const screens = Object.values(text.questions).flatMap((each) => Object.keys(each)).length;
		const least = { full: 60, short: versionsOf(journey).length * 13, small: versionsOf(journey).length * 3 }[
			size
		];
		expect(screens).toBeGreaterThanOrEqual(least);
		const words = Object.values(text.questions).flatMap((each) => each['16-17']?.ask ?? []);
		// Too few words to have a grade would let a whole journey through unread.
		if (size === 'full') expect(words.flatMap(wordsIn).length).toBeGreaterThanOrEqual(100);
	});
});

describe('each gate stops what it is for', () => {
	const { journey, text } = both('review-conference', 'en');
	const welsh = both('review-conference', 'cy').text;
	const [first] = journey.questions.filter(({ asked }) => asked['8-11'] && asked['4-7']);
	if (!first) throw new Error('No question to spoil');
	const said = (words: object, from: JourneyText = text): readonly Gate[] => {
		const own = from.questions[first.id];
		const questions = {
			...from.questions,
			[first.id]: { ...own, '8-11': { ...own?.['8-11'], ...words } }
		};
		return wordsMissed(journey, { ...from, questions } as JourneyText).map(({ gate }) => gate);
	};
	const many = (words: string, times: number) => Array.from({ length: times }, () => words).join(' ');
	const asks = (change: (of: Journey) => object): readonly Gate[] =>
		askingMissed({ ...journey, ...change(journey) } as Journey).map(({ gate }) => gate);
	const asked = (id: string, more: object) => ({
		questions: journey.questions.map((question) => (question.id === id ? { ...question, ...more } : question))
	});
	const picked = journey.questions.find(({ kind, asked: in_ }) => kind === 'pick' && in_['4-7']?.options);
	if (!picked) throw new Error('No question to pick from');

	const spoilt: Readonly<Record<Gate, () => readonly Gate[]>> = {
		'core-questions': () => asks((of) => ({ questions: of.questions.slice(1) })),
		'all-questions': () =>
			asks((of) => ({
				size: 'small',
				questions: of.questions.map((one) => ({ ...one, asked: { '8-11': { core: false } } }))
			})),
		options: () =>
			asks(() => asked(picked.id, { asked: { '8-11': { core: true, options: ['one', 'two'] } } })),
		pictures: () => asks(() => asked(picked.id, { options: [] })),
		'words-on-screen': () => said({ help: `${many('We can do it.', 14)}` }),
		'words-in-sentence': () => said({ ask: 'How is it when you are at home with all of your family there?' }),
		'adult-word': () => said({ ask: 'How is your placement?' }),
		praise: () => said({ help: 'Well done.' }),
		secrecy: () => said({ help: 'Nobody will know.' }),
		leading: () => said({ ask: 'Do you like your room?' }),
		negative: () => said({ ask: 'What is not good at home?' }),
		'two-questions': () => said({ ask: 'Who is it? Where is it?' }),
		warning: () => said({ warning: 'This is hard.' }),
		'same-words': () => said({ options: { one: 'The same', two: 'The same', three: 'Else' } }),
		syllables: () => said({ ask: 'How is your accommodation?' }),
		grade: () =>
			said({
				ask: Array.from(
					{ length: 40 },
					() => 'Considering everything, particularly difficult situations.'
				).join(' ')
			}),
		letters: () => said({ ask: many('llanfairpwllgwyngyllgogerychwyrndrobwll', 60) }, welsh)
	};

	test.each(gates)('%s', (gate) => {
		expect(spoilt[gate]()).toContain(gate);
	});
});

test('both glossaries explain as many words, shortly', () => {
	expect(Object.keys(glossaryOf('cy')).length).toBe(Object.keys(glossaryOf('en')).length);
	for (const sentence of [...Object.values(glossaryOf('en')), ...Object.values(glossaryOf('cy'))].flatMap(
		sentencesIn
	))
		expect(wordsIn(sentence).length, sentence).toBeLessThanOrEqual(17);
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
