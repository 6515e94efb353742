/** A small journey with its words, and ways to spoil it: what the tests of the checks for authors start from. */
import { checkJourney, checkText } from './check.ts';

const pictures = new Set(['house', 'safe', 'send']);
/** The same words for each version. */
export const five = (words: string) => ({
	'4-7': words,
	'8-11': words,
	'12-15': words,
	'16-17': words,
	easy: words
});
/** A hard question to pick from, one option of which says that a child is not safe. */
export const pick = {
	id: 'feel',
	version: 1,
	kind: 'pick',
	topic: 'home',
	subjects: ['feelings'],
	source: '003 s.6',
	hard: true,
	unsafe: ['low'],
	options: [{ id: 'good', picture: 'safe' }, { id: 'low' }],
	asked: { '4-7': { core: true, options: ['good', 'low'] } }
};
/** A question to sort. */
export const sort = {
	id: 'sort',
	version: 1,
	kind: 'sort',
	topic: 'home',
	subjects: ['home'],
	source: '001',
	options: [{ id: 'room' }, { id: 'food' }],
	asked: { easy: { core: true, options: ['room', 'food'] } }
};
/** The last question. */
export const sign = {
	id: 'sign',
	version: 1,
	kind: 'sign',
	topic: 'end',
	subjects: ['sign'],
	source: 'product',
	asked: { '4-7': { core: true } }
};
/** `sort` as another kind of question, with `rest`. */
export const kinds = (kind: string, rest: object = {}) => ({ ...sort, id: 'kind', kind, ...rest });
/** The journey: two topics, three questions. */
export const journey = {
	id: 'small',
	version: 1,
	topics: [
		{ id: 'home', picture: 'house' },
		{ id: 'end', picture: 'send' }
	],
	questions: [pick, sort, sign]
};
/** The words of `pick`. */
export const feelWords = { ask: 'How?', warning: 'Hard.', options: { good: 'Good', low: 'Low' } };
/** The words of `sort`. */
export const sortWords = {
	ask: 'Where?',
	options: { room: 'Room', food: 'Food' },
	places: { good: 'Good', middle: 'Middle', 'not-good': 'Not good' }
};
/** All its words in English. */
export const text = {
	journey: 'small',
	version: 1,
	locale: 'en',
	title: five('Small'),
	topics: { home: five('Home'), end: five('End') },
	questions: { feel: { '4-7': feelWords }, sort: { easy: sortWords }, sign: { '4-7': { ask: 'Sign.' } } }
};

/** What the check says of a journey. */
export const ofJourney = (from: unknown) => checkJourney('small/journey.json', from, pictures);
/** What the check says of the words of `journey`. Throws where the journey itself is refused. */
export const ofText = (from: unknown) => {
	const good = ofJourney(journey);
	if (!good.ok) throw new Error(good.detail);
	return checkText('small/text.en.json', from, good.value);
};
/** What the check says of the journey with these questions. */
export const asks = (...questions: unknown[]) => ofJourney({ ...journey, questions });
/** What the check says of the words with those of `questions` in place of theirs. */
export const says = (questions: unknown) =>
	ofText({ ...text, questions: { ...text.questions, ...(questions as object) } });
/** The places that these kinds have. */
export const kindWords = { 'then-now': ['then', 'now'], people: ['near', 'middle', 'far'] };
/** A journey with one question of `kind`, and words with these places for it. */
export const places = (kind: string, ...given: readonly string[]) => {
	const good = asks(kinds(kind), sign, pick);
	const made = asks(pick, kinds(kind), sign);
	if (good.ok || !made.ok) throw new Error(`${kind} should be let through`);
	const words = { ...sortWords, places: Object.fromEntries(given.map((id) => [id, 'A place'])) };
	const questions = { feel: text.questions.feel, kind: { easy: words }, sign: text.questions.sign };
	return checkText('small/text.en.json', { ...text, questions }, made.value);
};
