/** That the search of a profile finds what a LevelDB has compressed or cut. */
import { expect, test } from '@playwright/test';
import { readLog, unsnap } from '../fixtures/leveldb.ts';

test('takes snappy’s compression off: words, copies near and far, copies that overlap', () => {
	// 'Wiki' as it is, then seven bytes from four back: "WikiWikiWik".
	expect(unsnap(Buffer.from([11, 0x0c, ...Buffer.from('Wiki'), 0x0d, 4])).toString()).toBe('WikiWikiWik');
	expect(unsnap(Buffer.from([8, 0x04, ...Buffer.from('ab'), 0x16, 2, 0])).toString()).toBe('abababab');
	expect(() => unsnap(Buffer.from([8, 0x04, ...Buffer.from('ab'), 0x16, 9, 0]))).toThrow(RangeError);
});

test('closes the seams of a log', () => {
	const piece = (text: string, kind: number) => {
		const head = Buffer.alloc(7);
		head.writeUInt16LE(text.length, 4);
		head[6] = kind;
		return Buffer.concat([head, Buffer.from(text)]);
	};
	const first = piece('x'.repeat(32_768 - 7 - 7 - 4) + 'kes', 1);
	const file = Buffer.concat([
		first,
		piece('', 2).subarray(0, 0),
		Buffer.alloc(32_768 - first.length),
		piece('trel', 4)
	]);
	expect(readLog(file).toString()).toContain('kestrel');
});
