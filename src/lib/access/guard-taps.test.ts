import { expect, it } from 'vitest';
import { broad, edge, isPalm } from './guard-taps.ts';

const page = { width: 400, height: 800 };
const finger = { x: 200, y: 400, width: 24, height: 24 };

it('a finger in the page is a press; what begins at any edge, or is as broad as a palm, is none', () => {
	expect(isPalm(finger, page)).toBe(false);
	expect(isPalm({ ...finger, x: edge, y: edge }, page)).toBe(false);
	for (const at of [{ x: edge - 1 }, { y: edge - 1 }, { x: 400 - edge + 1 }, { y: 800 - edge + 1 }])
		expect(isPalm({ ...finger, ...at }, page)).toBe(true);
	expect(isPalm({ ...finger, height: broad + 1 }, page)).toBe(true);
});
