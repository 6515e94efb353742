/** How long a thing should stay lit for somebody who needed `took` (milliseconds) to press a lamp they saw light up. Pure. */

/**
 * The least of `offered` (seconds, ascending) that leaves half as much time again as the middle of `took`, and 0.3 s to see what is
 * lit; the longest where none does.
 */
export function timeFor(took: readonly number[], offered: readonly number[]): number {
	const middle = took.toSorted((a, b) => a - b)[took.length >> 1] ?? 0;
	const needed = (middle * 1.5) / 1000 + 0.3;
	return offered.find((seconds) => seconds >= needed) ?? offered.at(-1) ?? needed;
}
