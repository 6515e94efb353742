/** A small made-up journey for the player's tests: every kind of question, a hard one, two topics, four versions less one. */
import type { Clock } from '../base/clock.ts';
import { beginDraft, type DraftState } from '../journey/draft-state.ts';
import type { Asking, Journey, JourneyText, Question, QuestionText } from '../journey/journey.ts';
import { versionIds, type VersionId } from '../journey/version.ts';

const asked = (asking: Asking): Question['asked'] =>
	Object.fromEntries(versionIds.map((version) => [version, asking]));

const question = (
	id: string,
	kind: Question['kind'],
	topic: string,
	more: Partial<Question> = {}
): Question => {
	const { options } = more;
	return {
		id,
		version: 1,
		kind,
		topic,
		subjects: [id],
		source: 'made up',
		asked: asked({ core: true, ...(options ? { options: options.map((option) => option.id) } : {}) }),
		...more
	};
};

const options = [{ id: 'one' }, { id: 'two' }, { id: 'three' }];

/** Nine questions: eight core, one further. `home` is hard, and `three` there says that the child may not be safe. */
export const journey: Journey = {
	id: 'made-up',
	version: 1,
	topics: [
		{ id: 'home', picture: 'house' },
		{ id: 'school', picture: 'school' }
	],
	questions: [
		question('face', 'pick', 'home', { options }),
		question('home', 'scale', 'home', { options, hard: true, unsafe: ['three'] }),
		question('day', 'sort', 'school', { options }),
		question('change', 'wish', 'school'),
		question('tell', 'text', 'school'),
		question('taking-part', 'part', 'school', { options }),
		question('friends', 'pick', 'school', {
			options,
			many: true,
			asked: {
				...asked({ core: false, options: ['one', 'two'] }),
				'4-7': undefined
			}
		}),
		question('helped', 'helped', 'school', { options }),
		question('sign', 'sign', 'school')
	]
};

const wordsOf = (one: Question, locale: string): QuestionText => ({
	ask: `${one.id} (${locale})?`,
	...(one.options
		? { options: Object.fromEntries(one.options.map(({ id }) => [id, `${id} (${locale})`])) }
		: {}),
	...(one.hard ? { warning: 'A hard one.' } : {})
});

/** Its words, which name their language. */
export const text = (locale = 'en'): JourneyText => ({
	journey: 'made-up',
	version: 1,
	locale,
	title: Object.fromEntries(versionIds.map((id) => [id, 'Made up'])) as Record<VersionId, string>,
	topics: {},
	questions: Object.fromEntries(
		journey.questions.map((one) => [
			one.id,
			Object.fromEntries(
				Object.keys(one.asked)
					.filter((version) => one.asked[version as VersionId])
					.map((version) => [version, wordsOf(one, locale)])
			)
		])
	)
});

/** A draft nobody has touched. */
export const draft = (look: VersionId): DraftState =>
	beginDraft(journey, { look, locale: 'en', seed: 'AAAAAAAAAAAAAAAAAAAAAA', device: 'shared' });

/** A clock that stands still. */
export const clock: Clock = { now: () => Date.UTC(2026, 10, 22, 9) };

/** The question called `id`. */
export function ask(id: string): Question {
	const found = journey.questions.find((one) => one.id === id);
	if (!found) throw new RangeError(id);
	return found;
}
