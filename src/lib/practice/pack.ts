/**
 * A practice pack: what adults owe a child around a meeting in one authority or nation, as data. Ages and times differ from
 * place to place, so none of them stands in code. Checked when loaded; each rule names the document it comes from.
 */
import * as v from 'valibot';

/** The kinds of meeting that a pack may speak of. */
export const meetingKinds = [
	'first-conference',
	'review-conference',
	'core-group',
	'looked-after-review',
	'foster-carer-review',
	'short-breaks',
	'pathway-review'
] as const;
/** One kind of meeting. */
export type MeetingKind = (typeof meetingKinds)[number];

/** What is owed. The child's words for it stand in the locale under `duty:<id>`. */
export const dutyIds = [
	'ask-views',
	'observe',
	'invite',
	'more-say',
	'advocate',
	'leaflet',
	'reports',
	'communication',
	'chair-meets',
	'conduct',
	'breaks',
	'minutes',
	'outcome',
	'aftercare',
	'how-was-it',
	'seen-alone',
	'seen-at-home',
	'denied-access',
	'trusted-school',
	'parents-asked',
	'parents-met',
	'parents-after',
	'parents-left-out',
	'parents-assisted',
	'parents-supporter',
	'also-open'
] as const;
/** One thing that is owed. */
export type DutyId = (typeof dutyIds)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400));
const age = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(25));
const kinds = v.pipe(v.array(v.picklist(meetingKinds)), v.minLength(1));

/**
 * By when: so many calendar days before the meeting; so many working days before it, its own day not counted; on the day;
 * within so many working days after it; again and again, counted from when it was last done; at once; at each stage.
 */
const dueSchema = v.variant('is', [
	v.strictObject({ is: v.literal('days-before'), days: count }),
	v.strictObject({ is: v.literal('working-days-before'), days: count }),
	v.strictObject({ is: v.literal('at-meeting') }),
	v.strictObject({ is: v.literal('working-days-after'), days: count }),
	v.strictObject({ is: v.literal('every-working-days'), days: count }),
	v.strictObject({ is: v.literal('every-weeks'), weeks: count }),
	v.strictObject({ is: v.literal('at-once') }),
	v.strictObject({ is: v.literal('each-stage') }),
	v.strictObject({ is: v.literal('always') })
]);
/** By when something is owed. */
export type Due = v.InferOutput<typeof dueSchema>;

const ruleSchema = v.strictObject({
	id: v.picklist(dutyIds),
	/** Who owes it. */
	owedBy: v.picklist(['worker', 'chair', 'coordinator', 'authority', 'reporters']),
	to: v.picklist(['child', 'parent']),
	/** `must`; `encouraged`; `decide`: weighed case by case, the decision and its reasons recorded. */
	force: v.picklist(['must', 'encouraged', 'decide']),
	/** How it is done, where packs differ: a key of the locale, `duty:way.<way>`. */
	way: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/))),
	/** What is weighed before a decision (`decide`): keys of the locale, `duty:weigh.<key>`. */
	weigh: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z-]+$/)))),
	/** Meetings it belongs to; absent: all. */
	meetings: v.optional(kinds),
	/** Birthdays the child has had: at least, at most. "Over 8" is `from: 8`: a child of eight years and a day is over eight. */
	from: v.optional(age),
	upTo: v.optional(age),
	/** Only for a child who cannot answer, whatever the age, and up to the age `upTo`. */
	unable: v.optional(v.literal(true)),
	/** Only where it happened (access was denied, parents are left out). */
	only: v.optional(v.picklist(['access-denied', 'parents-left-out'])),
	due: dueSchema,
	/** How it is known to be done. */
	proof: v.picklist([
		'views-arrived',
		'observation-arrived',
		'decision-recorded',
		'request-sent',
		'offer-logged',
		'letter-printed',
		'ticked',
		'feedback-asked',
		'reply-sent',
		'visit-logged',
		'report-logged'
	]),
	source: v.strictObject({
		/** One of the five documents, the product's own practice, or, in an authority's own pack, a document of theirs. */
		seed: v.picklist(['000', '001', '002', '003', '004', 'product', 'own']),
		section: v.pipe(v.string(), v.minLength(1), v.maxLength(60))
	})
});
/** One rule of a pack. */
export type Rule = v.InferOutput<typeof ruleSchema>;

const spanSchema = v.union([
	v.strictObject({ workingDays: count }),
	v.strictObject({ weeks: count }),
	v.strictObject({ months: count })
]);
/** A span of time between meetings. */
export type Span = v.InferOutput<typeof spanSchema>;

const rhythmSchema = v.strictObject({
	kind: v.picklist(meetingKinds),
	/** At the latest: the first after the beginning, the second after the first, and so on; the last one repeats. */
	within: v.pipe(v.array(spanSchema), v.minLength(1)),
	source: v.pipe(v.string(), v.minLength(1))
});

/** The schema of a whole pack. */
export const packSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,40}$/)),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
	nation: v.picklist(['england', 'wales']),
	/** Working days before the meeting by which the readers want the views. */
	answersBy: v.strictObject({ workingDays: count }),
	rules: v.array(ruleSchema),
	rhythm: v.array(rhythmSchema)
});
/** A practice pack. */
export type Pack = v.InferOutput<typeof packSchema>;
