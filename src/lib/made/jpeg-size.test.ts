import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jpegSize } from './jpeg-size.ts';

/** A JPEG's beginning: SOI, an APP0 of `padding` bytes, a frame of the given size. */
const jpeg = (width: number, height: number, padding = 14, frame = 0xc0): Uint8Array => {
	const app = [0xff, 0xe0, (padding + 2) >> 8, (padding + 2) & 255, ...new Array<number>(padding).fill(7)];
	const size = [height >> 8, height & 255, width >> 8, width & 255];
	return Uint8Array.from([0xff, 0xd8, ...app, 0xff, frame, 0, 17, 8, ...size, 3, 1, 0x11, 0, 2, 0x11, 1]);
};

test.each([
	[1, 1],
	[2048, 1536],
	[30000, 30000],
	[65535, 65535]
])('%i × %i is read, whatever stands before it', (width, height) => {
	for (const padding of [14, 0, 4000])
		expect(jpegSize(jpeg(width, height, padding))).toEqual([width, height]);
	expect(jpegSize(jpeg(width, height, 14, 0xc2))).toEqual([width, height]);
	expect(jpegSize(Uint8Array.from([0xff, 0xd8, 0xff, ...jpeg(width, height).subarray(2)]))).toEqual([
		width,
		height
	]);
});

test('what is none has no size', () => {
	const png = Uint8Array.from([
		0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52
	]);
	expect(jpegSize(png)).toBeNull();
	expect(jpegSize(new Uint8Array())).toBeNull();
	expect(jpegSize(jpeg(10, 10).subarray(0, 20))).toBeNull();
	// A table where the frame should be.
	expect(jpegSize(jpeg(10, 10, 14, 0xc4))).toBeNull();
});

test('no bytes whatever make it throw or go on for ever', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
			for (const tried of [bytes, Uint8Array.from([0xff, 0xd8, ...bytes])]) {
				const size = jpegSize(tried);
				expect(size === null || size.length === 2).toBe(true);
			}
		})
	);
});
