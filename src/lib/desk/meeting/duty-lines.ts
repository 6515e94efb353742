/**
 * The duties around a meeting as the desk shows them: what the pack owes, with how far each has come. What the server knows
 * by itself (views that arrived, answers that were sent) is never ticked; everything else is done when somebody says so.
 */
import type { Day } from '../../base/brand.ts';
import { dayThere } from '../../practice/day-there.ts';
import { dutiesFor, stages, type Duty, type Stage } from '../../practice/duties.ts';
import type { Pack } from '../../practice/pack.ts';
import type { InvitationRow, Meeting, Tick } from '../records.ts';

/** What may have happened, from which further duties follow. */
export const happenings = ['access-denied', 'parents-left-out'] as const;
/** One of them. */
export type Happening = (typeof happenings)[number];

/** How a happening is ticked. */
export const happened = (what: Happening): string => `happened.${what}`;

/** One duty of a list. */
export interface DutyLine {
	readonly duty: Duty;
	/** Under which it is ticked. */
	readonly key: string;
	/** `seen`: done, and nobody had to say so. */
	readonly state: 'open' | 'late' | 'done' | 'seen';
	/** The last day for it; for what is done again and again, the next. */
	readonly by: Day | null;
	readonly tick: Tick | null;
	/** For what is offered again at each stage: the one it is about. */
	readonly stage: Stage | null;
	/** The stage before at which the child said no: it is remembered, and not asked again until this one. */
	readonly refused: Tick | null;
}

/** The child of a list; null for what is owed to parents. */
export type Owed = Pick<InvitationRow, 'id' | 'age' | 'views' | 'replies'> | null;

/** Whether the server has seen what proves `duty` for `child`. */
const isSeen = ({ proof }: Duty, child: Owed): boolean =>
	(proof === 'views-arrived' && (child?.views ?? 0) > 0) ||
	(proof === 'reply-sent' && (child?.replies ?? 0) > 0);

const dayOf = (tick: Tick | undefined): Day | null => (tick ? dayThere(tick.at) : null);

/** What is owed to `child`, or to the parents, by date; what is always owed comes last. */
export function dutyLines(
	meeting: Pick<Meeting, 'kind' | 'date' | 'answersBy'>,
	child: Owed,
	pack: Pack,
	ticks: readonly Tick[],
	today: Day
): readonly DutyLine[] {
	const own = ticks.filter(({ invitation }) => invitation === (child?.id ?? null));
	const ticked = (key: string) => own.find(({ duty }) => duty === key);
	const facts = {
		kind: meeting.kind,
		day: meeting.date,
		seenAlone: dayOf(ticked('seen-alone')),
		seenAtHome: dayOf(ticked('seen-at-home')),
		accessDenied: dayOf(ticked(happened('access-denied'))),
		parentsLeftOut: ticks.some(({ duty }) => duty === happened('parents-left-out'))
	};
	return dutiesFor(facts, { age: child?.age ?? 0, unable: false }, pack, today)
		.filter(({ to }) => to === (child ? 'child' : 'parent'))
		.flatMap((duty): DutyLine[] => {
			const key = duty.way ? `${duty.id}.${duty.way}` : duty.id;
			if (duty.due.is === 'each-stage') return offers(duty, key, meeting, ticked, today);
			const tick = ticked(key) ?? null;
			const again = duty.due.is === 'every-working-days' || duty.due.is === 'every-weeks';
			const late = duty.by !== null && duty.by < today;
			const done = tick !== null && !(again && late);
			const state = isSeen(duty, child) ? 'seen' : done ? 'done' : late ? 'late' : 'open';
			return [{ duty, key, state, by: duty.by, tick, stage: null, refused: null }];
		})
		.toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999'));
}

/** One line for each stage. What was said at one is not owed at it again; at the next it is, whatever was said before. */
function offers(
	duty: Duty,
	key: string,
	meeting: Pick<Meeting, 'date' | 'answersBy'>,
	ticked: (key: string) => Tick | undefined,
	today: Day
): DutyLine[] {
	const days: Readonly<Record<Stage, Day | null>> = {
		asked: dayThere(meeting.answersBy),
		meeting: meeting.date,
		after: null
	};
	let refused: Tick | null = null;
	return stages.map((stage) => {
		const own = `${key}-${stage}`;
		const tick = ticked(own) ?? null;
		const by = days[stage];
		const state = tick ? 'done' : by !== null && by < today ? 'late' : 'open';
		const line = { duty, key: own, state, by, tick, stage, refused } as const;
		refused = tick ? (tick.answer === 'no' ? tick : null) : refused;
		return line;
	});
}
