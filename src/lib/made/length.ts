/** How long something is, in the way of a clock. */

/** `ms` as minutes and seconds, `1:05`. */
export function lengthWords(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
