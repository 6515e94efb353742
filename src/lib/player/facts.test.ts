import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../base/brand.ts';
import { createWords } from '../i18n/words.svelte.ts';
import { sayDay, sayMoment } from './facts.ts';

describe('days', () => {
	it('are said in English and in Welsh, whatever the browser knows', async () => {
		expect(sayDay(await createWords('en', ['player']), '2026-12-09' as Day)).toBe('Wednesday 9 December');
		expect(sayDay(await createWords('cy', ['player']), '2026-12-09' as Day)).toBe('dydd Mercher 9 Rhagfyr');
	});
	it('stay the same day everywhere; a moment is said by the time of the device', async () => {
		const words = await createWords('en', ['player']);
		const noon = new Date(2026, 11, 3, 12).toISOString() as Instant;
		expect(sayMoment(words, noon)).toBe('Thursday 3 December');
		expect(sayDay(words, '2027-01-01' as Day)).toBe('Friday 1 January');
	});
});
