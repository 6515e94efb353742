/**
 * The shapes of journeys, their words, answers and views, as strict valibot schemas: no unknown field, a limit on every
 * string and list. The chair's browser checks opened views with the same schema, so nothing here is for Node.js alone.
 */
import * as v from 'valibot';
import type { Result } from '../base/result.ts';
import { ok, refused } from '../base/result.ts';
import type { Answer, Views } from './answer.ts';
import type { Journey, JourneyText } from './journey.ts';
import { questionKinds, ruleOf, type QuestionKind } from './kind.ts';
import { idText, instantText, list, localeText, recordId, shortText } from './limits.ts';
import { helpSchema, markSchema, valueSchema } from './value.ts';
import { myWaySchema } from './made.ts';
import { versionIds } from './version.ts';

const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const lookText = v.picklist(versionIds);
const hashText = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const kindSchema = v.picklist(questionKinds);
const waySchema = v.picklist(['picture', 'draw', 'talk', 'type']);

/** Whose device it is. */
export const deviceSchema = v.picklist(['own', 'shared', 'worker']);

/** Who was there. */
export const presentSchema = v.strictObject({
	who: list(idText, 20),
	how: list(helpSchema, 5),
	steppedAway: v.boolean(),
	notes: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(2000)))
});

/** Words of a kind's places, by id; `check.ts` and the answer's own check hold them to the kind. */
const placesSchema = v.record(idText, shortText);

const samePlaces = (kind: QuestionKind, places: Readonly<Record<string, string>> | undefined): boolean =>
	Object.keys(places ?? {})
		.sort()
		.join() === [...ruleOf(kind).places].sort().join();

/** One answer. Beyond its shape: a value is of the question's kind, and only an answered one has a value or words. */
export const answerSchema = v.pipe(
	v.strictObject({
		question: idText,
		version: versionNumber,
		kind: kindSchema,
		asked: v.strictObject({
			words: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
			options: list(v.strictObject({ id: idText, words: shortText, picture: v.optional(idText) }), 20),
			places: v.optional(placesSchema)
		}),
		locale: localeText,
		look: lookText,
		state: v.picklist(['answered', 'dont-know', 'skipped']),
		value: v.optional(valueSchema),
		myWay: v.optional(myWaySchema),
		ways: list(waySchema, 4),
		help: list(helpSchema, 5),
		share: v.picklist(['chair', 'helpers', 'everyone']),
		wish: v.boolean(),
		at: instantText
	}),
	v.check((answer) => answer.value === undefined || answer.value.kind === answer.kind, 'value-of-other-kind'),
	v.check((answer) => samePlaces(answer.kind, answer.asked.places), 'places-of-other-kind'),
	v.check(
		(answer) => (answer.state === 'answered') === (answer.value !== undefined || answer.myWay !== undefined),
		'state-and-value-disagree'
	)
);

const viewsShape = v.strictObject({
	v: v.literal(1),
	vid: recordId,
	meeting: recordId,
	invitation: recordId,
	seq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
	prev: v.nullable(hashText),
	readers: v.pipe(list(hashText, 20), v.minLength(2)),
	at: instantText,
	journey: v.strictObject({ id: idText, version: versionNumber, locale: localeText, look: lookText }),
	answers: v.pipe(
		list(answerSchema, 120),
		v.check(
			(answers) => new Set(answers.map((answer) => answer.question)).size === answers.length,
			'question-answered-twice'
		)
	),
	mark: v.nullable(markSchema),
	device: deviceSchema,
	present: presentSchema,
	blobs: list(
		v.strictObject({
			id: recordId,
			key: hashText,
			chunks: v.pipe(list(hashText, 400), v.minLength(1)),
			bytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400 * 1024 * 1024)),
			media: v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z]+\/[a-z0-9.+-]+(;\s?codecs=[a-z0-9.,"]+)?$/))
		}),
		60
	),
	reply: v.optional(
		v.strictObject({ kty: v.literal('EC'), crv: v.literal('P-256'), x: hashText, y: hashText })
	),
	build: v.pipe(v.string(), v.maxLength(100))
});

/** Whether `blobs` are the made things of `answers`, in the order of the answers: each once, none beside. */
const blobsAreMade = ({ answers, blobs }: v.InferOutput<typeof viewsShape>): boolean => {
	const made = answers.flatMap(({ myWay }) => myWay?.made ?? []);
	return (
		made.length === blobs.length &&
		made.every(({ id, media, bytes }, at) => {
			const blob = blobs[at];
			return blob?.id === id && blob.media === media && blob.bytes === bytes;
		})
	);
};

/** The finished views. Beyond their shape: what was made is there, and nothing is there that no answer speaks of. */
export const viewsSchema = v.pipe(viewsShape, v.check(blobsAreMade, 'blobs-and-answers-disagree'));

const askingSchema = v.strictObject({
	core: v.boolean(),
	options: v.optional(v.pipe(list(idText, 12), v.minLength(2)))
});

/** A journey's shape; `checkJourney` in `check.ts` adds what holds between its parts. */
export const journeySchema = v.strictObject({
	id: idText,
	version: versionNumber,
	audience: v.optional(v.picklist(['child', 'parent', 'observer'])),
	size: v.optional(v.picklist(['full', 'short', 'small'])),
	shows: v.optional(v.picklist(['meeting'])),
	topics: v.pipe(list(v.strictObject({ id: idText, picture: idText }), 12), v.minLength(1)),
	questions: v.pipe(
		list(
			v.strictObject({
				id: idText,
				version: versionNumber,
				kind: kindSchema,
				topic: idText,
				subjects: v.pipe(list(idText, 20), v.minLength(1)),
				source: shortText,
				many: v.optional(v.boolean()),
				wish: v.optional(v.boolean()),
				hard: v.optional(v.boolean()),
				unsafe: v.optional(list(idText, 12)),
				options: v.optional(list(v.strictObject({ id: idText, picture: v.optional(idText) }), 20)),
				asked: v.partial(
					v.strictObject({
						'4-7': askingSchema,
						'8-11': askingSchema,
						'12-15': askingSchema,
						'16-17': askingSchema,
						easy: askingSchema
					})
				)
			}),
			120
		),
		v.minLength(1)
	)
});

const perVersion = v.strictObject({
	'4-7': shortText,
	'8-11': shortText,
	'12-15': shortText,
	'16-17': shortText,
	easy: shortText
});
const questionTextSchema = v.strictObject({
	ask: shortText,
	help: v.optional(shortText),
	warning: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))),
	options: v.optional(v.record(idText, v.pipe(v.string(), v.minLength(1), v.maxLength(120)))),
	places: v.optional(placesSchema),
	how: v.optional(
		v.strictObject({
			'read-aloud': shortText,
			'typed-for-me': shortText,
			'talked-it-over': shortText,
			'chose-with-me': shortText
		})
	)
});

/** A journey's words in one language. */
export const journeyTextSchema = v.strictObject({
	journey: idText,
	version: versionNumber,
	locale: localeText,
	title: perVersion,
	topics: v.record(idText, perVersion),
	questions: v.record(
		idText,
		v.partial(
			v.strictObject({
				'4-7': questionTextSchema,
				'8-11': questionTextSchema,
				'12-15': questionTextSchema,
				'16-17': questionTextSchema,
				easy: questionTextSchema
			})
		)
	)
});

const plainKey = /^[A-Za-z0-9-]{1,60}$/;

/**
 * Where the first fault lies and why, `answers.3.state: picklist`. Never what stands there, which may be a child's words;
 * a key that is not plain becomes `?`.
 */
function firstFault(issues: readonly v.BaseIssue<unknown>[]): string {
	const issue = issues[0];
	if (!issue) return '';
	const keys = issue.path?.map((item) => String(item.key)) ?? [];
	const reason =
		issue.type === 'check'
			? issue.message
			: issue.type === 'strict_object' && issue.expected === 'never'
				? 'unknown-field'
				: issue.received === 'undefined'
					? 'missing'
					: issue.type.replaceAll('_', '-');
	return [
		...(keys.length > 0 ? [keys.map((key) => (plainKey.test(key) ? key : '?')).join('.')] : []),
		reason
	].join(': ');
}

function checked<Out>(schema: v.GenericSchema, from: unknown): Result<Out, 'malformed'> {
	const outcome = v.safeParse(schema, from, { abortEarly: true });
	return outcome.success ? ok(outcome.output as Out) : refused('malformed', firstFault(outcome.issues));
}

/** `from` as views, or `malformed` with the path and reason of the first fault (never its content). */
export const checkViews = (from: unknown): Result<Views, 'malformed'> => checked<Views>(viewsSchema, from);

/** `from` as one answer. */
export const checkAnswer = (from: unknown): Result<Answer, 'malformed'> =>
	checked<Answer>(answerSchema, from);

/** `from` as a journey, by shape alone. */
export const checkJourneyShape = (from: unknown): Result<Journey, 'malformed'> =>
	checked<Journey>(journeySchema, from);

/** `from` as a journey's words, by shape alone. */
export const checkTextShape = (from: unknown): Result<JourneyText, 'malformed'> =>
	checked<JourneyText>(journeyTextSchema, from);
