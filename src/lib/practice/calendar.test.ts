import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../base/brand.ts';
import { answersBy } from './answers-by.ts';
import {
	addDays,
	addMonths,
	addWorkingDays,
	bankHolidays,
	daysBetween,
	easterSunday,
	isDay,
	isWorkingDay
} from './calendar.ts';

const day = (text: string) => text as Day;

test.each([
	[2024, '2024-03-31'],
	[2025, '2025-04-20'],
	[2026, '2026-04-05'],
	[2027, '2027-03-28'],
	[2038, '2038-04-25']
])('Easter Sunday of %i is %s', (year, easter) => {
	expect(easterSunday(year)).toBe(easter);
});

test.each([
	[
		2022,
		[
			'2022-01-03',
			'2022-04-15',
			'2022-04-18',
			'2022-05-02',
			'2022-06-02',
			'2022-06-03',
			'2022-08-29',
			'2022-09-19',
			'2022-12-26',
			'2022-12-27'
		]
	],
	[
		2023,
		[
			'2023-01-02',
			'2023-04-07',
			'2023-04-10',
			'2023-05-01',
			'2023-05-08',
			'2023-05-29',
			'2023-08-28',
			'2023-12-25',
			'2023-12-26'
		]
	],
	[
		2026,
		[
			'2026-01-01',
			'2026-04-03',
			'2026-04-06',
			'2026-05-04',
			'2026-05-25',
			'2026-08-31',
			'2026-12-25',
			'2026-12-28'
		]
	],
	[
		2027,
		[
			'2027-01-01',
			'2027-03-26',
			'2027-03-29',
			'2027-05-03',
			'2027-05-31',
			'2027-08-30',
			'2027-12-27',
			'2027-12-28'
		]
	]
])('the bank holidays of %i are those that were published', (year, published) => {
	expect([...bankHolidays(year)].sort()).toEqual(published);
});

describe('working days', () => {
	test.each([
		['2026-12-09', -2, '2026-12-07', 'plain week'],
		['2026-12-07', -2, '2026-12-03', 'over a week-end'],
		['2026-12-29', -2, '2026-12-23', 'over Christmas with a substitute on the 28th'],
		['2027-01-04', -3, '2026-12-29', 'over New Year'],
		['2026-04-08', -2, '2026-04-02', 'over Easter'],
		['2028-03-01', -1, '2028-02-29', 'a leap day works'],
		['2026-10-26', -1, '2026-10-23', 'clocks go back in between'],
		['2026-03-30', -1, '2026-03-27', 'clocks go forward in between'],
		['2026-12-23', 10, '2027-01-11', 'ten after, over Christmas and New Year'],
		['2026-12-25', 0, '2026-12-25', 'none']
	])('%s %i → %s (%s)', (from, count, to) => {
		expect(addWorkingDays(day(from), count)).toBe(to);
	});

	test('going there and back from a working day is the same day', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
				const from = addDays(day('2020-01-01'), offset);
				fc.pre(isWorkingDay(from));
				expect(addWorkingDays(addWorkingDays(from, count), -count)).toBe(from);
			})
		);
	});
});

test('a month later is the same date or the end of the month', () => {
	expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28');
	expect(addMonths(day('2027-11-30'), 3)).toBe('2028-02-29');
	expect(addMonths(day('2026-12-09'), 6)).toBe('2027-06-09');
});

test('days that do not exist are none', () => {
	expect(isDay('2026-02-29')).toBe(false);
	expect(isDay('2028-02-29')).toBe(true);
	expect(isDay('2026-13-01')).toBe(false);
	expect(isDay('09/12/2026')).toBe(false);
	expect(() => addDays(day('2026-02-30'), 1)).toThrow(RangeError);
	expect(daysBetween(day('2026-12-24'), day('2027-01-02'))).toBe(9);
});

test('views are wanted by five in the afternoon there, in winter and in summer time', () => {
	expect(answersBy(day('2026-12-09'), 2)).toBe('2026-12-07T17:00:00.000Z');
	expect(answersBy(day('2026-07-15'), 2)).toBe('2026-07-13T16:00:00.000Z');
});
