/** A figure: what was measured, what it has to be, whether it is met. Owns the report's lines and the statistics. */

/** One measured thing with its target. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly target: number;
	/** `at most` unless said. */
	readonly bound?: 'at most' | 'at least';
	/** Anything that helps to read it, such as the two numbers of a ratio. */
	readonly note?: string;
}

/** Whether `figure` reaches its target. What could not be measured does not. */
export const isMet = ({ value, target, bound = 'at most' }: Figure): boolean =>
	Number.isFinite(value) && (bound === 'at most' ? value <= target : value >= target);

/** `figure` as one line: name, value, target, met or short. */
export function line(figure: Figure): string {
	const digits = figure.unit === '×' ? 2 : figure.value < 100 ? 1 : 0;
	const bound = figure.bound === 'at least' ? '≥' : '≤';
	const cells = [
		figure.name.padEnd(44),
		`${figure.value.toFixed(digits)} ${figure.unit}`.padStart(13),
		`${bound} ${figure.target} ${figure.unit}`.padStart(13),
		isMet(figure) ? 'met  ' : 'short'
	];
	return `${cells.join('  ')}${figure.note ? `  (${figure.note})` : ''}`.trimEnd();
}

/** The middle of `values`; the mean of the two middle ones of an even number. NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	const upper = sorted[half] ?? NaN;
	return sorted.length % 2 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

/** The value that `share` (0 to 1) of `values` do not exceed. NaN of none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
