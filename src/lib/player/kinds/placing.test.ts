/** Cards in places, on the screen and as values: nothing is lost on the way there and back. */
import { describe, expect, it } from 'vitest';
import type { Value } from '../../journey/answer.ts';
import { put, putToo } from '../../ui/sort/put.ts';
import {
	nothingPlaced,
	placingOf,
	valueOf,
	withFeel,
	withOwn,
	withPlaced,
	type PlacingKind
} from './placing.ts';

const values: readonly (Value & { readonly kind: PlacingKind })[] = [
	{ kind: 'places', placed: [['home', 'not-sure']], own: [{ name: 'The den', place: 'safe' }] },
	{ kind: 'places', placed: [['home', 'not-safe']] },
	{
		kind: 'boxes',
		put: [
			{ box: 'dreams', words: 'A dog' },
			{ box: 'good', card: 'school' },
			{ box: 'worries', words: 'Nights' }
		]
	},
	{
		kind: 'day',
		moments: [
			{ part: 'morning', card: 'wash', feel: 'middle' },
			{ part: 'night', card: 'wash', feel: 'middle' },
			{ part: 'night', words: 'Shouting', feel: 'not-good' },
			{ part: 'day', card: 'school' }
		]
	},
	{
		kind: 'body',
		marks: [
			['tummy', 'hurts'],
			['tummy', 'no-touch'],
			['skin', 'itches']
		]
	}
];

describe('putting', () => {
	it.each(values)('keeps all of a $kind', (value) => {
		expect(valueOf(value.kind, placingOf(value))).toEqual(value);
	});

	it('says nothing of own cards until they have words', () => {
		const { state, card } = withOwn(nothingPlaced, 'dreams');
		expect(valueOf('boxes', state)).toEqual({ kind: 'boxes', put: [] });
		const named = { ...state, own: { ...state.own, [card]: ' A dog ' } };
		expect(valueOf('boxes', named)).toEqual({ kind: 'boxes', put: [{ box: 'dreams', words: ' A dog ' }] });
	});

	it('gives every own card a name of its own', () => {
		const one = withOwn(nothingPlaced, 'good');
		const two = withOwn(one.state, 'good');
		expect(two.card).not.toBe(one.card);
		expect(two.state.placed).toHaveLength(2);
	});

	it('says the same, whichever way there', () => {
		const short = withPlaced(nothingPlaced, putToo([], 'wash', 'night'));
		const long = withPlaced(short, putToo(putToo(short.placed, 'wash', 'morning'), 'wash', 'morning'));
		expect(valueOf('day', long)).toEqual(valueOf('day', short));
		const moved = put(put([], 'home', 'safe'), 'home', 'not-safe');
		expect(valueOf('places', withPlaced(nothingPlaced, moved))).toEqual(values[1]);
	});

	it('lets a feeling go when it is said again, and with its card', () => {
		const put1 = withPlaced(nothingPlaced, [['wash', 'night']]);
		const felt = withFeel(put1, 'wash', 'good');
		expect(valueOf('day', felt)).toEqual({
			kind: 'day',
			moments: [{ part: 'night', card: 'wash', feel: 'good' }]
		});
		expect(withFeel(felt, 'wash', 'good')).toEqual(put1);
		expect(withPlaced(felt, [])).toEqual(nothingPlaced);
	});
});
