/** A face is the same head whatever it feels; feelings are three marks; what must be seen can be seen. */
import { describe, expect, it } from 'vitest';
import { drawFace, type FaceLook } from './face.ts';
import { feelings } from './features.ts';
import { coverings, hairs, type Covering, type Hair } from './hair.ts';
import { skinTones } from './tones.ts';

const look: FaceLook = { skin: 4, hair: 'curls', glasses: true, hearing: 'aid', freckles: true };

/** Relative luminance (WCAG 2.2) of `#rrggbb`. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

describe('a face', () => {
	it('changes brows, eyes and mouth with a feeling, and nothing else', () => {
		const others = (feel: (typeof feelings)[number]) =>
			drawFace(look, feel).bust.filter(
				({ kind }) => !['feature', 'ink', 'white', 'blush', 'lid'].includes(kind)
			);
		for (const feel of feelings) expect([feel, others(feel)]).toEqual([feel, others('middle')]);
	});

	it('shows every feeling differently', () => {
		expect(new Set(feelings.map((feel) => JSON.stringify(drawFace(look, feel)))).size).toBe(feelings.length);
	});

	it('has brows of the same shape on both sides, except where one is raised', () => {
		const brows = drawFace({ skin: 2 }, 'worried').bust.filter(
			({ kind, d }) => kind === 'feature' && /^M(34|66) 46.2/.test(d)
		);
		expect(brows.map(({ d }) => d.replaceAll(/\s+/g, ' '))).toEqual([
			'M34 46.2q4.6-2.2 8.4-6.2',
			'M66 46.2q -4.6 -2.2 -8.4 -6.2'
		]);
	});

	it('draws every hair and every covering, alone and together, as paths', () => {
		for (const hair of Object.keys(hairs) as Hair[])
			for (const covering of [undefined, ...(Object.keys(coverings) as Covering[])]) {
				const { ground, chair, bust } = drawFace({
					hair,
					covering,
					wheelchair: true,
					beard: 'full',
					wrinkles: true,
					grown: true
				});
				for (const { d } of [...ground, ...chair, ...bust])
					expect([hair, covering, /^M[-\d.\sA-Za-z]+$/.test(d) && !/NaN|undefined/.test(d)]).toEqual([
						hair,
						covering,
						true
					]);
			}
	});

	it('hides hair under a hijab and leaves it under a kippah', () => {
		const hairOf = (look: FaceLook) => drawFace(look).bust.filter(({ kind }) => kind.startsWith('hair'));
		expect(hairOf({ hair: 'long', covering: 'hijab' })).toEqual([]);
		expect(hairOf({ hair: 'long', covering: 'kippah' })).toEqual(hairOf({ hair: 'long' }));
	});

	it('makes room for a wheelchair', () => {
		expect(drawFace({}).transform).toBeUndefined();
		expect(drawFace({ wheelchair: true }).chair.length).toBeGreaterThan(3);
	});
});

describe.each(Object.entries(skinTones))('on skin %s', (_, skin) => {
	it('mouth and eyes stand out by 3:1', () => {
		expect(contrast(skin.lip, skin.fill)).toBeGreaterThanOrEqual(3);
		// An eye is white with a dark middle: one of the two stands out from any skin, and they from each other.
		expect(Math.max(contrast('#ffffff', skin.fill), contrast('#2a1b1b', skin.fill))).toBeGreaterThanOrEqual(
			3
		);
	});

	it('brows are seen', () => {
		expect(contrast(skin.ink, skin.fill)).toBeGreaterThanOrEqual(2.2);
	});
});
