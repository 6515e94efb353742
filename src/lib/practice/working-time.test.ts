import { describe, expect, it } from 'vitest';
import type { Instant } from '../base/brand.ts';
import { addWorkingMinutes, isWorkingTime, workingMinutesBetween } from './working-time.ts';

const hours = { from: '09:00', to: '17:00' };
const at = (text: string) => new Date(text).toISOString() as Instant;

describe('working time', () => {
	it.each([
		['a Monday morning', '2026-11-23T09:00:00Z', true],
		['before nine', '2026-11-23T08:59:00Z', false],
		['at five', '2026-11-23T17:00:00Z', false],
		['a Saturday', '2026-11-28T11:00:00Z', false],
		['Christmas', '2026-12-25T11:00:00Z', false],
		['the day kept for Boxing Day', '2026-12-28T11:00:00Z', false],
		['nine by the clock on the wall in summer', '2026-07-06T08:00:00Z', true],
		['five in summer', '2026-07-06T16:00:00Z', false]
	])('%s', (_what, moment, works) => {
		expect(isWorkingTime(at(moment), hours)).toBe(works);
	});

	it.each([
		['within a day', '2026-11-23T10:00:00Z', 60, '2026-11-23T11:00:00Z'],
		['over a night', '2026-11-23T16:30:00Z', 60, '2026-11-24T09:30:00Z'],
		['from a night', '2026-11-24T02:00:00Z', 30, '2026-11-24T09:30:00Z'],
		['over a week-end', '2026-11-27T16:30:00Z', 60, '2026-11-30T09:30:00Z'],
		['over Christmas', '2026-12-24T16:30:00Z', 60, '2026-12-29T09:30:00Z'],
		['over Easter', '2026-04-02T15:30:00Z', 60, '2026-04-07T08:30:00Z'],
		['over the change of clocks', '2026-03-27T16:30:00Z', 60, '2026-03-30T08:30:00Z'],
		['two whole days', '2026-11-23T09:00:00Z', 960, '2026-11-24T17:00:00Z']
	])('%s', (_what, from, minutes, until) => {
		expect(addWorkingMinutes(at(from), minutes, hours)).toBe(at(until));
		expect(workingMinutesBetween(at(from), at(until), hours)).toBe(minutes);
	});

	it('is none in the middle of a week-end, and never ends where nobody works', () => {
		expect(workingMinutesBetween(at('2026-11-28T09:00:00Z'), at('2026-11-29T12:00:00Z'), hours)).toBe(0);
		expect(() => addWorkingMinutes(at('2026-11-23T09:00:00Z'), 1, { from: '17:00', to: '09:00' })).toThrow(
			RangeError
		);
	});
});
