import { describe, expect, it } from 'vitest';
import type { Instant } from '../base/brand.ts';
import { isNear } from './near.ts';

const by = '2026-12-07T17:00:00.000Z' as Instant;
const at = (time: string) => isNear(by, Date.parse(time));

describe('near the meeting', () => {
	it('begins two days before and does not end', () => {
		expect(at('2026-12-05T16:00:00Z')).toBe(false);
		expect(at('2026-12-05T18:00:00Z')).toBe(true);
		expect(at('2026-12-09T12:00:00Z')).toBe(true);
	});
	it('is taken for so where the clock is years off', () => {
		expect(at('2010-01-01T00:00:00Z')).toBe(true);
		expect(at('2040-01-01T00:00:00Z')).toBe(true);
	});
});
