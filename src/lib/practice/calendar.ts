/**
 * Days, and which of them are working days in England and Wales. Days are plain dates (`2026-12-09`), counted in UTC so
 * that a change of clocks never moves one.
 */
import type { Day } from '../base/brand.ts';
import holidays from './holidays.json' with { type: 'json' };

const dayMs = 86_400_000;

/** Whether `value` is a day that exists, spelled `YYYY-MM-DD`. */
export function isDay(value: unknown): value is Day {
	if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
	const at = Date.parse(`${value}T00:00:00Z`);
	return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
}

/** The day `days` after `day` (before it, where negative). Throws RangeError where `day` does not exist. */
export function addDays(day: Day, days: number): Day {
	if (!isDay(day)) throw new RangeError('Not a day');
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
	(Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;

/** The same day of the month `months` later, or the last day of that month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
	if (!isDay(day)) throw new RangeError('Not a day');
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10) as Day;
}

/** 0 Sunday … 6 Saturday. */
const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Day {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const h = (19 * a + b - (b >> 2) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * (c >> 2) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const month = Math.floor((h + l - 7 * m + 114) / 31);
	const date = ((h + l - 7 * m + 114) % 31) + 1;
	return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10) as Day;
}

const mondayOnOrAfter = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);
const lastMonday = (endOfMonth: Day): Day => addDays(endOfMonth, -((weekday(endOfMonth) + 6) % 7));

/** Days that fall on a week-end are kept on the next working day that is free (Banking and Financial Dealings Act 1971). */
function substituted(year: number): Day[] {
	const taken: Day[] = [];
	for (const day of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`] as Day[]) {
		let kept = day;
		while (weekday(kept) === 0 || weekday(kept) === 6 || taken.includes(kept)) kept = addDays(kept, 1);
		taken.push(kept);
	}
	return taken;
}

const years = new Map<number, ReadonlySet<Day>>();

/** The bank holidays of England and Wales in `year`: those of each year by rule, single ones from `holidays.json`. */
export function bankHolidays(year: number): ReadonlySet<Day> {
	const known = years.get(year);
	if (known) return known;
	const easter = easterSunday(year);
	const { moved, added } = holidays as { moved: Record<string, string>; added: string[] };
	const ruled = [
		...substituted(year),
		addDays(easter, -2),
		addDays(easter, 1),
		mondayOnOrAfter(`${year}-05-01` as Day),
		lastMonday(`${year}-05-31` as Day),
		lastMonday(`${year}-08-31` as Day)
	].map((day) => (moved[day] as Day | undefined) ?? day);
	const all = new Set([
		...ruled,
		...added.filter((day) => day.startsWith(`${year}-`)).map((day) => day as Day)
	]);
	years.set(year, all);
	return all;
}

/** Whether people work on `day` in England and Wales: no week-end, no bank holiday. */
export const isWorkingDay = (day: Day): boolean =>
	weekday(day) !== 0 && weekday(day) !== 6 && !bankHolidays(Number(day.slice(0, 4))).has(day);

/**
 * The day that lies `count` working days after `day`, or before it where negative; `day` itself is never counted. With 0
 * it is `day`.
 */
export function addWorkingDays(day: Day, count: number): Day {
	const step = Math.sign(count);
	let at = day;
	for (let left = Math.abs(count); left > 0;) {
		at = addDays(at, step);
		if (isWorkingDay(at)) left--;
	}
	return at;
}
