import { expect, it } from 'vitest';
import { timeFor } from './time-for.ts';

const offered = [0.5, 1, 1.5, 2, 3, 4, 6];

it('leaves time beyond what was needed, by the middle of three, and never more than is offered', () => {
	expect(timeFor([120, 130, 2000], offered)).toBe(0.5);
	expect(timeFor([900, 500, 700], offered)).toBe(1.5);
	expect(timeFor([1100, 1100, 1100], offered)).toBe(2);
	expect(timeFor([9000, 9000, 9000], offered)).toBe(6);
});
