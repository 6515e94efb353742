/**
 * Failed tries, counted per id whether such an id exists or not, so that counting gives nothing away. In memory and
 * bounded: an attacker with many ids pushes out the oldest counts, and gains nothing, for an id has 128 bits.
 */
import type { Clock } from '../../base/clock.ts';

interface Count {
	tries: number;
	until: number;
}

/** Failed tries in a minute that are more than people mistyping: somebody is guessing. */
const floodAt = 100;

/** Counts tries: `allowed` of them in `window` milliseconds for each id, `remembered` ids at most. */
export class Tries {
	readonly #counts = new Map<string, Count>();
	readonly #clock: Clock;
	readonly #allowed: number;
	readonly #window: number;
	readonly #remembered: number;
	readonly #flood: () => void;
	#minute: Count = { tries: 0, until: 0 };
	/** `flood` is called once in each minute in which more than `floodAt` tries fail, of whichever ids. */
	constructor(
		clock: Clock,
		allowed: number,
		window: number,
		{ remembered = 50_000, flood = () => {} }: { remembered?: number; flood?: () => void } = {}
	) {
		this.#clock = clock;
		this.#allowed = allowed;
		this.#window = window;
		this.#remembered = remembered;
		this.#flood = flood;
	}

	/** Seconds until `id` may be tried again; 0 when it may be tried now. */
	wait(id: string): number {
		const count = this.#counts.get(id);
		const left = count ? count.until - this.#clock.now() : 0;
		return count && left > 0 && count.tries >= this.#allowed ? Math.ceil(left / 1000) : 0;
	}

	/** Counts one failed try of `id`. */
	failed(id: string): void {
		const now = this.#clock.now();
		if (this.#minute.until <= now) this.#minute = { tries: 0, until: now + 60_000 };
		this.#minute.tries += 1;
		if (this.#minute.tries === floodAt + 1) this.#flood();
		const known = this.#counts.get(id);
		const count = known && known.until > now ? known : { tries: 0, until: now + this.#window };
		count.tries += 1;
		this.#counts.delete(id);
		this.#counts.set(id, count);
		if (this.#counts.size > this.#remembered) this.#counts.delete(this.#counts.keys().next().value as string);
	}

	/** Forgets the failed tries of `id`: it was tried rightly. */
	passed(id: string): void {
		this.#counts.delete(id);
	}
}
