/** Plain text and reading back: every kind, every part of its value, in the words that were shown. */
import { describe, expect, it } from 'vitest';
import type { Instant } from '../base/brand.ts';
import type { Answer, Value } from './answer.ts';
import { questionKinds, ruleOf, type QuestionKind } from './kind.ts';
import { peopleIn, placedIn } from './placed.ts';
import { plainAnswer, plainAnswers, type PlainWords } from './plain.ts';

const words: PlainWords = {
	dontKnow: 'I don’t know',
	skipped: 'Skipped',
	places: { good: 'Good', middle: 'In the middle', 'not-good': 'Not good' },
	elsewhere: 'lives somewhere else',
	died: 'has died',
	help: {
		alone: 'Alone',
		'read-aloud': 'Read aloud',
		'typed-for-me': 'Typed',
		'talked-it-over': 'Talked',
		'chose-with-me': 'Chose together'
	},
	drawn: 'A mark',
	made: { drawing: 'A drawing', recording: 'A voice', photo: 'A photo' },
	picture: (name) => `Picture: ${name}`,
	quote: (said) => `“${said}”`
};

const answer = (kind: QuestionKind, value?: Value, more: Partial<Answer> = {}): Answer => ({
	question: kind,
	version: 1,
	kind,
	asked: {
		words: `${kind}?`,
		options: [
			{ id: 'mum', words: 'Mum', picture: 'mum' },
			{ id: 'school', words: 'School' }
		],
		...(ruleOf(kind).places.length > 0
			? { places: Object.fromEntries(ruleOf(kind).places.map((place) => [place, place.toUpperCase()])) }
			: {})
	},
	locale: 'en',
	look: '8-11',
	state: 'answered',
	...(value ? { value } : {}),
	ways: ['picture'],
	help: [],
	share: 'chair',
	wish: false,
	at: '2026-11-22T10:00:00.000Z' as Instant,
	...more
});

/** One full value of every kind, and its lines. */
const said: Readonly<Record<QuestionKind, readonly [Value, readonly string[]]>> = {
	pick: [{ kind: 'pick', chosen: ['school', 'mum'] }, ['School', 'Mum']],
	part: [{ kind: 'part', chosen: ['mum'] }, ['Mum']],
	scale: [{ kind: 'scale', chosen: 'school' }, ['School']],
	sort: [
		{
			kind: 'sort',
			placed: [
				['school', 'not-good'],
				['mum', 'good']
			]
		},
		['GOOD: Mum', 'NOT-GOOD: School']
	],
	'then-now': [{ kind: 'then-now', then: 'mum', now: 'school' }, ['THEN: Mum', 'NOW: School']],
	people: [
		{
			kind: 'people',
			people: [
				{ who: 'mum', place: 'far', elsewhere: true },
				{ who: 'mum', name: 'Sal', place: 'near', died: true },
				{ who: null, name: 'Rex', place: 'near' }
			]
		},
		['NEAR: Mum “Sal”, has died; “Rex”', 'FAR: Mum, lives somewhere else']
	],
	places: [
		{ kind: 'places', placed: [['school', 'safe']], own: [{ name: 'The den', place: 'safe' }] },
		['SAFE: School; “The den”']
	],
	boxes: [
		{
			kind: 'boxes',
			put: [
				{ box: 'dreams', words: 'A dog' },
				{ box: 'good', card: 'mum' }
			]
		},
		['GOOD: Mum', 'DREAMS: “A dog”']
	],
	day: [
		{
			kind: 'day',
			moments: [
				{ part: 'night', words: 'Shouting', feel: 'not-good' },
				{ part: 'day', card: 'school' }
			]
		},
		['DAY: School', 'NIGHT: “Shouting” (Not good)']
	],
	body: [
		{
			kind: 'body',
			marks: [
				['mum', 'hurts'],
				['mum', 'no-touch']
			]
		},
		['HURTS: Mum', 'NO-TOUCH: Mum']
	],
	'who-does-what': [
		{
			kind: 'who-does-what',
			rows: [
				{ who: 'mum', what: 'Ring me', when: 'soon' },
				{ who: null, whoWords: 'Jo', what: 'Come' },
				{ who: 'school' }
			]
		},
		['Mum: “Ring me” (SOON)', '“Jo”: “Come”', 'School']
	],
	wish: [{ kind: 'wish', wishes: ['A dog', 'Quiet'] }, ['“A dog”', '“Quiet”']],
	text: [{ kind: 'text', words: 'It is\nloud' }, ['“It is\nloud”']],
	helped: [{ kind: 'helped', who: ['mum'], how: ['read-aloud'] }, ['Mum', 'Read aloud']],
	sign: [{ kind: 'sign', mark: { form: 'name', name: 'Sam' } }, ['“Sam”']]
};

describe('an answer as plain text', () => {
	it.each(questionKinds)('says all of a %s', (kind) => {
		const [value, lines] = said[kind];
		expect(plainAnswer(answer(kind, value), words)).toEqual(lines);
	});

	it('says the other ways too, and own words after the value', () => {
		expect(plainAnswer(answer('pick', undefined, { state: 'dont-know' }), words)).toEqual(['I don’t know']);
		expect(plainAnswer(answer('pick', undefined, { state: 'skipped' }), words)).toEqual(['Skipped']);
		const both = answer('scale', { kind: 'scale', chosen: 'mum' }, { myWay: { words: 'It depends' } });
		expect(plainAnswer(both, words)).toEqual(['Mum', '“It depends”']);
	});

	it('names a mark that cannot be written', () => {
		const sign = (mark: Extract<Value, { kind: 'sign' }>['mark']) =>
			plainAnswer(answer('sign', { kind: 'sign', mark }), words)[0];
		expect(sign({ form: 'picture', picture: 'pet' })).toBe('Picture: pet');
		expect(sign({ form: 'mark', strokes: [[[0, 0]]] })).toBe('A mark');
	});

	it('keeps questions apart', () => {
		const two = [answer('scale', { kind: 'scale', chosen: 'mum' }), answer('text', said.text[0])];
		expect(plainAnswers(two, words)).toBe('scale?\nMum\n\ntext?\n“It is\nloud”\n');
	});
});

describe('reading back what was put', () => {
	it('has every place in order, empty ones too, and tells own words from shown ones', () => {
		expect(placedIn(answer('places', said.places[0]))).toEqual([
			{
				place: 'safe',
				items: [
					{ id: 'school', words: 'School', own: false },
					{ id: 'own:1', words: 'The den', own: true }
				]
			},
			{ place: 'not-sure', items: [] },
			{ place: 'not-safe', items: [] }
		]);
		expect(placedIn(answer('pick', said.pick[0]))).toEqual([]);
	});

	it('gives everyone once, with who they are', () => {
		const [near, middle, far] = peopleIn(answer('people', said.people[0]));
		expect([near?.people.length, middle?.people.length, far?.people.length]).toEqual([2, 0, 1]);
		expect(near?.people[0]?.who?.words).toBe('Mum');
		expect(near?.people[1]?.who).toBeUndefined();
	});

	it('lets an id without words stand for itself', () => {
		const odd = answer('scale', { kind: 'scale', chosen: 'gone' });
		expect(plainAnswer(odd, words)).toEqual(['gone']);
	});
});
