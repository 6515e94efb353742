/** What the player is told of the meeting and of what was sent; it fetches nothing itself. */
import type { Day, Instant } from '../base/brand.ts';

/** Who will read the answers, and until when. Names come from the signed directory, dates from the invitation. */
export interface MeetingFacts {
	readonly chair: string;
	readonly deputy: string;
	readonly organisation: string;
	readonly date: Day;
	readonly answersBy: Instant;
}

/** Where the views are that were sent last; `stuck`: refused, and kept here. Null: nothing was sent yet. */
export type Sending = 'kept' | 'onTheWay' | 'arrived' | 'opened' | 'stuck' | null;

/** English as it is written here: day before month. */
const written = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** A day with its weekday, as people of `locale` say it. A day is the same everywhere. */
export const sayDay = (day: Day, locale: string): string =>
	new Intl.DateTimeFormat(written(locale), {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		timeZone: 'UTC'
	}).format(new Date(`${day}T12:00:00Z`));

/** A moment as a day, by this device's own time. */
export const sayMoment = (at: Instant, locale: string): string =>
	new Intl.DateTimeFormat(written(locale), { weekday: 'long', day: 'numeric', month: 'long' }).format(
		new Date(at)
	);
