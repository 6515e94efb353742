/** Answering: what each act leaves behind, and that the old answers stay as they were. */
import { describe, expect, test } from 'vitest';
import type { Instant } from '../base/brand.ts';
import type { Value } from './answer.ts';
import { clearAnswer, dontKnow, isEmpty, saysUnsafe, setAnswer, shareAnswer, skip } from './answering.ts';
import type { Answers } from './engine.ts';
import { askQuestion } from './engine.ts';
import { loadJourney, loadText } from './load.ts';
import { checkAnswer } from './schema.ts';

const journey = await loadJourney('review-conference');
const text = await loadText('review-conference', 'en');
const question = (id: string) => {
	const found = journey.questions.find((each) => each.id === id);
	if (!found) throw new Error(id);
	return found;
};
const saying = (id: string) => ({
	asked: askQuestion(journey, text, id, '12-15', 'seed'),
	locale: 'en',
	look: '12-15' as const,
	at: '2026-12-01T09:00:00.000Z' as Instant
});
const frozen = (answers: Answers): Answers => {
	Object.values(answers).forEach(Object.freeze);
	return Object.freeze(answers);
};

const values: readonly [string, Value][] = [
	['today', { kind: 'pick', chosen: ['good', 'worried'] }],
	['part', { kind: 'part', chosen: ['video'] }],
	['change', { kind: 'scale', chosen: 'better' }],
	['home', { kind: 'sort', placed: [['food', 'middle']] }],
	['wishes', { kind: 'wish', wishes: ['See Gran'] }],
	['ask', { kind: 'text', words: 'When will it end?' }],
	['helped', { kind: 'helped', who: ['worker'], how: ['read-aloud'] }],
	['sign', { kind: 'sign', mark: { form: 'name', name: 'Sam' } }]
];

describe('an answer', () => {
	test.each(values)('%s is kept whole, and passes the check of the views', (id, value) => {
		const answers = setAnswer(frozen({}), question(id), { ...saying(id), value, ways: ['picture'] });
		expect(answers[id]).toMatchObject({
			question: id,
			state: 'answered',
			value,
			ways: ['picture'],
			share: 'chair'
		});
		expect(answers[id]?.asked.words).toBe(text.questions[id]?.['12-15']?.ask);
		expect(checkAnswer(JSON.parse(JSON.stringify(answers[id])))).toMatchObject({ ok: true });
	});

	test.each(values)('%s can be unknown or skipped, and has then no value', (id, value) => {
		const said = frozen(setAnswer({}, question(id), { ...saying(id), value }));
		for (const [act, state] of [
			[dontKnow, 'dont-know'],
			[skip, 'skipped']
		] as const) {
			const answer = act(said, question(id), saying(id))[id];
			expect(answer).toMatchObject({ state });
			expect(answer).not.toHaveProperty('value');
			expect(checkAnswer(answer)).toMatchObject({ ok: true });
		}
		expect(said[id]?.state).toBe('answered');
	});

	test('in one’s own way stands beside the value, or in its place', () => {
		const beside = setAnswer({}, question('today'), {
			...saying('today'),
			value: { kind: 'pick', chosen: ['good'] },
			myWay: { words: 'And tired.' }
		});
		expect(beside['today']).toMatchObject({ myWay: { words: 'And tired.' }, value: { chosen: ['good'] } });
		const alone = setAnswer({}, question('today'), { ...saying('today'), myWay: { words: 'Tired.' } });
		expect(alone['today']).toMatchObject({ state: 'answered', myWay: { words: 'Tired.' } });
		expect(alone['today']).not.toHaveProperty('value');
	});

	test('with nothing in it is no answer', () => {
		const said = setAnswer({}, question('ask'), { ...saying('ask'), value: { kind: 'text', words: 'Hm' } });
		expect(
			setAnswer(said, question('ask'), { ...saying('ask'), value: { kind: 'text', words: '  ' } })
		).toEqual({});
		const wishes = { kind: 'wish', wishes: ['', 'A dog', ' '] } as const;
		expect(
			setAnswer({}, question('wishes'), { ...saying('wishes'), value: wishes })['wishes']?.value
		).toEqual({
			kind: 'wish',
			wishes: ['A dog']
		});
		expect(isEmpty({ kind: 'wish', wishes: ['', ' '] })).toBe(true);
		expect(isEmpty({ kind: 'sort', placed: [] })).toBe(true);
		expect(clearAnswer(said, 'ask')).toEqual({});
		expect(clearAnswer(said, 'moon')).toBe(said);
	});

	test('keeps who may know it when it is said again', () => {
		const said = setAnswer({}, question('ask'), { ...saying('ask'), value: { kind: 'text', words: 'A' } });
		const shared = shareAnswer(frozen(said), 'ask', 'everyone');
		const again = setAnswer(shared, question('ask'), {
			...saying('ask'),
			value: { kind: 'text', words: 'B' }
		});
		expect(again['ask']?.share).toBe('everyone');
		expect(shareAnswer(said, 'moon', 'everyone')).toBe(said);
	});

	test('asks for something where the journey says so', () => {
		const wish = setAnswer({}, question('make-safe'), { ...saying('make-safe'), myWay: { words: 'A lock' } });
		expect(wish['make-safe']?.wish).toBe(true);
		const plain = setAnswer({}, question('today'), { ...saying('today'), myWay: { words: 'Fine' } });
		expect(plain['today']?.wish).toBe(false);
	});

	test('of another kind is refused', () => {
		expect(() =>
			setAnswer({}, question('ask'), { ...saying('ask'), value: { kind: 'scale', chosen: 'a' } })
		).toThrow(TypeError);
	});
});

test('not safe is only what the journey marks, never what words say', () => {
	const safe = question('safe');
	expect(saysUnsafe(safe, { kind: 'places', placed: [['home', 'not-safe']] })).toBe(true);
	expect(saysUnsafe(safe, { kind: 'places', placed: [['home', 'not-sure']] })).toBe(false);
	const thenNow = question('then-now');
	expect(saysUnsafe(thenNow, { kind: 'then-now', then: 'very', now: 'not' })).toBe(true);
	expect(saysUnsafe(thenNow, { kind: 'then-now', then: 'not', now: 'quite' })).toBe(false);
	expect(saysUnsafe(thenNow, { kind: 'then-now', then: 'not' })).toBe(false);
	expect(saysUnsafe(question('hurt'), { kind: 'pick', chosen: ['talk', 'hurting-myself'] })).toBe(true);
	expect(saysUnsafe(question('ask'), { kind: 'text', words: 'I am not safe' })).toBe(false);
	expect(saysUnsafe(safe, undefined)).toBe(false);
});
