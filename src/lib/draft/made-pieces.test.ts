import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pieces, pieceBytes } from './made-pieces.ts';

/** A disk on which pieces lie: what `MadeStore` does with the answer. */
function keepOn(disk: Uint8Array[], pieces: Pieces, id: string, bytes: Uint8Array<ArrayBuffer>): number {
	const same = pieces.same(id, bytes);
	disk.length = same;
	for (let at = same * pieceBytes; at < bytes.length; at += pieceBytes)
		disk.push(bytes.slice(at, at + pieceBytes));
	pieces.kept(id, bytes);
	return disk.length - same;
}

const drawing = fc
	.record({
		length: fc.integer({ min: 0, max: 5 * pieceBytes }),
		changes: fc.array(fc.nat(5 * pieceBytes), { maxLength: 3 })
	})
	.map(({ length, changes }) => {
		const bytes = new Uint8Array(length);
		for (const at of changes) if (at < length) bytes[at] = 7;
		return bytes;
	});

describe('pieces', () => {
	it('lie on the disk as they were kept last, whatever was kept before', () => {
		fc.assert(
			fc.property(fc.array(drawing, { minLength: 1, maxLength: 8 }), (all) => {
				const [disk, pieces]: [Uint8Array[], Pieces] = [[], new Pieces()];
				for (const bytes of all) {
					keepOn(disk, pieces, 'a', bytes);
					expect(Buffer.concat(disk).equals(bytes)).toBe(true);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('are written from the first that changed on', () => {
		const [disk, pieces]: [Uint8Array[], Pieces] = [[], new Pieces()];
		const before = new Uint8Array(10 * pieceBytes + 100);
		expect(keepOn(disk, pieces, 'a', before)).toBe(11);
		expect(keepOn(disk, pieces, 'a', new Uint8Array(10 * pieceBytes + 200))).toBe(1);
		expect(keepOn(disk, pieces, 'a', new Uint8Array(10 * pieceBytes + 200))).toBe(0);
		const changed = new Uint8Array(10 * pieceBytes + 200);
		changed[7 * pieceBytes] = 1;
		expect(keepOn(disk, pieces, 'a', changed)).toBe(4);
	});

	it('are all written of a thing of which nothing is known', () => {
		const pieces = new Pieces();
		const bytes = new Uint8Array(3 * pieceBytes);
		pieces.kept('a', bytes);
		expect(pieces.same('b', bytes)).toBe(0);
		pieces.forget();
		expect(pieces.same('a', bytes)).toBe(0);
	});
});
