/**
 * The duties engine: meeting + child + pack → what is owed, by whom, to whom, by when, how it is known to be done. A pure
 * function; every age, time and exception stands in the pack.
 */
import type { Day } from '../base/brand.ts';
import { addDays, addWorkingDays } from './calendar.ts';
import type { Due, DutyId, Pack, Rule } from './pack.ts';

/** The child as far as the rules look: birthdays had, and whether they can answer for themselves. */
export interface ChildFacts {
	/** Whole years. */
	readonly age: number;
	/** The worker recorded that this child cannot answer, by any way. */
	readonly unable: boolean;
}

/** The meeting as far as the rules look, with what was last done. */
export interface MeetingFacts {
	/** One of the pack's kinds; a meeting of another has the duties that belong to all. */
	readonly kind: string;
	readonly day: Day;
	/** When the child was last seen alone and last seen at home; null where never. */
	readonly seenAlone?: Day | null;
	readonly seenAtHome?: Day | null;
	/** Somebody was kept from seeing the child; the day it happened. */
	readonly accessDenied?: Day | null;
	/** It is considered to leave parents out. */
	readonly parentsLeftOut?: boolean;
}

/** One thing that is owed. */
export interface Duty {
	readonly id: DutyId;
	readonly owedBy: Rule['owedBy'];
	readonly to: Rule['to'];
	readonly force: Rule['force'];
	/** How it is done there: locale key `duty:way.<way>`; null where the pack says nothing. */
	readonly way: string | null;
	readonly weigh: readonly string[];
	/** The last day on which it is in time; null where it holds always or at each stage. */
	readonly by: Day | null;
	readonly due: Due;
	readonly proof: Rule['proof'];
	/** What the child is told about it: locale key `duty:child.<id>`; null for what is owed to parents. */
	readonly told: string | null;
	readonly source: Rule['source'];
}

/**
 * The stages of a meeting's life at which something is offered again (seed 001, Active offer: “not a ‘one off’ event … revisited
 * at each stage”): when the child is asked what they think, at the meeting, afterwards.
 */
export const stages = ['asked', 'meeting', 'after'] as const;
/** One of them. */
export type Stage = (typeof stages)[number];

/** What `pack` says is owed around `meeting` to this child and their parents; `today` dates what is owed again and again. */
export function dutiesFor(meeting: MeetingFacts, child: ChildFacts, pack: Pack, today: Day): Duty[] {
	return pack.rules
		.filter((rule) => belongs(rule, meeting, child))
		.map((rule) => ({
			id: rule.id,
			owedBy: rule.owedBy,
			to: rule.to,
			force: rule.force,
			way: rule.way ?? null,
			weigh: rule.weigh ?? [],
			by: lastDay(rule, meeting, today),
			due: rule.due,
			proof: rule.proof,
			told: rule.to === 'child' ? `duty:child.${rule.id}` : null,
			source: rule.source
		}));
}

function belongs(rule: Rule, meeting: MeetingFacts, child: ChildFacts): boolean {
	if (rule.meetings && !rule.meetings.some((kind) => kind === meeting.kind)) return false;
	if (rule.only === 'access-denied') return meeting.accessDenied != null;
	if (rule.only === 'parents-left-out') return meeting.parentsLeftOut === true;
	if (rule.to === 'parent') return true;
	// An observation is owed below the age of being asked, and at any age to a child who cannot answer.
	if (rule.unable) return child.unable || (rule.upTo !== undefined && child.age <= rule.upTo);
	// Neither age nor ability is a barrier (seed 000), but a child who cannot answer is observed, never asked in vain.
	if (rule.id === 'ask-views' && child.unable) return false;
	return child.age >= (rule.from ?? 0) && child.age <= (rule.upTo ?? Infinity);
}

function lastDay(rule: Rule, meeting: MeetingFacts, today: Day): Day | null {
	const { due } = rule;
	switch (due.is) {
		case 'days-before':
			return addDays(meeting.day, -due.days);
		case 'working-days-before':
			return addWorkingDays(meeting.day, -due.days);
		case 'at-meeting':
			return meeting.day;
		case 'working-days-after':
			return addWorkingDays(meeting.day, due.days);
		case 'every-working-days':
			return meeting.seenAlone ? addWorkingDays(meeting.seenAlone, due.days) : today;
		case 'every-weeks':
			return meeting.seenAtHome ? addDays(meeting.seenAtHome, due.weeks * 7) : today;
		case 'at-once':
			return meeting.accessDenied ?? today;
		case 'each-stage':
		case 'always':
			return null;
	}
}
