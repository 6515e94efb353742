/** My people: nothing about anybody is lost, on the screen and as a value. */
import { describe, expect, it } from 'vitest';
import type { Value } from '../../../journey/answer.ts';
import { checkAnswer } from '../../../journey/schema.ts';
import { cardsOfPeople, moved, oneMore, peopleOf, peopleValue, whoIs } from './people.ts';

const value = {
	kind: 'people',
	people: [
		{ who: 'mum', place: 'far', elsewhere: true },
		{ who: 'friend', name: 'Sam', place: 'near', face: { hair: 'bob', skin: 4 } },
		{ who: 'friend', place: 'middle' },
		{ who: null, name: 'Rex', place: 'near', died: true }
	]
} as const satisfies Value;

describe('my people', () => {
	it('are the same there and back', () => {
		expect(peopleValue(peopleOf(value))).toEqual(value);
		expect(peopleOf(undefined)).toEqual([]);
	});

	it('each have a card of their own', () => {
		const people = peopleOf(value);
		expect(cardsOfPeople(people)).toEqual(['mum', 'friend', 'friend:2', 'own:1']);
		expect([oneMore(people, 'friend'), oneMore(people, 'gran'), oneMore(people, null)]).toEqual([
			'friend:3',
			'gran',
			'own:2'
		]);
		expect([whoIs('friend:3'), whoIs('own:2')]).toEqual(['friend', null]);
	});

	it('keep name, face and place in the row when they are moved', () => {
		const people = moved(peopleOf(value), [
			['own:1', 'near'],
			['mum', 'far'],
			['friend:2', 'middle'],
			['friend', 'far']
		]);
		expect(peopleValue(people)).toEqual({
			...value,
			people: value.people.map((person) =>
				person.who === 'friend' && 'name' in person ? { ...person, place: 'far' } : person
			)
		});
	});

	it('come and go', () => {
		const one = moved([], [['gran', 'near']]);
		expect(peopleValue(one)).toEqual({ kind: 'people', people: [{ who: 'gran', place: 'near' }] });
		expect(moved(one, [])).toEqual([]);
	});

	it('have a name where they are nobody of the list; nobody who died lives elsewhere', () => {
		const [unnamed] = moved([], [['own:1', 'near']]);
		expect(unnamed && peopleValue([unnamed])).toEqual({ kind: 'people', people: [] });
		const both = unnamed && peopleValue([{ ...unnamed, name: 'Nan', elsewhere: true, died: true }]);
		expect(both).toEqual({ kind: 'people', people: [{ who: null, name: 'Nan', place: 'near', died: true }] });
	});

	it('are what the chair’s browser takes', () => {
		const answer = {
			question: 'my-people',
			version: 1,
			kind: 'people',
			asked: { words: 'Who?', options: [], places: { near: 'Near', middle: 'Middle', far: 'Far' } },
			locale: 'en',
			look: '8-11',
			state: 'answered',
			value: peopleValue(peopleOf(value)),
			ways: ['picture'],
			help: [],
			share: 'chair',
			wish: false,
			at: '2026-11-22T10:00:00.000Z'
		};
		expect(checkAnswer(answer).ok).toBe(true);
	});
});
