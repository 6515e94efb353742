import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { utf8 } from '../base/bytes.ts';
import { stickerIds } from './model/stickers.ts';
import { examplePicture } from './model/example-picture.ts';
import { most } from './model/limits.ts';
import { parsePicture } from './parse-picture.ts';
import {
	backgroundIds,
	brushIds,
	colourIds,
	emptyPicture,
	formIds,
	pictureBytes,
	type Item,
	type Picture
} from './picture-model.ts';

const place = fc.integer({ min: 0, max: 3000 });
const size = fc.integer({ min: 1, max: 4000 });
const colour = fc.constantFrom(...colourIds);
const item: fc.Arbitrary<Item> = fc.oneof(
	fc.record({
		kind: fc.constant('sticker' as const),
		picture: fc.constantFrom(...stickerIds),
		x: place,
		y: place,
		size
	}),
	fc.record(
		{
			kind: fc.constant('form' as const),
			form: fc.constantFrom(...formIds),
			colour,
			x: place,
			y: place,
			across: size,
			down: size,
			fill: colour
		},
		{ requiredKeys: ['kind', 'form', 'colour', 'x', 'y', 'across', 'down'] }
	),
	fc.record({
		kind: fc.constant('written' as const),
		words: fc.string({ minLength: 1, maxLength: 80 }),
		colour,
		x: place,
		y: place,
		size
	}),
	fc
		.record({
			brush: fc.constantFrom(...brushIds),
			colour,
			width: size,
			first: fc.tuple(place, place),
			steps: fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 })
		})
		.map(({ first, steps, ...rest }): Item => {
			const points = [...first, ...steps.slice(0, steps.length & ~1)];
			return { kind: 'stroke', ...rest, points, force: points.slice(points.length / 2).map(() => 50) };
		})
);
const picture: fc.Arbitrary<Picture> = fc.record(
	{
		v: fc.constant(1 as const),
		shape: fc.constantFrom('wide' as const, 'tall' as const),
		pages: fc.array(
			fc.record({ background: fc.constantFrom(...backgroundIds), items: fc.array(item, { maxLength: 12 }) }),
			{
				minLength: 1,
				maxLength: 3
			}
		),
		words: fc.string({ minLength: 1 }).filter((said) => said.trim() !== ''),
		described: fc.string({ minLength: 1 })
	},
	{ requiredKeys: ['v', 'shape', 'pages'] }
);

const reasonOf = (data: unknown) => {
	const parsed = parsePicture(data instanceof Uint8Array ? data : utf8(JSON.stringify(data)));
	return parsed.ok ? 'ok' : parsed.reason;
};

describe('a picture as bytes', () => {
	it('is the same picture again, and the same bytes', () => {
		fc.assert(
			fc.property(picture, (made) => {
				const bytes = pictureBytes(made);
				const parsed = parsePicture(bytes);
				expect(parsed).toEqual({ ok: true, value: made });
				if (parsed.ok) expect(pictureBytes(parsed.value)).toEqual(bytes);
			})
		);
		expect(parsePicture(pictureBytes(examplePicture))).toEqual({ ok: true, value: examplePicture });
	});

	it('of version 1, as it was sealed once with everything in it, opens for ever to the same bytes', () => {
		const golden = new Uint8Array(readFileSync(new URL('golden/picture-1.bytes', import.meta.url)));
		const parsed = parsePicture(golden);
		if (!parsed.ok) throw new Error(parsed.reason);
		expect(pictureBytes(parsed.value)).toEqual(golden);
		const items = parsed.value.pages.flatMap((page) => page.items);
		const stickers = items.flatMap((one) => (one.kind === 'sticker' ? [one.picture] : []));
		expect(items.length).toBe(stickers.length + 30);
		for (const name of stickers) expect(stickerIds).toContain(name);
		expect(parsed.value.described).toBe('J. drew this quietly.');
	});

	it('is refused by name, and nothing throws, whatever the bytes', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => reasonOf(bytes) !== 'ok'));
		fc.assert(fc.property(fc.jsonValue(), (data) => reasonOf(data) !== 'ok'));
		expect(reasonOf(new Uint8Array([0xff, 0xfe]))).toBe('not-text');
		expect(reasonOf(utf8('{"v":1,'))).toBe('not-json');
		expect(reasonOf({ v: 2, shape: 'wide', pages: [] })).toBe('too-new');
		expect(reasonOf({ ...emptyPicture('wide'), pages: [] })).toBe('not-a-picture');
	});

	it('cut off anywhere is no picture', () => {
		const bytes = pictureBytes(examplePicture);
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: bytes.length - 1 }),
				(at) => reasonOf(bytes.slice(0, at)) !== 'ok'
			)
		);
	});

	const withItem = (one: unknown) => ({
		v: 1,
		shape: 'wide',
		pages: [{ background: 'plain', items: [one] }]
	});
	const stroke = { kind: 'stroke', brush: 'pen', colour: 'red', width: 40, points: [0, 0, 5, 5] };

	it.each([
		['a sticker that is not in the set', { kind: 'sticker', picture: 'constructor', x: 1, y: 1, size: 10 }],
		['a sticker far off the page', { kind: 'sticker', picture: 'house', x: 90_000, y: 1, size: 10 }],
		['a size that no canvas bears', { kind: 'sticker', picture: 'house', x: 1, y: 1, size: 1e9 }],
		['half a point', { ...stroke, points: [1, 2, 3] }],
		['a point that is no number', { ...stroke, points: [1, 2, null, 4] }],
		['a point between units', { ...stroke, points: [1, 2, 0.5, 4] }],
		['steps that lead off the page', { ...stroke, points: [0, 0, 9000, 0] }],
		['pressure for other points', { ...stroke, force: [50] }],
		['a colour without a name', { ...stroke, colour: '#fff' }],
		['a field that nobody knows', { ...stroke, onload: 'x' }],
		['an unknown kind', { kind: 'script', words: 'x' }]
	])('refuses %s', (_, one) => {
		expect(reasonOf(withItem(stroke))).toBe('ok');
		expect(reasonOf(withItem(one))).toBe('not-a-picture');
	});

	it('refuses what no child draws as too large, before it looks inside', () => {
		expect(reasonOf(new Uint8Array(most.bytes + 1))).toBe('too-large');
		const many = Array.from({ length: most.items + 1 }, () => stroke);
		expect(reasonOf({ v: 1, shape: 'wide', pages: [{ background: 'plain', items: many }] })).toBe(
			'too-large'
		);
		const long = { ...stroke, points: Array.from({ length: most.points * 2 + 2 }, () => 0) };
		expect(reasonOf(withItem(long))).toBe('not-a-picture');
		const half = { ...stroke, points: Array.from({ length: most.points * 2 }, () => 0) };
		const pages = Array.from({ length: 3 }, () => ({ background: 'plain', items: [half] }));
		expect(reasonOf({ v: 1, shape: 'wide', pages })).toBe('too-large');
	});
});
