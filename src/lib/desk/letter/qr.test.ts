/** The QR code on a letter reads back, with another implementation, to the very link. */
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr.ts';

/** Draws the path as a picture with `scale` pixels a module, as a camera would see it. */
function draw({ path, size }: { path: string; size: number }, scale: number) {
	const width = size * scale;
	const data = new Uint8Array(width * width * 4).fill(255);
	for (const found of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
		const [x, y, long] = found.slice(1).map(Number) as [number, number, number];
		for (let down = y * scale; down < (y + 1) * scale; down++)
			for (let across = x * scale; across < (x + long) * scale; across++)
				data.fill(0, (down * width + across) * 4, (down * width + across) * 4 + 3);
	}
	return { width, height: width, data };
}

describe('the QR code of a letter', () => {
	it.each([
		`https://say.example.org/#v1.AAECAwQFBgcICQoLDA0ODw.${'A'.repeat(43)}.4-7.en`,
		`http://localhost:4173/#v1.____________________-w.${'z'.repeat(43)}.easy.cy`
	])('reads back: %s', (link) => {
		expect(decodeQR(draw(qrPath(link), 6))).toBe(link);
	});
});
