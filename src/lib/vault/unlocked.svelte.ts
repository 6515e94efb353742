/**
 * The unlocked keys of whoever sits at the desk: in memory only, dropped after 15 idle minutes, at sign-out, and with the
 * page. Nothing here can open anything; it is handed what an unlocker opened.
 */
import type { Milliseconds } from '../base/brand.ts';
import type { Clock } from '../base/clock.ts';
import { systemClock } from '../base/clock.ts';
import type { ReaderKeys } from '../envelope/keys.ts';

/** How long keys stay without anybody touching the desk (threat model). */
export const idleLimit = (15 * 60 * 1000) as Milliseconds;

/** How often the desk looks at the clock: also how late a lock may come. */
const lookEvery = 5_000;

/** Holds unlocked keys and lets go of them. One for each open desk. */
export class Unlocked {
	#keys: ReaderKeys | null = $state.raw(null);
	#touched = 0;
	#timer: ReturnType<typeof setInterval> | undefined;
	readonly #clock: Clock;

	constructor(clock: Clock = systemClock) {
		this.#clock = clock;
	}

	/** The keys; null while locked. Asking is also the check: an overslept timer (a closed lid) never yields keys. */
	get keys(): ReaderKeys | null {
		return this.#overdue() ? null : this.#keys;
	}

	/** Whether there are keys. */
	get open(): boolean {
		return this.keys !== null;
	}

	/** Takes the keys (not extractable: no script can read them out again) and starts counting idle time. */
	unlock(keys: ReaderKeys): void {
		this.#touched = this.#clock.now();
		this.#keys = keys;
		clearInterval(this.#timer);
		this.#timer = setInterval(() => this.look(), lookEvery);
	}

	/** Somebody is at the desk: a key, a pointer. Does not bring back keys that are already due to go. */
	touch(): void {
		if (this.#overdue()) this.lock();
		this.#touched = this.#clock.now();
	}

	/** Locks when the idle time is over; the timer calls it, and the page when it is shown again. */
	look(): void {
		if (this.#overdue()) this.lock();
	}

	/** Lets go of the keys. */
	lock(): void {
		this.#keys = null;
		clearInterval(this.#timer);
	}

	#overdue(): boolean {
		const idle = this.#clock.now() - this.#touched;
		// A clock set back must not prolong anything.
		return this.#keys !== null && (idle >= idleLimit || idle < 0);
	}
}
