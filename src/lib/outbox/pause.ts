/** How long to wait before trying again: growing, never the same for two devices, never so long that a bus ride is missed. */

/** The first and the longest pause, in milliseconds, before chance is added. */
export const pauses = { first: 2_000, longest: 10 * 60_000 } as const;

/**
 * Milliseconds to wait after `tries` tries that did not arrive (1 or more): doubled each time, between half and one and a
 * half of it by `chance` (0 to 1), and never less than what the server asked for (`after`, in seconds).
 */
export function pauseAfter(tries: number, after: number | null, chance: number): number {
	const grown = Math.min(pauses.longest, pauses.first * 2 ** Math.min(tries - 1, 30));
	return Math.max(Math.round(grown * (0.5 + chance)), (after ?? 0) * 1000);
}

/**
 * Milliseconds until what is due at `next` is due, by the clock's `now`. A time farther off than any pause (`farthest`) was
 * written by a clock that has been set since: it is due.
 */
export const dueIn = (next: number, now: number, farthest: number): number =>
	next - now > farthest ? 0 : next - now;
