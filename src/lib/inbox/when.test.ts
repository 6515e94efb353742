/** Times at the desk: the meeting's own clock, in the order and words of the desk's language. */
import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../base/brand.ts';
import { clockTime, dayAndTime, dayParts, fullDay } from './when.ts';

describe('times at the desk', () => {
	it('are those of England and Wales, summer and winter', () => {
		expect(clockTime('2026-12-02T16:40:00.000Z' as Instant, 'en')).toBe('16:40');
		expect(clockTime('2026-07-02T16:40:00.000Z' as Instant, 'en')).toBe('17:40');
		expect(clockTime('2026-07-01T23:00:00.000Z' as Instant, 'cy')).toBe('00:00');
	});

	it('begin with the day, in both languages', () => {
		expect(dayAndTime('2026-12-02T16:40:00.000Z' as Instant, 'en')).toMatch(
			/^Wednesday,? 2 December, 16:40$/
		);
		expect(dayAndTime('2026-12-02T16:40:00.000Z' as Instant, 'cy')).toMatch(/Mercher.* 2 Rhagfyr, 16:40$/);
		expect(fullDay('2026-12-09' as Day, 'en')).toMatch(/^Wednesday,? 9 December 2026$/);
		expect(dayParts('2026-12-09' as Day, 'en')).toEqual({ weekday: 'Wed', day: '9', month: 'Dec' });
	});
});
