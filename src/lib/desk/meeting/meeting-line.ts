/** A meeting in one line, as it stands at the head of pages and lists. */
import { fullDay } from '../../i18n/dates.ts';
import type { Key } from '../../i18n/keys.ts';
import type { Words } from '../../i18n/words.svelte.ts';
import type { Audience } from '../../journey/journey.ts';
import { asksOf } from '../../journey/shipped.ts';
import type { InvitationRow, Meeting } from '../records.ts';
import { ownTitle } from './practice.svelte.ts';

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

/** What is asked at the first looked-after review: nothing about last time, and what would help to settle. A journey's id. */
export const firstReview = 'first-looked-after-review';

/** What belongs to a meeting of `kind`; `earlier`: how many of the kind there were before. */
export const journeyOf = (kind: string, earlier: number): string =>
	kind === 'looked-after-review' && earlier === 0 ? firstReview : kind;

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

/** What grown-ups are asked by letters of their own. Each is a journey's id. */
export const grownUps = ['parent-before', 'parent-after', 'observation'] as const;

/** One of them. */
export type ForGrownUp = (typeof grownUps)[number];

/** Whether `journey` is one of the product's that a child may be asked beside a meeting. */
export const isBeside = (journey: string): journey is Beside => besides.some((one) => one === journey);

/** Whether `journey` is one of the product's that asks a grown-up. */
export const isForGrownUp = (journey: string): journey is ForGrownUp =>
	grownUps.some((one) => one === journey);

/** Whom a letter about `journey` asks. By the letter, which the coordinator made, never by what was sent with it. */
export const askedBy = (journey: string | null): Audience => (journey === null ? 'child' : asksOf(journey));

/** Whoever holds a letter, as they stand in lists: `AB, 9`; `Mum of AB, parent or carer`. */
export function whoWords(
	{ label, age, journey }: Pick<InvitationRow, 'label' | 'age' | 'journey'>,
	words: Words
): string {
	const asked = askedBy(journey);
	if (asked !== 'child') return words.t(`desk:grownUp.${asked}`, { label });
	return age === null ? label : words.t('desk:child', { label, age });
}

/** The words for what a letter is about beside the meeting: the title of an authority's own journey. */
export const besideWords = (journey: string, words: Words): string =>
	isBeside(journey) || isForGrownUp(journey) || journey === firstReview
		? words.t(`desk:beside.${journey}`)
		: ownTitle(journey, words.locale);

/** The words for a kind; a kind that this build does not know stands for itself. */
export const kindWords = (kind: string, words: Words): string =>
	meetingKinds.some((known) => known === kind) ? words.t(`desk:kind.${kind}` as Key) : kind;

/** `Review conference, Wednesday 9 December 2026, 14:00`. */
export const meetingLine = ({ kind, date, time }: Meeting, words: Words): string =>
	`${kindWords(kind, words)}, ${fullDay(date, words.locale)}, ${time}`;
