/**
 * Whether a journey's files hold together: beyond their shape (`schema.ts`), that every question has its topic, options,
 * pictures and words, in every version that asks it. For authors: run by tests and tools, not on a child's device.
 */
import type { Result } from '../base/result.ts';
import { ok, refused } from '../base/result.ts';
import { asksChild, type Journey, type JourneyText, type Question, type QuestionText } from './journey.ts';
import { ruleOf } from './kind.ts';
import { checkJourneyShape, checkTextShape } from './schema.ts';
import { versionIds } from './version.ts';

/** Why a journey's file is refused. The detail says `file: path`. */
export type JourneyFault =
	| 'malformed'
	| 'topic-twice'
	| 'topic-unknown'
	| 'topic-unused'
	| 'question-twice'
	| 'asked-nowhere'
	| 'option-twice'
	| 'option-unknown'
	| 'option-unused'
	| 'options-missing'
	| 'options-unwanted'
	| 'picture-unknown'
	| 'sign-not-last'
	| 'version-unwanted'
	| 'unsafe-unheard'
	| 'other-journey'
	| 'words-missing'
	| 'words-unwanted'
	| 'warning-missing'
	| 'warning-unwanted';

const twice = (ids: readonly string[]): string | undefined => ids.find((id, at) => ids.indexOf(id) !== at);

/** Whether an answer of this kind can say one of `Question.unsafe`: by a choice, or by a place that means it. */
const saysIt = (kind: Question['kind']): boolean =>
	ruleOf(kind).unsafeAt !== undefined || kind === 'pick' || kind === 'part' || kind === 'scale';

type Fault = readonly [JourneyFault, string];

function questionFault(
	question: Question,
	topics: readonly string[],
	pictures: ReadonlySet<string>
): Fault | null {
	const path = `questions.${question.id}`;
	const options = question.options ?? [];
	const ids = options.map((option) => option.id);
	const asked = versionIds.flatMap((version) => (question.asked[version] ? [version] : []));
	if (!topics.includes(question.topic)) return ['topic-unknown', `${path}.topic`];
	if (asked.length === 0) return ['asked-nowhere', `${path}.asked`];
	if (twice(ids) !== undefined) return ['option-twice', `${path}.options.${twice(ids)}`];
	const strange = options.find((option) => option.picture !== undefined && !pictures.has(option.picture));
	if (strange) return ['picture-unknown', `${path}.options.${strange.id}`];
	const marked = question.unsafe?.find((id) => !ids.includes(id));
	if (marked !== undefined) return ['option-unknown', `${path}.unsafe.${marked}`];
	if (question.unsafe && !saysIt(question.kind)) return ['unsafe-unheard', `${path}.unsafe`];
	for (const version of asked) {
		const chosen = question.asked[version]?.options;
		const at = `${path}.asked.${version}`;
		if (ruleOf(question.kind).options && !chosen) return ['options-missing', at];
		if (!ruleOf(question.kind).options && chosen) return ['options-unwanted', at];
		if (twice(chosen ?? []) !== undefined) return ['option-twice', at];
		const unknown = chosen?.find((id) => !ids.includes(id));
		if (unknown !== undefined) return ['option-unknown', `${at}.${unknown}`];
	}
	const unused = ids.find((id) => !asked.some((version) => question.asked[version]?.options?.includes(id)));
	return unused === undefined ? null : ['option-unused', `${path}.options.${unused}`];
}

function journeyFault(journey: Journey, pictures: ReadonlySet<string>): Fault | null {
	const topics = journey.topics.map((topic) => topic.id);
	if (twice(topics) !== undefined) return ['topic-twice', `topics.${twice(topics)}`];
	const strange = journey.topics.find((topic) => !pictures.has(topic.picture));
	if (strange) return ['picture-unknown', `topics.${strange.id}`];
	const ids = journey.questions.map((question) => question.id);
	if (twice(ids) !== undefined) return ['question-twice', `questions.${twice(ids)}`];
	for (const question of journey.questions) {
		const fault = questionFault(question, topics, pictures);
		if (fault) return fault;
	}
	const child = journey.questions.find(
		({ asked }) => !asksChild(journey) && versionIds.some((version) => version !== '16-17' && asked[version])
	);
	if (child) return ['version-unwanted', `questions.${child.id}.asked`];
	const empty = topics.find((topic) => !journey.questions.some((question) => question.topic === topic));
	if (empty !== undefined) return ['topic-unused', `topics.${empty}`];
	const sign = journey.questions.findIndex((question) => question.kind === 'sign');
	return sign >= 0 && sign < journey.questions.length - 1
		? ['sign-not-last', `questions.${journey.questions[sign]?.id}`]
		: null;
}

/** The journey in `file`, or why it is refused. `pictures`: the names of the picture set. */
export function checkJourney(
	file: string,
	from: unknown,
	pictures: ReadonlySet<string>
): Result<Journey, JourneyFault> {
	const shaped = checkJourneyShape(from);
	if (!shaped.ok) return refused('malformed', `${file}: ${shaped.detail ?? ''}`);
	const fault = journeyFault(shaped.value, pictures);
	return fault ? refused(fault[0], `${file}: ${fault[1]}`) : shaped;
}

function wordsFault(
	question: Question,
	words: QuestionText,
	wanted: readonly string[],
	path: string
): Fault | null {
	const missing = wanted.find((id) => words.options?.[id] === undefined);
	if (missing !== undefined) return ['words-missing', `${path}.options.${missing}`];
	const extra = Object.keys(words.options ?? {}).find((id) => !wanted.includes(id));
	if (extra !== undefined) return ['words-unwanted', `${path}.options.${extra}`];
	if (question.hard && words.warning === undefined) return ['warning-missing', path];
	if (!question.hard && words.warning !== undefined) return ['warning-unwanted', path];
	const { places } = ruleOf(question.kind);
	const unplaced = places.find((place) => words.places?.[place] === undefined);
	if (unplaced !== undefined) return ['words-missing', `${path}.places`];
	if (Object.keys(words.places ?? {}).some((place) => !places.includes(place)))
		return ['words-unwanted', `${path}.places`];
	if ((question.kind === 'helped') !== (words.how !== undefined))
		return [words.how ? 'words-unwanted' : 'words-missing', `${path}.how`];
	return null;
}

function textFault(text: JourneyText, journey: Journey): Fault | null {
	if (text.journey !== journey.id || text.version !== journey.version) return ['other-journey', 'journey'];
	for (const { id } of journey.topics) if (!text.topics[id]) return ['words-missing', `topics.${id}`];
	for (const id of Object.keys(text.topics))
		if (!journey.topics.some((topic) => topic.id === id)) return ['words-unwanted', `topics.${id}`];
	for (const id of Object.keys(text.questions))
		if (!journey.questions.some((question) => question.id === id))
			return ['words-unwanted', `questions.${id}`];
	for (const question of journey.questions)
		for (const version of versionIds) {
			const asking = question.asked[version];
			const words = text.questions[question.id]?.[version];
			const path = `questions.${question.id}.${version}`;
			if (asking && !words) return ['words-missing', path];
			if (!asking && words) return ['words-unwanted', path];
			const fault = asking && words ? wordsFault(question, words, asking.options ?? [], path) : null;
			if (fault) return fault;
		}
	return null;
}

/** The words in `file`, or why they are refused: they must be of `journey`, and of all of it. */
export function checkText(file: string, from: unknown, journey: Journey): Result<JourneyText, JourneyFault> {
	const shaped = checkTextShape(from);
	if (!shaped.ok) return refused('malformed', `${file}: ${shaped.detail ?? ''}`);
	const fault = textFault(shaped.value, journey);
	return fault ? refused(fault[0], `${file}: ${fault[1]}`) : ok(shaped.value);
}
