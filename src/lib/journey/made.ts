/**
 * What a child makes in answer, beside words: a drawing, a recording of their voice, a photo of a drawing on paper. An
 * answer holds what it is and its words; the bytes lie apart, under its id, on the device and in the views' blobs.
 */
import * as v from 'valibot';

/** A child's own words: about eight pages at most. */
const wordsText = v.pipe(v.string(), v.minLength(1), v.maxLength(20_000));

/** How something was made. */
export type MadeForm = 'drawing' | 'recording' | 'photo';

/** One made thing. */
export interface Made {
	readonly form: MadeForm;
	/** 128 random bits, base64url: where its bytes lie on the device, and in `Views.blobs`. */
	readonly id: string;
	/** One of `madeMedia` for its form. */
	readonly media: string;
	/** How much of it is kept; 0 while nothing is (it is then never sent). */
	readonly bytes: number;
	/** Of a recording: how long it is, in seconds to one place. */
	readonly seconds?: number;
	/** Of a photo: width and height in pixels. */
	readonly size?: readonly [number, number];
	/** The same in the child's own words. */
	readonly words?: string;
	/** What a helper wrote beside it; never shown as the child's own words. */
	readonly helperWords?: string;
}

/** Said in one's own way: own words, made things, or both. Never neither. */
export interface MyWay {
	readonly words?: string;
	readonly made?: readonly Made[];
}

/** The media types that a form may have; nothing else is recorded, sent or opened. */
export const madeMedia: Readonly<Record<MadeForm, readonly string[]>> = {
	drawing: ['application/vnd.my-say.picture+json'],
	// Chromium and Firefox; Safari; older Firefox.
	recording: ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'],
	photo: ['image/jpeg']
};

/** The most that one answer holds: more would no longer be looked through by anybody. */
export const mostMade = 6;

/** Longest side of a photo in pixels. */
export const photoSide = 2048;

const entry = <Form extends MadeForm, More extends v.ObjectEntries>(form: Form, more: More) =>
	v.strictObject({
		form: v.literal(form),
		id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/)),
		media: v.picklist(madeMedia[form]),
		bytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100 * 1024 * 1024)),
		words: v.optional(wordsText),
		helperWords: v.optional(wordsText),
		...more
	});

const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(photoSide));

/** One made thing. */
export const madeSchema = v.variant('form', [
	entry('drawing', {}),
	entry('recording', { seconds: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(3600)) }),
	entry('photo', { size: v.strictTuple([side, side]) })
]);

/** Said in one's own way. */
export const myWaySchema = v.pipe(
	v.strictObject({
		words: v.optional(wordsText),
		made: v.optional(v.pipe(v.array(madeSchema), v.minLength(1), v.maxLength(mostMade)))
	}),
	v.check((said) => said.words !== undefined || said.made !== undefined, 'my-way-says-nothing'),
	v.check(({ made = [] }) => new Set(made.map(({ id }) => id)).size === made.length, 'made-thing-twice')
);

/** `said` without what says nothing: blank words, made things of which nothing is kept where `kept`; null where nothing is left. */
export function saidOf(said: MyWay | undefined, kept = false): MyWay | null {
	const words = said?.words?.trim() ? said.words : undefined;
	const made = (said?.made ?? []).filter(({ bytes }) => !kept || bytes > 0);
	if (words === undefined && made.length === 0) return null;
	return { ...(words === undefined ? {} : { words }), ...(made.length > 0 ? { made } : {}) };
}
