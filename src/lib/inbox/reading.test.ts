/** What is shown to whom. The child's choice is the only thing that decides it. */
import { describe, expect, it } from 'vitest';
import { answersOf, childOfFourteen, childOfSix } from '../../../tests/fixtures/answered.ts';
import type { Instant } from '../base/brand.ts';
import type { Answer } from '../journey/answer.ts';
import { pageHeadRule } from './page-head.ts';
import { createWords } from '../i18n/words.svelte.ts';
import { placedIn } from '../journey/placed.ts';
import { plainWordsOf } from './plain-words.ts';
import { chosenOptions, countShares, gatherWishes, mayKnow, ownWords } from './reading.ts';

const plain = plainWordsOf(await createWords('en', ['inbox', 'kinds']));
const at = '2026-12-02T16:40:00.000Z' as Instant;
const answers = answersOf(childOfSix, at);
const named = (id: string): Answer => {
	const found = answers.find((answer) => answer.question === id);
	if (!found) throw new Error(id);
	return found;
};

describe('who may know', () => {
	it('follows the child: narrower is never shown to wider', () => {
		const table = (['chair', 'helpers', 'everyone'] as const).map((audience) =>
			answers.filter((answer) => mayKnow(answer, audience)).map((answer) => answer.share)
		);
		expect(table[0]).toHaveLength(answers.length);
		expect(table[1]).not.toContain('chair');
		expect(new Set(table[2])).toEqual(new Set(['everyone']));
		expect(countShares(answers)).toEqual({ chair: 1, helpers: 1, everyone: 5 });
	});

	it('counts "I don’t know" and skipped as answers', () => {
		expect(named('help').state).toBe('dont-know');
		expect(countShares([named('help'), named('change')]).everyone).toBe(2);
	});
});

describe('what was said', () => {
	it('is in the words the child was shown', () => {
		expect(chosenOptions(named('today')).map(({ id }) => id)).toEqual(['okay']);
		expect(chosenOptions(named('today'))[0]?.words).toBe(
			named('today').asked.options.find(({ id }) => id === 'okay')?.words
		);
		expect(placedIn(named('home'))[0]?.items.map(({ id }) => id)).toEqual(['food', 'play']);
	});

	it('is never shortened, joined or trimmed', () => {
		const said = childOfFourteen.given[0]?.value;
		const [answer] = answersOf(childOfFourteen, at).filter(({ question }) => question === 'well');
		expect(answer && ownWords(answer)).toEqual([said?.kind === 'text' ? said.words : '']);
	});

	it('gathers wishes and questions in their exact words, each with its answer', () => {
		const wishes = gatherWishes(answers, plain);
		expect(wishes.map((wish) => wish.words)).toEqual([
			['I want to see Grandad on Sundays.', 'A dog', 'No shouting']
		]);
		expect(wishes[0]?.answer).toBe(named('wishes'));
		expect(gatherWishes(answersOf(childOfFourteen, at), plain).flatMap(({ words }) => words)).toContain(
			'Can Ruby stay in my school?'
		);
	});
});

describe('what is laid out', () => {
	it('is a wish in plain lines, with its question', () => {
		const [wish] = gatherWishes(
			[
				{
					...named('home'),
					wish: true,
					kind: 'who-does-what',
					value: {
						kind: 'who-does-what',
						rows: [{ who: null, whoWords: 'Jo', what: 'Ring me', when: 'soon' }]
					},
					asked: {
						words: 'Who?',
						options: [],
						places: { soon: 'Soon', 'before-next': 'Next', later: 'Later' }
					}
				}
			],
			plain
		);
		expect(wish).toMatchObject({ bare: true, words: ['“Jo”: “Ring me” (Soon)'] });
	});
});

describe('the head of a printed page', () => {
	it('cannot be broken out of by a label', () => {
		const rule = pageHeadRule('A"; } body { display: none } \\ \n <b>', 'Page');
		expect(rule.match(/[{}]/g)?.length).toBe(pageHeadRule('A', 'Page').match(/[{}]/g)?.length);
		expect(rule).toContain('"A\\22 \\3b ');
		expect(rule).not.toContain('\n <');
	});
});
