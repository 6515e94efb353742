import { describe, expect, it } from 'vitest';
import { isIn, put, putToo, takeOut, type Placed } from './put.ts';

const placed: Placed<'a' | 'b'> = [
	['one', 'a'],
	['two', 'b']
];

describe('putting a card', () => {
	it('moves it there, at the end', () => {
		expect(put(placed, 'one', 'b')).toEqual([
			['two', 'b'],
			['one', 'b']
		]);
	});
	it('puts it in several places, where it may be, and takes it from one', () => {
		const both = putToo(placed, 'one', 'b');
		expect([isIn(both, 'one', 'a'), isIn(both, 'one', 'b')]).toEqual([true, true]);
		expect(putToo(both, 'one', 'a')).toEqual([
			['two', 'b'],
			['one', 'b']
		]);
	});
	it('takes it out from everywhere', () => {
		expect(takeOut(putToo(placed, 'one', 'b'), 'one')).toEqual([['two', 'b']]);
	});
});
