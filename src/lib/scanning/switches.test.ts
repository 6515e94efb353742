import { expect, it } from 'vitest';
import { exitHold, Switches, type Meaning, type Pressing } from './switches.ts';

const plain: Pressing = { way: 'auto', accept: 0, ignore: 0 };

/** What is meant by presses `[key, from, to]`, in order: at going down, and at coming up. */
const meant = (pressing: Partial<Pressing>, ...presses: [string, number, number][]): Meaning[] => {
	const switches = new Switches(() => ({ ...plain, ...pressing }));
	return presses.flatMap(([key, from, to]) => [switches.down(key, from), switches.up(key, to)]);
};

it('by itself: any switch chooses', () => {
	expect(meant({}, [' ', 0, 80], ['Enter', 900, 950])).toEqual([null, 'choose', null, 'choose']);
});

it('step by step: a press moves, a longer one chooses', () => {
	expect(meant({ way: 'step' }, [' ', 0, 100], [' ', 900, 1700])).toEqual([null, 'move', null, 'choose']);
});

it('while it is held: letting go chooses; a touch that is too short does nothing', () => {
	expect(meant({ way: 'hold', accept: 300 }, [' ', 0, 100], [' ', 900, 5000])).toEqual([
		'start',
		'stop',
		'start',
		'choose'
	]);
});

it('with two: one moves, one chooses', () => {
	expect(meant({ way: 'two' }, [' ', 0, 50], ['Enter', 100, 150])).toEqual([null, 'move', null, 'choose']);
});

it('what is too short, and what comes too soon after another, is not heard', () => {
	expect(meant({ accept: 300 }, [' ', 0, 200], [' ', 500, 900])).toEqual([null, null, null, 'choose']);
	expect(meant({ ignore: 1000 }, [' ', 0, 50], [' ', 400, 450], [' ', 1100, 1150])).toEqual([
		null,
		'choose',
		null,
		null,
		null,
		'choose'
	]);
});

it('held for long it asks for the way out, whatever is lit', () => {
	expect(meant({}, [' ', 0, exitHold])).toEqual([null, 'exit']);
	expect(meant({ way: 'two' }, ['Enter', 0, exitHold + 1])).toEqual([null, 'exit']);
});

it('the browser’s own repeats and another key in between say nothing', () => {
	const switches = new Switches(() => plain);
	expect(switches.down(' ', 0)).toBe(null);
	expect(switches.down(' ', 30)).toBe(null);
	expect(switches.down('Enter', 40)).toBe(null);
	expect(switches.up('Enter', 50)).toBe(null);
	expect(switches.up(' ', 60)).toBe('choose');
});
