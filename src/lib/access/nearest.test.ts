import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, type Box, type Direction } from './nearest.ts';

const box = (left: number, top: number, width = 80, height = 40): Box => ({
	...{ left, top },
	...{ right: left + width, bottom: top + height }
});
/** Three columns and as many rows as are asked for. */
const grid = (rows: number): Box[] =>
	Array.from({ length: rows * 3 }, (_, at) => box((at % 3) * 100, Math.floor(at / 3) * 60));

describe('what lies next in a direction', () => {
	const nine = grid(3);
	const middle = nine[4] as Box;
	it.each([
		['left', 3],
		['right', 5],
		['up', 1],
		['down', 7]
	] as const)('%s of the middle of nine', (direction, at) => {
		expect(nearest(middle, direction, nine)).toBe(at);
	});

	it('is nothing at the edge', () => {
		expect(nearest(nine[0] as Box, 'up', nine)).toBeNull();
		expect(nearest(nine[8] as Box, 'right', nine)).toBeNull();
	});

	it('is what lies straight ahead, though something aside begins sooner', () => {
		expect(nearest(box(0, 0), 'down', [box(200, 50), box(0, 120)])).toBe(1);
	});

	it('is what lies aside where nothing lies ahead', () => {
		expect(nearest(box(0, 0), 'down', [box(300, 200)])).toBe(0);
	});

	it('is never where one is, nor behind', () => {
		const boxes = fc.record({ left: fc.nat(900), top: fc.nat(900) }).map(({ left, top }) => box(left, top));
		const direction = fc.constantFrom<Direction>('left', 'right', 'up', 'down');
		fc.assert(
			fc.property(boxes, direction, fc.array(boxes, { maxLength: 12 }), (from, to, others) => {
				const at = nearest(from, to, [from, ...others]);
				if (at === null) return;
				const there = [from, ...others][at] as Box;
				const moved = {
					...{ left: from.left - there.left, right: there.left - from.left },
					...{ up: from.top - there.top, down: there.top - from.top }
				};
				expect(at).not.toBe(0);
				expect(moved[to]).toBeGreaterThan(0);
			})
		);
	});

	it('leads from everywhere to everywhere in a grid', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 6 }), (rows) => {
				const all = grid(rows);
				const seen = new Set([0]);
				for (const at of seen)
					for (const direction of ['left', 'right', 'up', 'down'] as const) {
						const next = nearest(all[at] as Box, direction, all);
						if (next !== null) seen.add(next);
					}
				expect(seen.size).toBe(all.length);
			})
		);
	});
});
