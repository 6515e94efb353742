import { expect, it } from 'vitest';
import { animals, animalsOf } from './animals.ts';

it('gives the same two animals for the same key, and spreads keys over all of them', () => {
	expect(animalsOf('a')).toEqual(animalsOf('a'));
	expect(new Set(animals).size).toBe(32);
	const seen = new Set(Array.from({ length: 2000 }, (_, n) => animalsOf(String(n))).flat());
	expect(seen.size).toBe(32);
});
