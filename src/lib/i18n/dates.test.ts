/** Days and times in words: the meeting's own clock, in the words of the language, whatever the browser knows. */
import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../base/brand.ts';
import { clockTime, dayAndTime, dayParts, fullDay } from './dates.ts';

describe('days and times', () => {
	it('are those of England and Wales, summer and winter', () => {
		expect(clockTime('2026-12-02T16:40:00.000Z' as Instant)).toBe('16:40');
		expect(clockTime('2026-07-02T16:40:00.000Z' as Instant)).toBe('17:40');
		expect(dayAndTime('2026-07-01T23:00:00.000Z' as Instant, 'en')).toBe('Thursday 2 July, 00:00');
	});

	it('are said in both languages', () => {
		expect(dayAndTime('2026-12-02T16:40:00.000Z' as Instant, 'en')).toBe('Wednesday 2 December, 16:40');
		expect(dayAndTime('2026-12-02T16:40:00.000Z' as Instant, 'cy')).toBe('Mercher 2 Rhagfyr, 16:40');
		expect(fullDay('2026-12-09' as Day, 'en')).toBe('Wednesday 9 December 2026');
		expect(fullDay('2028-02-29' as Day, 'cy')).toBe('Mawrth 29 Chwefror 2028');
		expect(dayParts('2026-12-06' as Day, 'cy')).toEqual({ weekday: 'Sul', day: '6', month: 'Rhag' });
	});

	it('name every day of a year', () => {
		for (let at = Date.UTC(2026, 0, 1, 12); at < Date.UTC(2027, 0, 1); at += 86_400_000)
			for (const locale of ['en', 'cy'])
				expect(fullDay(new Date(at).toISOString().slice(0, 10) as Day, locale)).toMatch(
					/^\p{Lu}\p{Ll}+ \d{1,2} \p{Lu}\p{Ll}+ 2026$/u
				);
	});
});
