/**
 * Bytes from elsewhere → a picture, or the name of what is wrong with them. What passes can be painted: names are known,
 * numbers are on or near the page, nothing is longer than a device can bear.
 */
import * as v from 'valibot';
import { fromUtf8 } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { clothes } from '../picture/clothes.ts';
import { coverings, hairs } from '../picture/hair.ts';
import { clothTones, hairTones } from '../picture/tones.ts';
import { backgroundIds, brushIds, colourIds, formIds, longSide, type Picture } from './picture-model.ts';
import { most } from './model/limits.ts';
import { stickerIds } from './model/stickers.ts';

/** Why bytes are no picture. `too-large`: more than any child draws; `too-new`: made by a later version of the format. */
export type PictureFault = 'not-text' | 'not-json' | 'too-large' | 'too-new' | 'not-a-picture';

const near = (value: number) => Number.isInteger(value) && value >= -longSide && value <= 2 * longSide;
const place = v.custom<number>((value) => typeof value === 'number' && near(value));
const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 * longSide));
const side = v.pipe(v.number(), v.integer(), v.minValue(-2 * longSide), v.maxValue(2 * longSide));
const colour = v.picklist(colourIds);
const words = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length));
const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[];

/** Checked in one plain loop: a page of ink has a hundred thousand numbers. */
function isInk(value: unknown): value is number[] {
	if (!Array.isArray(value) || value.length < 2 || value.length % 2 || value.length > most.points * 2)
		return false;
	const numbers = value as unknown[];
	let x = 0;
	let y = 0;
	for (let at = 0; at < numbers.length; at += 2) {
		x += numbers[at] as number;
		y += numbers[at + 1] as number;
		if (typeof numbers[at] !== 'number' || typeof numbers[at + 1] !== 'number' || !near(x) || !near(y))
			return false;
	}
	return true;
}
const isForce = (value: unknown): value is number[] =>
	Array.isArray(value) &&
	value.length <= most.points &&
	value.every((one: unknown) => Number.isInteger(one) && (one as number) >= 0 && (one as number) <= 100);

const item = v.variant('kind', [
	v.pipe(
		v.strictObject({
			kind: v.literal('stroke'),
			brush: v.picklist(brushIds),
			colour,
			width: length,
			points: v.custom<readonly number[]>(isInk),
			force: v.optional(v.custom<readonly number[]>(isForce)),
			fill: v.optional(colour)
		}),
		v.check(
			({ points, force }) => force === undefined || force.length * 2 === points.length,
			'force-of-other-length'
		)
	),
	v.strictObject({
		kind: v.literal('sticker'),
		picture: v.picklist(stickerIds),
		x: place,
		y: place,
		size: length
	}),
	v.strictObject({
		kind: v.literal('form'),
		form: v.picklist(formIds),
		colour,
		x: place,
		y: place,
		across: side,
		down: side,
		fill: v.optional(colour)
	}),
	v.strictObject({
		kind: v.literal('written'),
		words: words(most.written),
		colour,
		x: place,
		y: place,
		size: length
	})
]);

const accents = keysOf(clothTones);
const face = v.strictObject({
	skin: v.optional(v.picklist([1, 2, 3, 4, 5, 6])),
	hair: v.optional(v.picklist(keysOf(hairs))),
	hairTone: v.optional(v.picklist(keysOf(hairTones))),
	covering: v.optional(v.picklist(keysOf(coverings))),
	coverTone: v.optional(v.picklist(accents)),
	glasses: v.optional(v.boolean()),
	hearing: v.optional(v.picklist(['aid', 'implant'])),
	wheelchair: v.optional(v.boolean()),
	freckles: v.optional(v.boolean()),
	clothes: v.optional(v.picklist(keysOf(clothes))),
	clothTone: v.optional(v.picklist(accents)),
	ground: v.optional(v.picklist(['sun', 'coral', 'leaf', 'sky', 'plum', 'none'])),
	grown: v.optional(v.boolean()),
	beard: v.optional(v.picklist(['full', 'short', 'moustache'])),
	wrinkles: v.optional(v.boolean())
});

const page = v.strictObject({
	background: v.picklist(backgroundIds),
	paper: v.optional(colour),
	items: v.pipe(v.array(item), v.maxLength(most.items))
});

/** The shape of a picture. */
const pictureSchema = v.strictObject({
	v: v.literal(1),
	shape: v.picklist(['wide', 'tall']),
	pages: v.pipe(v.array(page), v.minLength(1), v.maxLength(most.pages)),
	face: v.optional(face),
	words: v.optional(words(most.words)),
	described: v.optional(words(most.words))
});

const pointsIn = (picture: Picture): number =>
	picture.pages.reduce(
		(sum, { items }) =>
			items.reduce((all, one) => all + (one.kind === 'stroke' ? one.points.length / 2 : 0), sum),
		0
	);

/** The picture that `bytes` are. Never throws, whatever they are; nothing of them stands in the reason. */
export function parsePicture(bytes: Uint8Array): Result<Picture, PictureFault> {
	if (bytes.length > most.bytes) return refused('too-large');
	let text: string;
	try {
		text = fromUtf8(bytes);
	} catch {
		return refused('not-text');
	}
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return refused('not-json');
	}
	const version = (data as { v?: unknown } | null)?.v;
	if (typeof version === 'number' && version > 1) return refused('too-new');
	const parsed = v.safeParse(pictureSchema, data, { abortEarly: true });
	if (!parsed.success) {
		const long = parsed.issues.some(({ type }) => type === 'max_length');
		return refused(long ? 'too-large' : 'not-a-picture');
	}
	// Valibot gives what is absent as `undefined` in its type, never in its value.
	const picture = parsed.output as Picture;
	return pointsIn(picture) > most.points ? refused('too-large') : ok(picture);
}
