/**
 * What can be said to each kind of question, beyond one's own words: the shape of every value, its schema, and whether it
 * says anything. Absent words are absent, never an empty string.
 */
import * as v from 'valibot';
import { idText, list, shortText, wordsText } from './limits.ts';

/** How somebody helped with one answer. `alone`: nobody did. */
export const helpSchema = v.picklist([
	'alone',
	'read-aloud',
	'typed-for-me',
	'talked-it-over',
	'chose-with-me'
]);

const gridPoint = v.strictTuple([
	v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1000)),
	v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(400))
]);

/** How a child signs: a name, a mark of their own (strokes on a 1000 × 400 grid), or a picture from the set. */
export const markSchema = v.variant('form', [
	v.strictObject({ form: v.literal('name'), name: shortText }),
	v.strictObject({
		form: v.literal('mark'),
		strokes: v.pipe(list(list(gridPoint, 2000), 200), v.minLength(1))
	}),
	v.strictObject({ form: v.literal('picture'), picture: idText })
]);

/** Features of the parametric child by name. */
export const faceSchema = v.record(
	idText,
	v.union([v.pipe(v.string(), v.maxLength(40)), v.pipe(v.number(), v.finite()), v.boolean()])
);

const placeSchema = v.picklist(['good', 'middle', 'not-good']);
const safetySchema = v.picklist(['safe', 'not-sure', 'not-safe']);
const boxSchema = v.picklist(['good', 'worries', 'dreams']);
const mustBe = v.optional(v.literal(true));

/** One of my people: an option (mum, a friend …), a name of the child's own, or both. */
const personSchema = v.pipe(
	v.strictObject({
		who: v.nullable(idText),
		name: v.optional(shortText),
		place: v.picklist(['near', 'middle', 'far']),
		elsewhere: mustBe,
		died: mustBe,
		face: v.optional(faceSchema)
	}),
	v.check((person) => person.who !== null || person.name !== undefined, 'person-without-who')
);

const momentSchema = v.pipe(
	v.strictObject({
		part: v.picklist(['morning', 'day', 'evening', 'night']),
		card: v.optional(idText),
		words: v.optional(shortText),
		feel: v.optional(placeSchema)
	}),
	v.check((moment) => (moment.card === undefined) !== (moment.words === undefined), 'card-or-words')
);

const putSchema = v.pipe(
	v.strictObject({ box: boxSchema, card: v.optional(idText), words: v.optional(shortText) }),
	v.check((put) => (put.card === undefined) !== (put.words === undefined), 'card-or-words')
);

const rowSchema = v.strictObject({
	who: v.nullable(idText),
	whoWords: v.optional(shortText),
	what: v.optional(wordsText),
	when: v.optional(v.picklist(['soon', 'before-next', 'later']))
});

/** What was said, by kind of question. */
export const valueSchema = v.variant('kind', [
	v.strictObject({ kind: v.picklist(['pick', 'part']), chosen: list(idText, 20) }),
	v.strictObject({ kind: v.literal('scale'), chosen: idText }),
	/** Card and place, in the order in which they were put. */
	v.strictObject({ kind: v.literal('sort'), placed: list(v.strictTuple([idText, placeSchema]), 20) }),
	v.pipe(
		v.strictObject({ kind: v.literal('then-now'), then: v.optional(idText), now: v.optional(idText) }),
		v.check((value) => value.then !== undefined || value.now !== undefined, 'neither-then-nor-now')
	),
	v.strictObject({ kind: v.literal('people'), people: list(personSchema, 20) }),
	v.strictObject({
		kind: v.literal('places'),
		placed: list(v.strictTuple([idText, safetySchema]), 20),
		own: v.optional(list(v.strictObject({ name: shortText, place: safetySchema }), 10))
	}),
	v.strictObject({ kind: v.literal('boxes'), put: list(putSchema, 30) }),
	v.strictObject({ kind: v.literal('day'), moments: list(momentSchema, 40) }),
	v.strictObject({
		kind: v.literal('body'),
		marks: list(v.strictTuple([idText, v.picklist(['hurts', 'itches', 'good', 'no-touch'])]), 40)
	}),
	v.strictObject({ kind: v.literal('who-does-what'), rows: list(rowSchema, 5) }),
	/** One to three wishes. */
	v.strictObject({ kind: v.literal('wish'), wishes: v.pipe(list(wordsText, 3), v.minLength(1)) }),
	v.strictObject({ kind: v.literal('text'), words: wordsText }),
	/** Who helped (option ids) and how. */
	v.strictObject({ kind: v.literal('helped'), who: list(idText, 20), how: list(helpSchema, 5) }),
	v.strictObject({ kind: v.literal('sign'), mark: markSchema })
]);
