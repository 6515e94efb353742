/** Times as people at the desk read them: in the time of the meeting's place, in the desk's language. */
import type { Day, Instant } from '../base/brand.ts';

/** Meetings happen in England and Wales; a desk abroad still shows their time. */
const timeZone = 'Europe/London';

/** A language as dates are written in here: `2 December`, never `December 2`. */
const region = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

const format = (at: Date, locale: string, options: Intl.DateTimeFormatOptions): string =>
	new Intl.DateTimeFormat(region(locale), options).format(at);

/** `Wednesday 2 December, 16:40`. */
export const dayAndTime = (at: Instant, locale: string): string =>
	`${format(new Date(at), locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone })}, ${clockTime(at, locale)}`;

/** `16:40`. */
export const clockTime = (at: Instant, locale: string): string =>
	format(new Date(at), locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });

/** A plain day, at noon so that no time zone moves it. */
const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

/** A day without a time: `Wednesday 9 December 2026`. */
export const fullDay = (day: Day, locale: string): string =>
	format(noon(day), locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});

/** A day taken apart for a list: `Wed`, `9`, `Dec`. */
export const dayParts = (day: Day, locale: string) => ({
	weekday: format(noon(day), locale, { weekday: 'short', timeZone: 'UTC' }),
	day: format(noon(day), locale, { day: 'numeric', timeZone: 'UTC' }),
	month: format(noon(day), locale, { month: 'short', timeZone: 'UTC' })
});
