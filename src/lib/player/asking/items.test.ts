import { expect, it } from 'vitest';
import { itemsOf } from './items.ts';

const ids = (what: 'advocate' | 'not-safe', letter: boolean) => itemsOf(what, letter).map(({ id }) => id);

it.each(['advocate', 'not-safe'] as const)('%s by a letter: nothing has to be said', (what) => {
	expect(itemsOf(what, true).some(({ needed }) => needed)).toBe(false);
	expect(ids(what, true)).not.toContain('name');
});

it.each(['advocate', 'not-safe'] as const)(
	'%s without a letter: a way to be found comes first and is the one thing needed; a name is not',
	(what) => {
		const items = itemsOf(what, false);
		expect(items.map(({ id }) => id).slice(0, 2)).toEqual(['find', 'name']);
		expect(items.filter(({ needed }) => needed).map(({ id }) => id)).toEqual(['find']);
		expect(ids(what, false)).not.toContain('reach');
		expect(new Set(ids(what, false)).size).toBe(items.length);
	}
);
