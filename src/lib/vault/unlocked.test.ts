/** Unlocked keys go after 15 idle minutes, whatever the timers and the clock do meanwhile. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { generateReaderKeys } from '../envelope/keys.ts';
import { idleLimit, Unlocked } from './unlocked.svelte.ts';

describe('unlocked keys', () => {
	let now = 0;
	const clock = { now: () => now };

	beforeEach(() => {
		now = Date.UTC(2026, 11, 1);
		vi.useFakeTimers();
	});

	afterEach(() => {
		vi.useRealTimers();
	});

	it('stay while somebody is there and go when nobody is', async () => {
		const unlocked = new Unlocked(clock);
		expect(unlocked.open).toBe(false);
		unlocked.unlock(await generateReaderKeys());
		now += idleLimit - 1;
		expect(unlocked.open).toBe(true);
		unlocked.touch();
		now += idleLimit - 1;
		expect(unlocked.open).toBe(true);
		now += 1;
		expect(unlocked.keys).toBeNull();
	});

	it('are let go by the timer alone, and a late touch does not bring them back', async () => {
		const unlocked = new Unlocked(clock);
		unlocked.unlock(await generateReaderKeys());
		expect(vi.getTimerCount()).toBe(1);
		now += idleLimit;
		unlocked.touch();
		expect(unlocked.keys).toBeNull();
		unlocked.unlock(await generateReaderKeys());
		now += idleLimit;
		vi.advanceTimersByTime(10_000);
		now -= 60_000;
		expect(unlocked.keys).toBeNull();
		expect(vi.getTimerCount()).toBe(0);
	});

	it('go when the clock is set back, and when asked to', async () => {
		const unlocked = new Unlocked(clock);
		unlocked.unlock(await generateReaderKeys());
		expect(unlocked.open).toBe(true);
		now -= 1;
		expect(unlocked.keys).toBeNull();
		unlocked.unlock(await generateReaderKeys());
		unlocked.lock();
		expect(unlocked.open).toBe(false);
	});
});
