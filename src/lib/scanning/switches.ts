/**
 * What a switch says, from keys that go down and come up: a switch is a key, and what is not meant is not heard. Pure: the time is
 * handed in, in milliseconds.
 */

/**
 * `auto`: it moves by itself, a press chooses. `step`: a press moves, a longer one chooses. `hold`: it moves while the switch is held,
 * letting go chooses. `two`: one switch moves, the other chooses.
 */
export const ways = ['auto', 'step', 'hold', 'two'] as const;

/** One of them. */
export type Way = (typeof ways)[number];

/** What somebody means by a press. `exit`: held for long, wherever it is: out of here. */
export type Meaning = 'move' | 'choose' | 'exit' | 'start' | 'stop' | null;

/** How presses are understood. */
export interface Pressing {
	readonly way: Way;
	/** A press counts once it has been held for so long. */
	readonly accept: number;
	/** After one press none counts for so long. */
	readonly ignore: number;
}

/** Held for so long, a switch asks for the way out (docs/accessibility.md, "Switches"). */
export const exitHold = 4_000;

/** With one switch that moves by presses, held for so long it chooses. */
export const chooseHold = 700;

/** The keys that are switches: what switch boxes send. The second moves where there are two. */
export const keys = { choose: ['Enter', '1'], move: [' ', '3', '2'] } as const;

/** Whether `key` is a switch. */
export const isSwitch = (key: string): boolean =>
	([...keys.choose, ...keys.move] as readonly string[]).includes(key);

/** Understands one switch user's keys. */
export class Switches {
	readonly #pressing: () => Pressing;
	#down: { readonly key: string; readonly at: number } | null = null;
	#last = Number.NEGATIVE_INFINITY;

	constructor(pressing: () => Pressing) {
		this.#pressing = pressing;
	}

	/** `key` went down at `at`; the browser's own repeats say nothing. */
	down(key: string, at: number): Meaning {
		const { way, ignore } = this.#pressing();
		if (this.#down || at - this.#last < ignore) return null;
		this.#down = { key, at };
		return way === 'hold' ? 'start' : null;
	}

	/** `key` came up at `at`. */
	up(key: string, at: number): Meaning {
		const down = this.#down;
		if (down?.key !== key) return null;
		this.#down = null;
		const { way, accept } = this.#pressing();
		const held = at - down.at;
		if (held < accept) return way === 'hold' ? 'stop' : null;
		this.#last = at;
		if (way === 'hold') return 'choose';
		if (held >= exitHold) return 'exit';
		if (way === 'step') return held >= Math.max(chooseHold, accept + 300) ? 'choose' : 'move';
		if (way === 'two') return (keys.move as readonly string[]).includes(key) ? 'move' : 'choose';
		return 'choose';
	}

	/** Forgets a key that is held: the page was left in the middle of a press. */
	forget(): void {
		this.#down = null;
	}
}
