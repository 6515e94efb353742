/** The form of a new meeting, as the coordinator's desk sends it. */
import * as v from 'valibot';
import type { Day, Instant } from '../../base/brand.ts';
import type { StaffId } from '../../base/ids.ts';
import { answersBy } from '../../practice/answers-by.ts';
import { isDay } from '../../practice/calendar.ts';
import { findPack } from '../../practice/packs.ts';
import { idSchema, lineSchema } from '../input.ts';

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/));
const staff = v.pipe(
	idSchema,
	v.transform((text) => text as StaffId)
);

/** What is sent, turned into a `NewMeeting`: where no time to answer by is named, the practice pack gives it. */
export const newMeetingSchema = v.pipe(
	v.object({
		kind: name,
		date: v.pipe(
			v.string(),
			v.check((text) => isDay(text)),
			v.transform((text) => text as Day)
		),
		time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
		place: lineSchema(200),
		journey: name,
		pack: v.optional(
			v.pipe(
				name,
				v.check((id) => findPack(id) !== null)
			),
			'default'
		),
		chair: staff,
		deputy: staff,
		answersBy: v.optional(
			v.pipe(
				v.string(),
				v.isoTimestamp(),
				v.transform((text) => new Date(text).toISOString() as Instant)
			)
		)
	}),
	v.transform((meeting) => ({
		...meeting,
		answersBy:
			meeting.answersBy ?? answersBy(meeting.date, findPack(meeting.pack)?.answersBy.workingDays ?? 0)
	}))
);
