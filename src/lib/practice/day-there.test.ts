import { expect, test } from 'vitest';
import type { Instant } from '../base/brand.ts';
import { dayThere } from './day-there.ts';

test.each([
	['2026-06-30T22:59:59.000Z', '2026-06-30'],
	['2026-06-30T23:00:00.000Z', '2026-07-01'],
	['2026-12-31T23:59:59.000Z', '2026-12-31'],
	['2027-01-01T00:00:00.000Z', '2027-01-01'],
	// The night the clocks go forward, and back.
	['2026-03-29T00:59:59.000Z', '2026-03-29'],
	['2026-10-24T23:00:00.000Z', '2026-10-25']
])('%s is %s in England and Wales', (at, day) => {
	expect(dayThere(at as Instant)).toBe(day);
});
