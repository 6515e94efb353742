/** How long anything in a journey or an answer may be: the pieces that the schemas are made of. */
import * as v from 'valibot';

/** Longest text that a child can leave in one place, in UTF-16 units: about eight pages. */
export const longestWords = 20_000;

/** A line: a question, a label, a name. */
export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(400));

/** A child's own words. */
export const wordsText = v.pipe(v.string(), v.minLength(1), v.maxLength(longestWords));

/** An id inside a journey: words joined by hyphens. */
export const idText = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/));

/** A list of at most `most`. */
export const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
	v.pipe(v.array(item), v.maxLength(most));

/** A language's tag. */
export const localeText = v.pipe(v.string(), v.maxLength(35), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));

/** A moment, ISO 8601 UTC with milliseconds. */
export const instantText = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

/** An id of 128 bits, base64url: of views, a meeting, an invitation, a reply. */
export const recordId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));
