/** When the next try is due: growing pauses, and clocks that somebody set. */
import { expect, test } from 'vitest';
import { dueIn, pauseAfter, pauses } from './pause.ts';

test('pauses double up to the longest, and a server may ask for more', () => {
	expect([1, 2, 3].map((tries) => pauseAfter(tries, null, 0.5))).toEqual([2_000, 4_000, 8_000]);
	expect(pauseAfter(60, null, 0.5)).toBe(pauses.longest);
	expect(pauseAfter(1, 90, 0.5)).toBe(90_000);
});

test('a time within the longest pause is waited for; one that only another clock can have written is due', () => {
	const now = Date.parse('2026-11-26T09:00:00Z');
	expect(dueIn(now + 14_000, now, 15_000)).toBe(14_000);
	expect(dueIn(now - 500, now, 15_000)).toBe(-500);
	const set = Date.parse('2009-01-01T00:00:00Z');
	expect(dueIn(now + 14_000, set, 15_000)).toBe(0);
});
