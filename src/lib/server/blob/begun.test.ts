import { expect, it } from 'vitest';
import { Begun } from './begun.ts';

it('holds one beginning for each invitation, by its hash', () => {
	const begun = new Begun();
	begun.hold('a', 'one', Uint8Array.of(1, 2, 3));
	expect([...begun.of('a', 'one')]).toEqual([1, 2, 3]);
	expect(begun.of('a', 'other')).toHaveLength(0);
	expect(begun.of('b', 'one')).toHaveLength(0);
	begun.hold('a', 'two', Uint8Array.of(4));
	expect(begun.of('a', 'one')).toHaveLength(0);
	begun.drop('a');
	expect(begun.of('a', 'two')).toHaveLength(0);
});

it('lets the oldest go rather than grow without end', () => {
	const begun = new Begun();
	const mebibyte = new Uint8Array(1024 * 1024);
	for (let at = 0; at < 100; at++) begun.hold(`${at}`, 'hash', mebibyte);
	expect(Array.from({ length: 100 }, (_, at) => begun.of(`${at}`, 'hash').length > 0)).toEqual([
		...Array.from({ length: 36 }, () => false),
		...Array.from({ length: 64 }, () => true)
	]);
});
