import { describe, expect, it } from 'vitest';
import { afterWrong, mayTry, type Count } from './steps.ts';

const none: Count = { tries: 0, until: null };

/** Wrong tries, each as soon as it is allowed; what one had to wait before each, in seconds, until a worker is needed. */
function waits(): number[] {
	const waited: number[] = [];
	let [count, now] = [none, Date.parse('2026-11-25T09:00:00Z')];
	for (;;) {
		const wait = mayTry(count, now);
		if (wait === 'ask-worker') return waited;
		waited.push(wait ?? 0);
		now += (wait ?? 0) * 1000;
		count = afterWrong(count, now);
	}
}

describe('the counter of a guarded code', () => {
	it('waits five minutes after five, an hour after ten and fifteen, and ends after twenty', () => {
		const expected = Array<number>(20).fill(0);
		[expected[5], expected[10], expected[15]] = [300, 3600, 3600];
		expect(waits()).toEqual(expected);
	});
	it('does not count the wait down by anything but the time given', () => {
		const five = afterWrong({ tries: 4, until: null }, 0);
		expect(mayTry(five, 299_000)).toBe(1);
		expect(mayTry(five, 300_000)).toBeNull();
	});
});
