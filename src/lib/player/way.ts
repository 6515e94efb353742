/**
 * The whole way of a child through My Say once the letter is open: the screens before the questions, the questions (one
 * after another, or by topic), the handing over. Pure: from the journey and the draft to places; knows no screen.
 */
import { asksIn, dialsOf } from '../journey/dials.ts';
import type { DraftState } from '../journey/draft-state.ts';
import {
	keepPlace,
	questionsFor,
	questionStep,
	stepsFor,
	topicsFor,
	type Step,
	type TopicProgress
} from '../journey/engine.ts';
import { asksChild, type Journey } from '../journey/journey.ts';
import type { VersionId } from '../journey/version.ts';

/** The player's own screens, beside the steps of a journey. */
export type OwnPlace =
	'readers' | 'look' | 'who' | 'device' | 'face' | 'meeting' | 'topics' | 'away' | 'send' | 'sent';

/** Where a child can be. */
export type Place = { [Id in OwnPlace]: { readonly id: Id; readonly kind: Id } }[OwnPlace] | Step;

/** What of a draft decides where the way leads. */
export type Walker = Pick<DraftState, 'look' | 'dials' | 'answers' | 'more' | 'at'>;

const own = (...ids: readonly OwnPlace[]): readonly Place[] => ids.map((id) => ({ id, kind: id }) as Place);

/** The screens before a child's questions, the meeting among them where the journey is about getting ready for it. A grown-up needs no face, and nobody beside them. */
const openingOf = (journey: Journey): readonly Place[] =>
	asksChild(journey)
		? own(
				'readers',
				'look',
				'who',
				'device',
				'face',
				...(journey.shows === 'meeting' ? (['meeting'] as const) : [])
			)
		: own('readers', 'device');

/** The version whose questions `walker` is asked. */
const asked = (journey: Journey, walker: Walker): VersionId => asksIn(journey, dialsOf(walker).asks);

/** Whether `walker` starts from a list of topics. The others walk stepping stones, one by one. */
export const startsAnywhere = (journey: Journey, walker: Walker): boolean =>
	['12-15', '16-17'].includes(asked(journey, walker));

const questionOf = (place: Place) => ('question' in place ? place.question : null);

/** The places of the questions, and those of the handing over. */
function halves(journey: Journey, walker: Walker) {
	const steps = stepsFor(journey, asked(journey, walker), walker.answers, walker);
	const isHelped = (step: Step) => questionOf(step)?.kind === 'helped';
	const isSign = (step: Step) => questionOf(step)?.kind === 'sign';
	const open = steps.filter((step) => step.kind !== 'review' && !isHelped(step) && !isSign(step));
	const closing: readonly Place[] = [
		...steps.filter(isHelped),
		...(asksChild(journey) ? own('away') : []),
		...steps.filter((step) => step.kind === 'review'),
		...steps.filter(isSign),
		...own('send')
	];
	return { steps, open, closing };
}

/** The topics of this draft, with how far each has come. */
export const topicsOf = (journey: Journey, walker: Walker): readonly TopicProgress[] =>
	topicsFor(journey, asked(journey, walker), walker.answers, walker);

/** The run of places that `id` stands in, and what stands before and after that run. */
interface Run {
	readonly places: readonly Place[];
	readonly before: string | null;
	readonly after: string | null;
}

function runOf(journey: Journey, walker: Walker, id: string): Run {
	const { open, closing } = halves(journey, walker);
	const opening = openingOf(journey);
	const lastOpening = opening.at(-1)?.id ?? 'face';
	const listed = startsAnywhere(journey, walker);
	const firstOpen = listed ? 'topics' : (open[0]?.id ?? 'away');
	const lastOpen = listed ? 'topics' : (open.at(-1)?.id ?? lastOpening);
	const has = (places: readonly Place[]) => places.some((place) => place.id === id);
	if (id === 'sent') return { places: own('sent'), before: null, after: null };
	if (has(closing)) return { places: closing, before: lastOpen, after: null };
	if (id === 'topics' && listed)
		return { places: own('topics'), before: lastOpening, after: closing[0]?.id ?? null };
	if (has(opening)) return { places: opening, before: null, after: firstOpen };
	if (!listed) return { places: open, before: lastOpening, after: closing[0]?.id ?? null };
	const topic = questionOf(open.find((place) => place.id === id) ?? { id: 'topics', kind: 'topics' })?.topic;
	return {
		places: open.filter((place) => topic !== undefined && questionOf(place)?.topic === topic),
		before: 'topics',
		after: 'topics'
	};
}

/** The first question without an answer, or the first of all, or the handing over where none is asked. */
export function firstOpenStep(journey: Journey, walker: Walker): string {
	if (startsAnywhere(journey, walker)) return 'topics';
	const { open } = halves(journey, walker);
	const questions = open.filter((place) => place.kind === 'question');
	const first = questions.find((place) => !walker.answers[questionOf(place)?.id ?? '']) ?? questions[0];
	const hard = questionOf(first ?? { id: 'away', kind: 'away' });
	if (hard?.hard && !walker.answers[hard.id]) return `warning:${hard.id}`;
	return first?.id ?? 'away';
}

/** The place where `walker` is; the first of the way where the draft names none that is there. */
export function placeOf(journey: Journey, walker: Walker): Place {
	const { steps } = halves(journey, walker);
	const every = [...openingOf(journey), ...own('topics', 'away', 'send', 'sent'), ...steps];
	return every.find((place) => place.id === walker.at) ?? { id: 'readers', kind: 'readers' };
}

/** The id of the place after `id`; null after the last. */
export function placeAfter(journey: Journey, walker: Walker, id: string): string | null {
	const { places, after } = runOf(journey, walker, id);
	const at = places.findIndex((place) => place.id === id);
	return places[at + 1]?.id ?? after;
}

/** The id of the place before `id`; null before the first. */
export function placeBefore(journey: Journey, walker: Walker, id: string): string | null {
	const { places, before } = runOf(journey, walker, id);
	const at = places.findIndex((place) => place.id === id);
	return places[at - 1]?.id ?? before;
}

/**
 * Where `walker` stands after a dial or `more` has changed: the same place where it is still there; never further on.
 */
export function stayAt(journey: Journey, walker: Walker): string {
	const { id } = placeOf(journey, walker);
	if (id === walker.at && (id !== 'topics' || startsAnywhere(journey, walker))) return id;
	if (walker.at === 'topics') return firstOpenStep(journey, walker);
	// A new draft names a screen from before the letter was opened.
	if (!walker.at.includes(':')) return 'readers';
	return keepPlace(journey, halves(journey, walker).steps, walker.at);
}

/** Stepping stones: of how many questions of this run, and which one this is (from 0). Null where there are none. */
export function stonesAt(
	journey: Journey,
	walker: Walker,
	id: string
): { readonly total: number; readonly at: number } | null {
	const { places } = runOf(journey, walker, id);
	const place = places.find((each) => each.id === id);
	if (!place || ['topics', 'sent', 'away'].includes(id) || openingOf(journey).some((each) => each.id === id))
		return null;
	if (places.some(({ kind }) => kind === 'review')) return null;
	const divide = places.findIndex((each) => each.kind === 'more');
	const index = places.indexOf(place);
	const round = divide < 0 ? places : index <= divide ? places.slice(0, divide) : places.slice(divide + 1);
	const stones = round.filter((each) => each.kind === 'question');
	const before = places.slice(0, index).filter((each) => stones.includes(each as (typeof stones)[number]));
	return stones.length < 2 ? null : { total: stones.length, at: Math.min(before.length, stones.length - 1) };
}

/** Whether `walker` is asked `question`, so that its answer can be changed. */
export const isAsked = (journey: Journey, walker: Walker, question: string): boolean =>
	questionsFor(journey, asked(journey, walker)).some((each) => each.id === question);

/** The place that asks `question`. */
export const placeOfQuestion = (question: string): string => questionStep(question);
