/**
 * The way through a journey: which steps there are, which comes next, how a question is put to this child. Knows no
 * screen, no storage and no clock; every function is pure. What was answered never changes how many steps follow.
 */
import type { Answer, Asked } from './answer.ts';
import type { Journey, JourneyText, Question, Topic } from './journey.ts';
import { ruleOf } from './kind.ts';
import type { VersionId } from './version.ts';

/** Answers by question id. */
export type Answers = Readonly<Record<string, Answer>>;

/** One screen of the way. */
export type Step =
	/** Says what is coming, that it can be skipped, what a grown-up must do with it. Before a hard question. */
	| { readonly id: string; readonly kind: 'warning'; readonly question: Question }
	/** The question itself. */
	| { readonly id: string; readonly kind: 'question'; readonly question: Question }
	/** A breathing space after a hard question. */
	| { readonly id: string; readonly kind: 'breathe'; readonly question: Question }
	/** A break is offered (`breakEvery`). */
	| { readonly id: string; readonly kind: 'break' }
	/** "More, if you like": after the core questions. */
	| { readonly id: 'more'; readonly kind: 'more' }
	/** Everything once more, before signing. */
	| { readonly id: 'review'; readonly kind: 'review' };

/** After how many screens a break is offered; null: save and return at any time instead (docs/accessibility.md). */
export const breakEvery: Readonly<Record<VersionId, number | null>> = {
	'4-7': 4,
	'8-11': 6,
	'12-15': null,
	'16-17': null,
	easy: 3
};

/** The questions of the handing over: after everything else, whatever topic the child began with. */
const isClosing = (question: Question): boolean => question.kind === 'helped' || question.kind === 'sign';

/** The questions that `version` asks, in the journey's order. */
export const questionsFor = (journey: Journey, version: VersionId): readonly Question[] =>
	journey.questions.filter((question) => question.asked[version] !== undefined);

/** The id of the step that shows `question`. */
export const questionStep = (question: string): string => `question:${question}`;

/** What is seen without a rest between: a question, and around a hard one its warning and its breathing space. */
const unitOf = (question: Question): readonly Step[] => {
	const step: Step = { id: questionStep(question.id), kind: 'question', question };
	return question.hard
		? [
				{ id: `warning:${question.id}`, kind: 'warning', question },
				step,
				{ id: `breathe:${question.id}`, kind: 'breathe', question }
			]
		: [step];
};

/** `units` one after another, with a break before the one that would make more than `every` screens without a rest. */
function withBreaks(units: readonly (readonly Step[])[], every: number | null): readonly Step[] {
	const steps: Step[] = [];
	let run = 0;
	for (const unit of units) {
		const first = unit[0];
		const rests = first?.kind === 'more' || first?.kind === 'review';
		if (every !== null && first && 'question' in first && run > 0 && run + unit.length > every) {
			steps.push({ id: `break:${first.question.id}`, kind: 'break' });
			run = 0;
		}
		steps.push(...unit);
		run = rests ? 0 : run + unit.length;
	}
	return steps;
}

/**
 * Every step of `version`, first to last: core questions, "more, if you like", the further questions where `more` was
 * chosen (and those already answered, so that they can be changed), who helped, review, sign.
 * Depends on which questions have an answer, never on what it says (docs/accessibility.md).
 */
export function stepsFor(
	journey: Journey,
	version: VersionId,
	answers: Answers,
	{ more }: { readonly more: boolean }
): readonly Step[] {
	const all = questionsFor(journey, version);
	const open = all.filter((question) => !isClosing(question));
	const core = open.filter((question) => question.asked[version]?.core);
	const further = open.filter((question) => !question.asked[version]?.core);
	const shown = further.filter((question) => more || answers[question.id] !== undefined);
	const helped = all.filter((question) => question.kind === 'helped');
	const sign = all.filter((question) => question.kind === 'sign');
	return withBreaks(
		[
			...core.map(unitOf),
			...(further.length > 0 ? [[{ id: 'more', kind: 'more' } as const]] : []),
			...shown.map(unitOf),
			...helped.map(unitOf),
			[{ id: 'review', kind: 'review' } as const],
			...sign.map(unitOf)
		],
		breakEvery[version]
	);
}

const indexOf = (steps: readonly Step[], id: string): number => steps.findIndex((step) => step.id === id);

/** The step called `id`, or null. */
export const stepAt = (steps: readonly Step[], id: string): Step | null => steps[indexOf(steps, id)] ?? null;

/** The step after `id`; the first where `id` is none of them (a screen before the journey); null after the last. */
export const nextStep = (steps: readonly Step[], id: string): Step | null =>
	steps[indexOf(steps, id) + 1] ?? null;

/** The step before `id`; null before the first and where `id` is none of them. */
export const previousStep = (steps: readonly Step[], id: string): Step | null =>
	steps[indexOf(steps, id) - 1] ?? null;

/**
 * Where a child stands after the version or `more` has changed: the same step where it is still there, else the same
 * question's, else the nearest one before it in the journey, else the first. Never further on than before.
 */
export function keepPlace(journey: Journey, steps: readonly Step[], id: string): string {
	if (indexOf(steps, id) >= 0) return id;
	const question = id.slice(id.indexOf(':') + 1);
	const order = journey.questions.map((each) => each.id);
	for (let at = order.indexOf(question); at >= 0; at--) {
		const step = questionStep(order[at] ?? '');
		if (indexOf(steps, step) >= 0) return step;
	}
	return steps[0]?.id ?? 'review';
}

/** How far a topic has come. Counts of answers only: nothing is scored. */
export interface TopicProgress {
	readonly topic: Topic;
	/** The step to go to: the first question without an answer, or the topic's first. */
	readonly step: string;
	/** Questions of this topic on the way now. */
	readonly total: number;
	/** Of those, how many have an answer or an "I don't know". */
	readonly answered: number;
	readonly skipped: number;
	readonly state: 'not-started' | 'begun' | 'done' | 'skipped';
}

/** The topics on the way, in order, without the handing over (who helped, sign). */
export function topicsFor(
	journey: Journey,
	version: VersionId,
	answers: Answers,
	way: { readonly more: boolean }
): readonly TopicProgress[] {
	const asked = stepsFor(journey, version, answers, way).flatMap((step) =>
		step.kind === 'question' && !isClosing(step.question) ? [step.question] : []
	);
	return journey.topics.flatMap((topic) => {
		const questions = asked.filter((question) => question.topic === topic.id);
		const first = questions.find((question) => !answers[question.id]) ?? questions[0];
		if (!first) return [];
		const given = questions.flatMap((question) => answers[question.id] ?? []);
		const skipped = given.filter((answer) => answer.state === 'skipped').length;
		const state =
			given.length === 0
				? 'not-started'
				: skipped === questions.length
					? 'skipped'
					: given.length === questions.length
						? 'done'
						: 'begun';
		const step = first.hard && !answers[first.id] ? `warning:${first.id}` : questionStep(first.id);
		return [
			{ topic, step, total: questions.length, answered: given.length - skipped, skipped, state } as const
		];
	});
}

/** 32 bits of `text` without pattern (FNV-1a, finished as in MurmurHash3). Not for secrets. */
function spread(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The question as this child meets it: words, and options in this child's order. The order is turned by `seed`, so that
 * over many children each option stands in each position equally often; kinds that have an order in life keep it.
 * Throws RangeError where the journey or its words do not ask this question in `version`.
 */
export function askQuestion(
	journey: Journey,
	text: JourneyText,
	question: string,
	version: VersionId,
	seed: string
): Asked {
	const found = journey.questions.find((each) => each.id === question);
	const words = text.questions[question]?.[version];
	const asking = found?.asked[version];
	if (!found || !words || !asking)
		throw new RangeError(`${journey.id} does not ask ${question} in ${version}`);
	const ids = asking.options ?? [];
	const turn =
		!ruleOf(found.kind).turned || ids.length === 0 ? 0 : spread(`${seed} ${question}`) % ids.length;
	const turned = [...ids.slice(turn), ...ids.slice(0, turn)];
	return {
		words: words.ask,
		options: turned.map((id) => {
			const picture = found.options?.find((option) => option.id === id)?.picture;
			const label = words.options?.[id];
			if (label === undefined) throw new RangeError(`${journey.id} has no words for ${question} ${id}`);
			return picture === undefined ? { id, words: label } : { id, words: label, picture };
		}),
		...(words.places ? { places: words.places } : {})
	};
}
