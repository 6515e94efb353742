import { expect, it } from 'vitest';
import { Begun } from './begun.ts';

const held = (begun: Begun, invitation: string, hashes: readonly string[]) =>
	hashes.filter((hash) => begun.of(invitation, hash).length > 0);

it('holds a beginning for its own invitation, the newest of each chunk, until it is dropped', () => {
	const begun = new Begun();
	begun.hold('a', 'one', Uint8Array.of(1, 2, 3));
	begun.hold('a', 'two', Uint8Array.of(4));
	begun.hold('a', 'one', Uint8Array.of(1, 2, 3, 4));
	expect([...begun.of('a', 'one')]).toEqual([1, 2, 3, 4]);
	expect(begun.of('b', 'one')).toHaveLength(0);
	begun.drop('one');
	expect(held(begun, 'a', ['one', 'two'])).toEqual(['two']);
});

it('lets the oldest go: of one invitation, and of all together', () => {
	const begun = new Begun();
	const six = ['1', '2', '3', '4', '5', '6'];
	for (const hash of six) begun.hold('a', hash, Uint8Array.of(1));
	expect(held(begun, 'a', six)).toEqual(['3', '4', '5', '6']);
	const mebibyte = new Uint8Array(1024 * 1024);
	for (let at = 0; at < 100; at++) begun.hold(`of ${at}`, `hash ${at}`, mebibyte);
	const left = Array.from({ length: 100 }, (_, at) => begun.of(`of ${at}`, `hash ${at}`).length > 0);
	expect(left.indexOf(true)).toBe(36);
	expect(left.lastIndexOf(false)).toBe(35);
});
