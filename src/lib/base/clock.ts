/** The time, as something that can be handed in: rules and tests name their clock, they do not reach for one. */
import type { Instant } from './brand.ts';

/** What tells the time. `now()` is milliseconds since 1970 in UTC. */
export interface Clock {
	now(): number;
}

/** This machine's clock. On a child's tablet it may be wrong by years: what it says is a claim. */
export const systemClock: Clock = { now: () => Date.now() };

/** The moment that `clock` shows. */
export const instant = (clock: Clock): Instant => new Date(clock.now()).toISOString() as Instant;
