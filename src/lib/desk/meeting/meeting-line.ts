/** A meeting in one line, as it stands at the head of pages and lists. */
import { fullDay } from '../../i18n/dates.ts';
import type { Key } from '../../i18n/keys.ts';
import type { Words } from '../../i18n/words.svelte.ts';
import type { Audience } from '../../journey/journey.ts';
import type { InvitationRow, Meeting } from '../records.ts';

/** The kinds of meeting that have a journey. A kind is the journey's id. */
export const meetingKinds = [
	'review-conference',
	'first-conference',
	'core-group',
	'looked-after-review',
	'foster-carer-review',
	'short-breaks',
	'pathway-review',
	'assessment'
] as const;

/** What a child may be asked beside a meeting, at any time. Each is a journey's id. */
export const besides = [
	'getting-ready',
	'good-news',
	'worry',
	'see-someone',
	'after-meeting',
	'comment'
] as const;

/** One of them. */
export type Beside = (typeof besides)[number];

/** What grown-ups are asked by letters of their own, with whom it asks. Each is a journey's id. */
export const grownUps = {
	'parent-before': 'parent',
	'parent-after': 'parent',
	observation: 'observer'
} as const satisfies Readonly<Record<string, Audience>>;

/** One of them. */
export type ForGrownUp = keyof typeof grownUps;

const isForGrownUp = (journey: string | null): journey is ForGrownUp =>
	journey !== null && Object.hasOwn(grownUps, journey);

/** Whom a letter about `journey` asks. By the letter, which the coordinator made, never by what was sent with it. */
export const askedBy = (journey: string | null): Audience =>
	isForGrownUp(journey) ? grownUps[journey] : 'child';

/** Whoever holds a letter, as they stand in lists: `AB, 9`; `Mum of AB, parent or carer`. */
export function whoWords(
	{ label, age, journey }: Pick<InvitationRow, 'label' | 'age' | 'journey'>,
	words: Words
): string {
	const asked = askedBy(journey);
	if (asked !== 'child') return words.t(`desk:grownUp.${asked}`, { label });
	return age === null ? label : words.t('desk:child', { label, age });
}

/** The words for what a letter is about beside the meeting; one that this build does not know stands for itself. */
export const besideWords = (journey: string, words: Words): string =>
	besides.some((known) => known === journey) || isForGrownUp(journey)
		? words.t(`desk:beside.${journey}` as Key)
		: journey;

/** The words for a kind; a kind that this build does not know stands for itself. */
export const kindWords = (kind: string, words: Words): string =>
	meetingKinds.some((known) => known === kind) ? words.t(`desk:kind.${kind}` as Key) : kind;

/** `Review conference, Wednesday 9 December 2026, 14:00`. */
export const meetingLine = ({ kind, date, time }: Meeting, words: Words): string =>
	`${kindWords(kind, words)}, ${fullDay(date, words.locale)}, ${time}`;
