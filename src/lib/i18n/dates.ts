/**
 * Days and times in words. Browsers do not know Welsh months (Chromium has no `cy` dates), so the names are ours, from
 * `locales/<language>/dates.json`; in every language here a date is written weekday, day, month, year.
 */
import cy from '../../../locales/cy/dates.json' with { type: 'json' };
import en from '../../../locales/en/dates.json' with { type: 'json' };
import type { Day, Instant } from '../base/brand.ts';

type Names = typeof en;

/** Meetings happen in England and Wales; a screen abroad still shows their time. */
const timeZone = 'Europe/London';

/** The names in `locale`; a made-up language of the tests has the English ones. */
const namesIn = (locale: string): Names => (locale === 'cy' ? cy : en);

/** Year, month, day, weekday, hour and minute of `at` there, as numbers spelled out. */
function parts(at: Date, zone: string) {
	const found = new Intl.DateTimeFormat('en-GB', {
		...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' },
		hourCycle: 'h23',
		timeZone: zone
	}).formatToParts(at);
	const of = (type: Intl.DateTimeFormatPartTypes): string =>
		found.find((part) => part.type === type)?.value ?? '';
	// Some browsers pad days and months with a zero beside a two-digit hour.
	const [month, day] = [of('month'), of('day')].map((number) => String(Number(number))) as [string, string];
	const year = of('year');
	const weekday = String(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay());
	return {
		year,
		month: month as keyof Names['month'],
		day,
		weekday: weekday as keyof Names['weekday'],
		clock: `${of('hour')}:${of('minute')}`
	};
}

/** `16:40`, on the clocks of England and Wales. */
export const clockTime = (at: Instant): string => parts(new Date(at), timeZone).clock;

/** `Wednesday 2 December, 16:40`. In Welsh without `dydd`, which the words around it carry (and mutate). */
export function dayAndTime(at: Instant, locale: string): string {
	const { weekday, day, month, clock } = parts(new Date(at), timeZone);
	const names = namesIn(locale);
	return `${names.weekday[weekday]} ${day} ${names.month[month]}, ${clock}`;
}

/** A plain day, at noon so that no time zone moves it. */
const noon = (day: Day) => parts(new Date(`${day}T12:00:00Z`), 'UTC');

/** A day without a time: `Wednesday 9 December 2026`. */
export function fullDay(date: Day, locale: string): string {
	const { weekday, day, month, year } = noon(date);
	const names = namesIn(locale);
	return `${names.weekday[weekday]} ${day} ${names.month[month]} ${year}`;
}

/** A day taken apart for a list: `Wed`, `9`, `Dec`. */
export function dayParts(date: Day, locale: string) {
	const { weekday, day, month } = noon(date);
	const { short } = namesIn(locale);
	return { weekday: short.weekday[weekday], day, month: short.month[month] };
}
