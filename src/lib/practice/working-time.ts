/**
 * Working time in England and Wales: hours of working days by the clock on the wall in London, so that neither a night, a
 * week-end, a bank holiday nor the change of clocks counts. All in whole minutes.
 */
import type { Day, Instant } from '../base/brand.ts';
import { addDays, isWorkingDay } from './calendar.ts';

/** When people are at work on a working day, `HH:MM`, local. */
export interface WorkingHours {
	readonly from: string;
	readonly to: string;
}

const minuteMs = 60_000;
const wall = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/London',
	hourCycle: 'h23',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit'
});

/** The day and minute of the day on the wall at `at`. */
function wallOf(at: Instant): { readonly day: Day; readonly minute: number } {
	const part = Object.fromEntries(wall.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
	const day = `${part['year']}-${part['month']}-${part['day']}` as Day;
	return { day, minute: Number(part['hour']) * 60 + Number(part['minute']) };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The moment at which the wall shows `minute` of `day`. The clocks change at night, when nobody is at work. */
function momentAt(day: Day, minute: number): Instant {
	const utc = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs;
	const shown = wallOf(new Date(utc).toISOString() as Instant);
	const ahead = shown.minute - minute + (shown.day === day ? 0 : shown.day > day ? 1440 : -1440);
	return new Date(utc - ahead * minuteMs).toISOString() as Instant;
}

/** Whether people are at work at `at`. */
export function isWorkingTime(at: Instant, hours: WorkingHours): boolean {
	const { day, minute } = wallOf(at);
	return isWorkingDay(day) && minute >= minutesOf(hours.from) && minute < minutesOf(hours.to);
}

/** The moment at which `minutes` of working time have passed since `at`. Throws RangeError where nobody ever works. */
export function addWorkingMinutes(at: Instant, minutes: number, hours: WorkingHours): Instant {
	const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
	if (to <= from) throw new RangeError('Working hours end before they begin');
	let { day, minute } = wallOf(at);
	for (let left = minutes; ;) {
		if (isWorkingDay(day) && minute < to) {
			const start = Math.max(minute, from);
			if (left <= to - start) return momentAt(day, start + left);
			left -= to - start;
		}
		day = addDays(day, 1);
		minute = 0;
	}
}

/** Whole minutes of working time from `from` to `until`; 0 where none. */
export function workingMinutesBetween(from: Instant, until: Instant, hours: WorkingHours): number {
	const [opens, closes] = [minutesOf(hours.from), minutesOf(hours.to)];
	const [start, end] = [wallOf(from), wallOf(until)];
	let sum = 0;
	for (let day = start.day; day <= end.day; day = addDays(day, 1)) {
		if (!isWorkingDay(day)) continue;
		const begins = day === start.day ? Math.max(opens, start.minute) : opens;
		const ends = day === end.day ? Math.min(closes, end.minute) : closes;
		sum += Math.max(0, ends - begins);
	}
	return sum;
}
