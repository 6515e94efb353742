/** What the player is told of the meeting and of what was sent; it fetches nothing itself. */
import type { Day, Instant } from '../base/brand.ts';
import type { Key } from '../i18n/keys.ts';
import type { Words } from '../i18n/words.svelte.ts';
import type { LastTime } from '../journey/reply.ts';
import type { Gathering } from '../journey/gathering.ts';

/** Who will read the answers, and until when. Names come from the signed directory, dates from the invitation. */
export interface MeetingFacts {
	readonly chair: string;
	readonly deputy: string;
	readonly organisation: string;
	readonly date: Day;
	/** `HH:MM`, local. */
	readonly time: string;
	readonly place: string;
	readonly answersBy: Instant;
	/** Who will be there and what is talked about. */
	readonly gathering: Gathering;
}

/** Where the views are that were sent last; `stuck`: refused, and kept here. Null: nothing was sent yet. */
export type Sending = 'kept' | 'onTheWay' | 'arrived' | 'opened' | 'stuck' | null;

/** What is known of the views that were sent last. */
export interface SentViews {
	readonly where: Sending;
	/** Of recordings and pictures that are on their way: how much has been sent, from 0 to 1; null where nothing is. */
	readonly part: number | null;
	/** Who signed that they opened them; null where nobody has. */
	readonly openedBy: string | null;
	/** Asks now and then whether they have been opened, until the function it gives is called. */
	readonly watch: () => () => void;
}

/** What was answered to this letter and to those before it, as far as signatures hold. */
export interface Answers {
	/** By the letter that is open; null while nothing was answered. */
	readonly own: LastTime | null;
	/** By earlier letters that the child opened beside this one, newest first. */
	readonly before: readonly LastTime[];
	/** Asks now and then whether there is an answer, until the function it gives is called. */
	readonly watch: () => () => void;
}

/**
 * A day with its weekday, in the words of the page: not every browser knows Welsh dates. A day is the same everywhere.
 */
export const sayDay = (words: Words, day: Day): string => sayDate(words, new Date(`${day}T12:00:00Z`), true);

/** A moment as a day, by this device's own time. */
export const sayMoment = (words: Words, at: Instant): string => sayDate(words, new Date(at), false);

function sayDate(words: Words, date: Date, utc: boolean): string {
	const weekday = utc ? date.getUTCDay() : date.getDay();
	const month = utc ? date.getUTCMonth() : date.getMonth();
	return words.t('player:date.day', {
		weekday: words.t(`player:date.weekday.${weekday}` as Key),
		day: utc ? date.getUTCDate() : date.getDate(),
		month: words.t(`player:date.month.${month}` as Key)
	});
}
