import { expect, it } from 'vitest';
import { Tries } from './tries.ts';

/** A clock that stands until it is moved. */
const clockAt = (start: number) => {
	let time = start;
	return { now: () => time, pass: (ms: number) => void (time += ms) };
};

it('lets so many tries fail in a while, for each id by itself', () => {
	const clock = clockAt(0);
	const tries = new Tries(clock, 3, 60_000);
	for (let n = 0; n < 3; n += 1) {
		expect(tries.wait('a')).toBe(0);
		tries.failed('a');
	}
	expect(tries.wait('a')).toBe(60);
	expect(tries.wait('b')).toBe(0);
	clock.pass(59_500);
	expect(tries.wait('a')).toBe(1);
	clock.pass(500);
	expect(tries.wait('a')).toBe(0);
	tries.failed('a');
	expect(tries.wait('a')).toBe(0);
});

it('forgets them where it went right', () => {
	const tries = new Tries(clockAt(0), 1, 60_000);
	tries.failed('a');
	expect(tries.wait('a')).toBe(60);
	tries.passed('a');
	expect(tries.wait('a')).toBe(0);
});

it('remembers no more ids than it may', () => {
	const tries = new Tries(clockAt(0), 1, 60_000, { remembered: 2 });
	for (const id of ['a', 'b', 'c']) tries.failed(id);
	expect(['a', 'b', 'c'].map((id) => tries.wait(id))).toEqual([0, 60, 60]);
});

it('raises the alarm once a minute where many fail, whatever the ids', () => {
	const clock = clockAt(0);
	let alarms = 0;
	const tries = new Tries(clock, 5, 60_000, { flood: () => void (alarms += 1) });
	for (let n = 0; n < 100; n += 1) tries.failed(String(n));
	expect(alarms).toBe(0);
	for (let n = 0; n < 100; n += 1) tries.failed(String(n));
	expect(alarms).toBe(1);
	clock.pass(60_000);
	tries.failed('a');
	expect(alarms).toBe(1);
	for (let n = 0; n < 100; n += 1) tries.failed('b');
	expect(alarms).toBe(2);
});
