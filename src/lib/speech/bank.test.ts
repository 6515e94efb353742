import { describe, expect, it } from 'vitest';
import { Bank, Banks, writeBank } from './bank.ts';
import { packed } from './container.ts';
import { fixedParts, patternOf } from './said.ts';

const texts = [
	'Hello',
	'It goes to',
	'and',
	'nobody else.',
	'Who reads this?',
	'Read it.',
	'Mum',
	'Dad',
	'9',
	'Monday',
	'The day:',
	'. It stays.'
];

/** Each clip is as long as its place in the list says, so that it is known again. */
const bank = new Bank(
	writeBank(
		{
			locale: 'en',
			clips: texts.map((_, at) => [at * 2, 2, at, [0, 0, 1]]),
			texts: Object.fromEntries(texts.map((text, at) => [text, at])),
			patterns: ['It goes to {{who}} and nobody else.', '{{one}} and {{two}}', 'The day: {{day}}. It stays.']
		},
		texts.map((_, at) => packed([Uint8Array.of(at)]))
	)
);
const banks = new Banks([bank]);
const found = (shown: string) =>
	banks.find(shown).map(({ clip, from, text }) => [clip ? texts[clip.ms] : null, from, text]);

describe('what is played for words that are shown', () => {
	it('is the clip of the whole text', () => {
		expect(found('Who reads this?')).toEqual([['Who reads this?', 0, 'Who reads this?']]);
		expect(banks.find('Hello')[0]?.clip?.packets).toEqual([Uint8Array.of(0)]);
	});

	it('is the parts of a text and what fills its places, each where it stands', () => {
		expect(found('It goes to Jo Bloggs and nobody else.')).toEqual([
			['It goes to', 0, 'It goes to'],
			[null, 11, 'Jo Bloggs'],
			['and', 21, 'and'],
			['nobody else.', 25, 'nobody else.']
		]);
	});

	it('is sentence by sentence, then the longest runs of words', () => {
		expect(found('Who reads this? Read it.').map(([clip]) => clip)).toEqual(['Who reads this?', 'Read it.']);
		expect(found('Monday 9 Brumaire')).toEqual([
			['Monday', 0, 'Monday'],
			['9', 7, '9'],
			[null, 9, 'Brumaire']
		]);
	});

	it('is a text that another one follows in the same line', () => {
		expect(found('The day: Monday. It stays. Hello Mum. Read it.')).toEqual([
			['The day:', 0, 'The day:'],
			['Monday', 9, 'Monday'],
			['. It stays.', 15, '. It stays.'],
			['Hello', 27, 'Hello'],
			['Mum', 33, 'Mum.'],
			['Read it.', 38, 'Read it.']
		]);
		expect(found('The day: Monday. It stays. It stays. Hello').map(([clip]) => clip)).toContain(
			'. It stays.'
		);
		expect(found('It goes to Dr. Who and nobody else.').map(([clip]) => clip)).toEqual([
			...['It goes to', null, null, 'and', 'nobody else.']
		]);
	});

	it('is each digit of a number that has no clip, where each of them has one', () => {
		expect(found('Call 0999!').map(([clip]) => clip)).toEqual([null]);
		expect(found('Call 999!')).toEqual([
			[null, 0, 'Call'],
			['9', 5, '9'],
			['9', 6, '9'],
			['9', 7, '9']
		]);
	});

	it('is nothing for what has nothing to say, and words alone where there is no clip', () => {
		expect(found(' – … ')).toEqual([]);
		expect(found('xyzzy plugh')).toEqual([[null, 0, 'xyzzy plugh']]);
		expect(found('constructor')).toEqual([[null, 0, 'constructor']]);
	});

	it('leaves out no letter and no number of what is shown, whatever it is', () => {
		for (const shown of ['Mum and Dad, and 9 Brumaire! Hello', 'Hello,Hello', 'a.b.c', '9 9 9 x']) {
			const covered = new Set<number>();
			for (const { from, text } of banks.find(shown))
				for (let at = from; at < from + text.length; at++) covered.add(at);
			for (let at = 0; at < shown.length; at++)
				if (/[\p{L}\p{N}]/u.test(shown[at] ?? ''))
					expect([shown, at, covered.has(at)]).toEqual([shown, at, true]);
		}
	});
});

it('refuses what is no bank', () => {
	expect(() => new Bank(new TextEncoder().encode('<!doctype html>'))).toThrow(TypeError);
});

it('parts a text at its places', () => {
	expect(fixedParts('reads it if {{chair}}  is away')).toEqual(['reads it if', 'is away']);
	expect(fixedParts('{{count}} %')).toEqual([]);
	expect(patternOf('1 + {{a}} (?)').exec('1 + two (?)')?.[1]).toBe('two');
});
