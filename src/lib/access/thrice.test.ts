import { describe, expect, it } from 'vitest';
import { createThrice } from './thrice.ts';

const shift = { key: 'Shift', repeat: false };

describe('three presses of Shift', () => {
	it('count when each comes within five seconds of the last', () => {
		const thrice = createThrice();
		expect([0, 5000, 10000].map((at) => thrice.press(shift, at))).toEqual([false, false, true]);
	});
	it('start again after a longer pause', () => {
		const thrice = createThrice();
		expect([0, 100, 5101, 5200, 5300].map((at) => thrice.press(shift, at))).toEqual([
			false,
			false,
			false,
			false,
			true
		]);
	});
	it('start again when another key comes between, as in typing capitals', () => {
		const thrice = createThrice();
		thrice.press(shift, 0);
		thrice.press(shift, 10);
		thrice.press({ key: 'A', repeat: false }, 20);
		expect(thrice.press(shift, 30)).toBe(false);
	});
	it('do not come from one key that is held', () => {
		const thrice = createThrice();
		const held = { key: 'Shift', repeat: true };
		expect([shift, held, held, held].map((key, at) => thrice.press(key, at))).not.toContain(true);
	});
	it('count from nothing after having been three', () => {
		const thrice = createThrice();
		[0, 1, 2].forEach((at) => thrice.press(shift, at));
		expect([3, 4, 5].map((at) => thrice.press(shift, at))).toEqual([false, false, true]);
	});
});
