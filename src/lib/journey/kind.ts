/**
 * The kinds of question and what belongs to each: one table that the schema, the checks for authors and the way a
 * question is put all read.
 */

/** Everything that is fixed about a kind. */
interface KindRule {
	/** Whether it has options to choose or cards to put. */
	readonly options: boolean;
	/** Whether the options are turned per child; a scale, a day and a body keep the order that they have in life. */
	readonly turned: boolean;
	/** The places its options are put in, or the moments it asks about; each has words. */
	readonly places: readonly string[];
	/** The place that `Question.unsafe` speaks of, where options are put in places. */
	readonly unsafeAt?: string;
}

const plain = { options: false, turned: false, places: [] } as const;
const chosen = { options: true, turned: true, places: [] } as const;

/** The kinds of question. Each has its own screen, review form, chair's form and plain-text form. */
export const kindRules = {
	/** Choose one, or several, of some pictures with words. */
	pick: chosen,
	/** How I take part in the meeting. */
	part: chosen,
	/** Who helped with these answers, and how. */
	helped: chosen,
	/** Put cards, one at a time, in three places. */
	sort: { options: true, turned: true, places: ['good', 'middle', 'not-good'], unsafeAt: 'not-good' },
	/** Choose one of 3 to 5 labelled cards that stand in an order. */
	scale: { options: true, turned: false, places: [] },
	/** The same scale for then and for now. */
	'then-now': { options: true, turned: false, places: ['then', 'now'], unsafeAt: 'now' },
	/** My people: who is close, who is far. */
	people: { options: true, turned: true, places: ['near', 'middle', 'far'] },
	/** My places: safe, not sure, not safe. */
	places: { options: true, turned: true, places: ['safe', 'not-sure', 'not-safe'], unsafeAt: 'not-safe' },
	/** Three baskets: good things, worries, dreams. */
	boxes: { options: true, turned: true, places: ['good', 'worries', 'dreams'] },
	/** My day from morning to night. */
	day: { options: true, turned: false, places: ['morning', 'day', 'evening', 'night'] },
	/** A body without anatomical detail: what hurts, itches, feels good, is not to be touched. */
	body: { options: true, turned: false, places: ['hurts', 'itches', 'good', 'no-touch'] },
	/** Who should do what by when. */
	'who-does-what': { options: true, turned: true, places: ['soon', 'before-next', 'later'] },
	/** Up to three things that somebody wishes for. */
	wish: plain,
	/** Say it in one's own words. */
	text: plain,
	/** A name, a mark or a picture, before sending. */
	sign: plain
} as const satisfies Record<string, KindRule>;

/** A kind of question. */
export type QuestionKind = keyof typeof kindRules;

/** Every kind. */
export const questionKinds = Object.keys(kindRules) as QuestionKind[];

/** What is fixed about `kind`. */
export const ruleOf = (kind: QuestionKind): KindRule => kindRules[kind];
