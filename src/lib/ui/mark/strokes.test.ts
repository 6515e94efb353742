/** Strokes stay on their grid and show what was drawn. */
import { describe, expect, it } from 'vitest';
import { extend, pathOf, pointOn } from './strokes.ts';

describe('strokes', () => {
	it('stands on the grid whatever the size of the surface, and never off it', () => {
		expect(pointOn(50, 20, 100, 40)).toEqual([500, 200]);
		expect(pointOn(-9, 99, 100, 40)).toEqual([0, 400]);
		expect(pointOn(5, 5, 0, 0)).toEqual([1000, 400]);
	});

	it('leaves out what is too near to be seen', () => {
		const stroke = extend([[10, 10]], [12, 11]);
		expect(stroke).toEqual([[10, 10]]);
		expect(extend(stroke, [30, 10])).toEqual([
			[10, 10],
			[30, 10]
		]);
	});

	it('draws a dot for a touch and ends where the pen was lifted', () => {
		expect(pathOf([])).toBe('');
		expect(pathOf([[7, 8]])).toBe('M7 8h.1');
		expect(
			pathOf([
				[0, 0],
				[10, 0],
				[20, 10]
			])
		).toBe('M0 0Q10 0 15 5L20 10');
	});
});
