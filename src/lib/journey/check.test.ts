/** Malformed journeys: each is refused, with the right reason, by file and path. */
import { expect, test } from 'vitest';
import type { Result } from '../base/result.ts';
import type { JourneyFault } from './check.ts';
import {
	asks,
	feelWords,
	five,
	journey,
	kindWords,
	kinds,
	ofJourney,
	ofText,
	pick,
	places,
	says,
	sign,
	sort,
	sortWords,
	text
} from './test-small-journey.ts';

test('a whole journey and its words are let through', () => {
	expect(ofJourney(journey).ok).toBe(true);
	expect(ofText(text).ok).toBe(true);
});

test('each kind with its own places is let through', () => {
	for (const [kind, given] of Object.entries(kindWords)) expect(places(kind, ...given).ok, kind).toBe(true);
	expect(ofJourney({ ...journey, audience: 'child', size: 'small' }).ok).toBe(true);
});

/** All of `JourneyFault`. */
const reasons = 20;

const faults: readonly [string, Result<unknown, JourneyFault>, JourneyFault, string][] = [
	['not an object', ofJourney('journey'), 'malformed', ''],
	['an unknown field', ofJourney({ ...journey, colour: 'red' }), 'malformed', 'colour: unknown-field'],
	['no id', ofJourney({ ...journey, id: undefined }), 'malformed', 'id'],
	['an id with blanks', ofJourney({ ...journey, id: 'a b' }), 'malformed', 'id: regex'],
	['version nought', ofJourney({ ...journey, version: 0 }), 'malformed', 'version: min-value'],
	['no question', asks(), 'malformed', 'questions: min-length'],
	[
		'a kind that does not exist',
		asks({ ...pick, kind: 'slider' }),
		'malformed',
		'questions.0.kind: picklist'
	],
	['no subject', asks({ ...pick, subjects: [] }), 'malformed', 'questions.0.subjects: min-length'],
	['no source', asks({ ...pick, source: '' }), 'malformed', 'questions.0.source: min-length'],
	[
		'a version that does not exist',
		asks({ ...pick, asked: { '0-3': { core: true } } }),
		'malformed',
		'asked.0-3'
	],
	[
		'core is not said',
		asks({ ...pick, asked: { '4-7': { options: ['good', 'low'] } } }),
		'malformed',
		'core: missing'
	],
	[
		'too many questions',
		asks(...Array.from({ length: 121 }, () => pick)),
		'malformed',
		'questions: max-length'
	],
	[
		'a topic twice',
		ofJourney({ ...journey, topics: [...journey.topics, journey.topics[0]] }),
		'topic-twice',
		'topics.home'
	],
	[
		'a topic that does not exist',
		asks({ ...pick, topic: 'moon' }, sort, sign),
		'topic-unknown',
		'feel.topic'
	],
	['a topic without questions', asks(sign), 'topic-unused', 'topics.home'],
	['a question twice', asks(pick, pick, sort, sign), 'question-twice', 'questions.feel'],
	[
		'a question that no version asks',
		asks({ ...pick, asked: {} }, sort, sign),
		'asked-nowhere',
		'feel.asked'
	],
	[
		'an option twice',
		asks({ ...pick, options: [...pick.options, { id: 'low' }] }, sort, sign),
		'option-twice',
		'feel.options.low'
	],
	[
		'an option asked for that does not exist',
		asks({ ...pick, asked: { '4-7': { core: true, options: ['good', 'none'] } } }, sort, sign),
		'option-unknown',
		'feel.asked.4-7.none'
	],
	[
		'an unsafe option that does not exist',
		asks({ ...pick, unsafe: ['none'] }, sort, sign),
		'option-unknown',
		'unsafe.none'
	],
	[
		'an option that no version offers',
		asks({ ...pick, options: [...pick.options, { id: 'more' }] }, sort, sign),
		'option-unused',
		'feel.options.more'
	],
	[
		'nothing to choose',
		asks({ ...pick, asked: { '4-7': { core: true } } }, sort, sign),
		'options-missing',
		'feel.asked.4-7'
	],
	[
		'options where there is nothing to choose',
		asks(pick, sort, {
			...sign,
			options: pick.options,
			asked: { easy: { core: true, options: ['good', 'low'] } }
		}),
		'options-unwanted',
		'sign.asked.easy'
	],
	[
		'a picture outside the set',
		asks({ ...pick, options: [{ id: 'good', picture: 'unicorn' }, { id: 'low' }] }, sort, sign),
		'picture-unknown',
		'feel.options.good'
	],
	['signing before the end', asks(sign, pick, sort), 'sign-not-last', 'questions.sign'],
	['words of another journey', ofText({ ...text, journey: 'other' }), 'other-journey', 'journey'],
	['words of another version', ofText({ ...text, version: 2 }), 'other-journey', 'journey'],
	['a locale that is none', ofText({ ...text, locale: 'English!' }), 'malformed', 'locale: regex'],
	[
		'no words for a topic',
		ofText({ ...text, topics: { home: five('Home') } }),
		'words-missing',
		'topics.end'
	],
	[
		'words for a topic too many',
		ofText({ ...text, topics: { ...text.topics, moon: five('M') } }),
		'words-unwanted',
		'topics.moon'
	],
	['no words for a question', says({ feel: {} }), 'words-missing', 'feel.4-7'],
	['words for a question too many', says({ moon: {} }), 'words-unwanted', 'questions.moon'],
	[
		'words for a version too many',
		says({ feel: { '4-7': feelWords, easy: feelWords } }),
		'words-unwanted',
		'feel.easy'
	],
	['empty words', says({ feel: { '4-7': { ...feelWords, ask: '' } } }), 'malformed', 'ask: min-length'],
	[
		'words without end',
		says({ feel: { '4-7': { ...feelWords, ask: 'a'.repeat(401) } } }),
		'malformed',
		'ask: max-length'
	],
	[
		'an option without words',
		says({ feel: { '4-7': { ...feelWords, options: { good: 'G' } } } }),
		'words-missing',
		'options.low'
	],
	[
		'words without an option',
		says({ feel: { '4-7': { ...feelWords, options: { ...feelWords.options, more: 'M' } } } }),
		'words-unwanted',
		'options.more'
	],
	[
		'a hard subject without a warning',
		says({ feel: { '4-7': { ...feelWords, warning: undefined } } }),
		'warning-missing',
		'feel.4-7'
	],
	[
		'a warning before an easy one',
		says({ sign: { '4-7': { ask: 'Sign.', warning: 'Oh.' } } }),
		'warning-unwanted',
		'sign.4-7'
	],
	[
		'a sort without its places',
		says({ sort: { easy: { ...sortWords, places: undefined } } }),
		'words-missing',
		'easy.places'
	],
	[
		'places where nothing is sorted',
		says({ feel: { '4-7': { ...feelWords, places: sortWords.places } } }),
		'words-unwanted',
		'4-7.places'
	],
	['nothing at all', ofJourney(null), 'malformed', ''],
	['a list', ofJourney([]), 'malformed', ''],
	['an id too long', ofJourney({ ...journey, id: 'a'.repeat(61) }), 'malformed', 'id: max-length'],
	['a version that is a word', ofJourney({ ...journey, version: '1' }), 'malformed', 'version: number'],
	['half a version', ofJourney({ ...journey, version: 1.5 }), 'malformed', 'version: integer'],
	['no topics', ofJourney({ ...journey, topics: [] }), 'malformed', 'topics: min-length'],
	[
		'an audience that nobody is',
		ofJourney({ ...journey, audience: 'teacher' }),
		'malformed',
		'audience: picklist'
	],
	['a size that does not exist', ofJourney({ ...journey, size: 'huge' }), 'malformed', 'size: picklist'],
	[
		'a journey for parents that asks a child',
		ofJourney({ ...journey, audience: 'parent' }),
		'version-unwanted',
		'questions.feel.asked'
	],
	['a question without a kind', asks({ ...pick, kind: undefined }), 'malformed', 'questions.0.kind: missing'],
	[
		'one option alone',
		asks({ ...pick, asked: { '4-7': { core: true, options: ['good'] } } }),
		'malformed',
		'options: min-length'
	],
	[
		'an option with a colour',
		asks({ ...pick, options: [{ id: 'good', colour: 'red' }] }),
		'malformed',
		'colour: unknown-field'
	],
	[
		'a topic with a picture outside the set',
		ofJourney({ ...journey, topics: [{ id: 'home', picture: 'unicorn' }, journey.topics[1]] }),
		'picture-unknown',
		'topics.home'
	],
	[
		'people without anybody to suggest',
		asks(pick, kinds('people', { asked: { easy: { core: true } } }), sign),
		'options-missing',
		'kind.asked.easy'
	],
	[
		'baskets with nothing to put in them',
		asks(pick, kinds('boxes', { asked: { easy: { core: true } } }), sign),
		'options-missing',
		'kind.asked.easy'
	],
	[
		'a day with a moment twice',
		asks(pick, kinds('day', { asked: { easy: { core: true, options: ['room', 'room'] } } }), sign),
		'option-twice',
		'kind.asked.easy'
	],
	[
		'a body with a part that is not listed',
		asks(pick, kinds('body', { asked: { easy: { core: true, options: ['room', 'tail'] } } }), sign),
		'option-unknown',
		'easy.tail'
	],
	['wishes with options', asks(pick, kinds('wish'), sign), 'options-unwanted', 'kind.asked.easy'],
	[
		'a free answer that is to say not safe',
		asks(pick, sort, { ...sign, kind: 'boxes', unsafe: ['room'], options: sort.options, asked: sort.asked }),
		'unsafe-unheard',
		'sign.unsafe'
	],
	[
		'people that are to say not safe',
		asks(pick, kinds('people', { unsafe: ['room'] }), sign),
		'unsafe-unheard',
		'kind.unsafe'
	],
	['then and now without now', places('then-now', 'then'), 'words-missing', 'easy.places'],
	['people near and middle, never far', places('people', 'near', 'middle'), 'words-missing', 'easy.places'],
	[
		'people with a place too many',
		places('people', 'near', 'middle', 'far', 'gone'),
		'words-unwanted',
		'easy.places'
	],
	[
		'places with the words of a sort',
		places('places', 'good', 'middle', 'not-good'),
		'words-missing',
		'easy.places'
	],
	['baskets without dreams', places('boxes', 'good', 'worries'), 'words-missing', 'easy.places'],
	['a day without night', places('day', 'morning', 'day', 'evening'), 'words-missing', 'easy.places'],
	[
		'a body where nothing may be untouched',
		places('body', 'hurts', 'itches', 'good'),
		'words-missing',
		'easy.places'
	],
	['who does what, at no time', places('who-does-what'), 'words-missing', 'easy.places'],
	[
		'words of ways to help where nobody is asked',
		says({
			sign: {
				'4-7': {
					ask: 'Sign.',
					how: {
						'read-aloud': 'Read',
						'typed-for-me': 'Typed',
						'talked-it-over': 'Talked',
						'chose-with-me': 'Chose'
					}
				}
			}
		}),
		'words-unwanted',
		'4-7.how'
	],
	[
		'half the ways to help',
		says({ sign: { '4-7': { ask: 'Sign.', how: { 'read-aloud': 'Read' } } } }),
		'malformed',
		'how.typed-for-me'
	],
	['a title in one version only', ofText({ ...text, title: { '4-7': 'Small' } }), 'malformed', 'title'],
	[
		'a label longer than a card',
		says({ feel: { '4-7': { ...feelWords, options: { good: 'a'.repeat(121), low: 'Low' } } } }),
		'malformed',
		'options.good: max-length'
	],
	[
		'a warning without end',
		says({ feel: { '4-7': { ...feelWords, warning: 'a'.repeat(1001) } } }),
		'malformed',
		'warning: max-length'
	],
	[
		'words with an unknown field',
		says({ feel: { '4-7': { ...feelWords, hint: 'Good' } } }),
		'malformed',
		'hint: unknown-field'
	]
];

test('there are enough of them, and no two are alike', () => {
	expect(faults.length).toBeGreaterThanOrEqual(60);
	expect(new Set(faults.map(([name]) => name)).size).toBe(faults.length);
	expect(new Set(faults.map(([, , reason]) => reason)).size).toBe(reasons);
});

test.each(faults)('%s is refused', (_, outcome, reason, path) => {
	expect(outcome).toMatchObject({ ok: false, reason });
	const detail = outcome.ok ? '' : (outcome.detail ?? '');
	expect(detail).toMatch(/^small\/(journey|text\.en)\.json: /);
	expect(detail).toContain(path);
});
