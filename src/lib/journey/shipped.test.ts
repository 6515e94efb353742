import { expect, it } from 'vitest';
import { journeyIds, loadJourney } from './load.ts';
import { asksOf, isBefore, isShipped, shippedIds } from './shipped.ts';

it('names every journey of the product, and whom it asks', async () => {
	expect([...shippedIds].sort()).toEqual([...journeyIds].sort());
	for (const id of journeyIds)
		expect([id, asksOf(id)]).toEqual([id, (await loadJourney(id)).audience ?? 'child']);
});

it('takes nothing for a journey because its name stands on every object', () => {
	for (const id of ['constructor', 'toString', '__proto__', 'our-own']) {
		expect(isShipped(id)).toBe(false);
		expect(asksOf(id)).toBe('child');
		expect(isBefore(id)).toBe(false);
	}
});
