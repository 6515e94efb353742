/** Until when the readers want a child's views, so that they can be read before the meeting. */
import type { Day, Instant } from '../base/brand.ts';
import { addWorkingDays } from './calendar.ts';

/**
 * The end of the working day that lies `workingDays` before the meeting's day; the meeting's own day is not counted
 * (seed 004 §6.4 counts its reports the same way). The clock is that of England and Wales: 17:00 there.
 */
export function answersBy(meeting: Day, workingDays: number): Instant {
	const day = addWorkingDays(meeting, -workingDays);
	const noon = new Date(`${day}T12:00:00Z`);
	const there = Number(
		new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(
			noon
		)
	);
	return new Date(Date.parse(`${day}T17:00:00Z`) - (there - 12) * 3_600_000).toISOString() as Instant;
}
