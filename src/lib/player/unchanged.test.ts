import { expect, it } from 'vitest';
import { remembered, unchanged } from './unchanged.ts';

it('gives the object of last time while its members are the same, and the new one as soon as one differs', () => {
	const stones = unchanged<{ readonly total: number; readonly at?: number } | null>();
	const first = stones({ total: 6, at: 1 });
	expect(stones({ total: 6, at: 1 })).toBe(first);
	expect(stones({ total: 6, at: 2 })).toEqual({ total: 6, at: 2 });
	expect(stones({ total: 6 })).toEqual({ total: 6 });
	expect(stones(null)).toBeNull();
	expect(stones({ total: 6 })).toEqual({ total: 6 });
});

it('makes anew only where it is asked for something else, the text as well as the question', () => {
	const made: string[] = [];
	const ask = remembered((text: object, look: string) => {
		made.push(look);
		return { text, look };
	});
	const [english, welsh] = [{}, {}];
	const first = ask(english, '4-7');
	expect(ask(english, '4-7')).toBe(first);
	expect(ask(welsh, '4-7')).not.toBe(first);
	expect(ask(welsh, '8-11').look).toBe('8-11');
	expect(made).toEqual(['4-7', '4-7', '8-11']);
});
