/** Which day a moment is, by the clock of England and Wales: in summer their night begins on the UTC day before. */
import type { Day, Instant } from '../base/brand.ts';

// Swedish writes a date as ISO 8601 does.
const there = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day there at `at`. */
export const dayThere = (at: Instant): Day => there.format(new Date(at)) as Day;
