/** Times as people at the desk read them: in the time of the meeting's place, in the desk's language. */
import type { Day, Instant } from '../base/brand.ts';

/** Meetings happen in England and Wales; a desk abroad still shows their time. */
const timeZone = 'Europe/London';

/** `Wednesday 2 December, 16:40`. */
export const dayAndTime = (at: Instant, locale: string): string =>
	`${longDay(at, locale)}, ${clockTime(at, locale)}`;

const longDay = (at: string, locale: string): string =>
	new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
		new Date(at)
	);

/** `16:40`. */
export const clockTime = (at: Instant, locale: string): string =>
	new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone }).format(
		new Date(at)
	);

/** A day without a time: `Wednesday 9 December 2026`. */
export const fullDay = (day: Day, locale: string): string =>
	new Intl.DateTimeFormat(locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	}).format(new Date(`${day}T12:00:00Z`));
