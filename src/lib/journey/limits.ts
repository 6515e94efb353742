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
