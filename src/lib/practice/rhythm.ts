/** Whether a meeting's day fits the rhythm of reviews. It warns and never blocks: there may be good reasons. */
import type { Day } from '../base/brand.ts';
import { addDays, addMonths, addWorkingDays } from './calendar.ts';
import type { Pack, Span } from './pack.ts';

/** A day later than the rhythm has it. */
export interface RhythmWarning {
	readonly latest: Day;
	readonly source: string;
}

const later = (day: Day, span: Span): Day =>
	'workingDays' in span
		? addWorkingDays(day, span.workingDays)
		: 'weeks' in span
			? addDays(day, span.weeks * 7)
			: addMonths(day, span.months);

/**
 * A warning where `day` is later than `pack` has the meeting of this `kind` that comes after `earlier` ones of it (0 for the
 * first), counted from `since`: the last of them, or the beginning. Null where it fits or the pack knows no rhythm.
 */
export function rhythmWarning(
	pack: Pack,
	kind: string,
	earlier: number,
	since: Day,
	day: Day
): RhythmWarning | null {
	const rhythm = pack.rhythm.find((one) => one.kind === kind);
	const span = rhythm?.within[Math.min(earlier, rhythm.within.length - 1)];
	if (!rhythm || !span) return null;
	const latest = later(since, span);
	return day > latest ? { latest, source: rhythm.source } : null;
}
