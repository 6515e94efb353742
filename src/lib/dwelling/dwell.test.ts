import { expect, it } from 'vitest';
import { fullness, lockOn, nowhere, pressed, rested, type Resting } from './dwell.ts';

it('whoever passes by starts nothing; a ring fills from the moment of resting, and no further than full', () => {
	let resting: Resting<string> = rested(nowhere, 'yes', 1000);
	expect(fullness(resting, 1000 + lockOn - 1, 1000)).toBe(null);
	expect(fullness(resting, 1000 + lockOn, 1000)).toBe(0);
	resting = rested(resting, 'yes', 1700);
	expect(fullness(resting, 1000 + lockOn + 500, 1000)).toBe(0.5);
	expect(fullness(resting, 9000, 1000)).toBe(1);
});

it('goes out when the pointer goes on, and begins anew elsewhere', () => {
	const resting = rested(rested<string>(nowhere, 'yes', 0), 'no', 900);
	expect(fullness(resting, 1000, 1000)).toBe(null);
	expect(fullness(resting, 900 + lockOn + 250, 1000)).toBe(0.25);
	expect(fullness(rested(resting, null, 1200), 5000, 1000)).toBe(null);
});

it('presses once: it has to be left before it presses again', () => {
	const resting = pressed(rested<string>(nowhere, 'yes', 0));
	expect(fullness(rested(resting, 'yes', 5000), 9000, 1000)).toBe(null);
	const back = rested(rested(resting, null, 6000), 'yes', 6100);
	expect(fullness(back, 6100 + lockOn + 1000, 1000)).toBe(1);
});
