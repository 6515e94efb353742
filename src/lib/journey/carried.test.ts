import { describe, expect, it } from 'vitest';
import { instant } from '../base/clock.ts';
import type { Answer, Value } from './answer.ts';
import { setAnswer } from './answering.ts';
import { optionIdsIn, withCarried } from './carried.ts';
import { askQuestion, questionsFor } from './engine.ts';
import type { Journey, JourneyText, Question } from './journey.ts';
import { ruleOf } from './kind.ts';
import { journeyIds, loadJourney, loadText } from './load.ts';
import { shownOption } from './placed.ts';
import type { VersionId } from './version.ts';
import { versionIds } from './version.ts';

const at = instant({ now: () => Date.UTC(2026, 10, 26) });

/** Something that is said with every one of `ids` that the kind lets one say. */
function everyOne({ kind }: Question, ids: readonly string[]): Value | null {
	const last = ids.at(-1);
	if (last === undefined) return null;
	const part = ruleOf(kind).places[0] ?? '';
	switch (kind) {
		case 'pick':
		case 'part':
			return { kind, chosen: ids };
		case 'scale':
			return { kind, chosen: last };
		case 'sort':
			return { kind, placed: ids.map((id) => [id, 'good']) };
		case 'places':
			return { kind, placed: ids.map((id) => [id, 'safe']) };
		case 'then-now':
			return { kind, then: ids[0] ?? last, now: last };
		case 'body':
			return { kind, marks: ids.map((id) => [id, 'good']) };
		case 'boxes':
			return { kind, put: ids.map((card) => ({ box: 'good', card })) };
		case 'day':
			return { kind, moments: ids.map((card) => ({ part: part as 'morning', card })) };
		case 'people':
			return { kind, people: ids.map((who) => ({ who, place: 'near' })) };
		case 'who-does-what':
			return { kind, rows: [{ who: last }] };
		case 'helped':
			return { kind, who: ids, how: [] };
		default:
			return null;
	}
}

const seed = 'AAAAAAAAAAAAAAAAAAAAAA';
const saying = (asked: Answer['asked'], look: VersionId, locale = 'en') => ({ asked, look, locale, at });

/** What was said to `question` in `look`. */
function saidIn(journey: Journey, text: JourneyText, question: Question, look: VersionId): Answer | null {
	const asked = askQuestion(journey, text, question.id, look, seed);
	const value = everyOne(
		question,
		asked.options.map(({ id }) => id)
	);
	return value ? (setAnswer({}, question, { ...saying(asked, look), value })[question.id] ?? null) : null;
}

const journey = await loadJourney('looked-after-review');
const text = await loadText('looked-after-review', 'en');
const questionOf = (id: string): Question => {
	const found = journey.questions.find((question) => question.id === id);
	if (!found) throw new RangeError(id);
	return found;
};

describe('options of an answer that was given in another version', () => {
	it.each(journeyIds)('keep their words when it is changed, for every question of %s', async (id) => {
		const one = await loadJourney(id);
		const words = await loadText(id, 'en');
		let carried = 0;
		for (const from of versionIds)
			for (const question of questionsFor(one, from)) {
				const before = saidIn(one, words, question, from);
				if (!before?.value) continue;
				for (const to of versionIds.filter((version) => question.asked[version])) {
					const plain = askQuestion(one, words, question.id, to, seed);
					const asked = withCarried(question, plain, before, words, to);
					const { value } = before;
					const after = setAnswer({}, question, { ...saying(asked, to), value })[question.id];
					carried += asked.options.length - plain.options.length;
					for (const option of optionIdsIn(value))
						expect(after && shownOption(after, option).words, `${question.id} ${from} ${to} ${option}`).toBe(
							plain.options.find((each) => each.id === option)?.words ?? shownOption(before, option).words
						);
				}
			}
		if (id === 'looked-after-review') expect(carried).toBeGreaterThan(100);
	});

	it('stand where they stand in life on a scale, and last where the order is turned', () => {
		const scale = questionOf('promises');
		const before = setAnswer({}, scale, {
			...saying(askQuestion(journey, text, scale.id, '12-15', seed), '12-15'),
			value: { kind: 'scale', chosen: 'most' }
		})[scale.id];
		const ask = (question: Question, answer: Answer | null) =>
			withCarried(question, askQuestion(journey, text, question.id, '8-11', seed), answer, text, '8-11');
		const ids = ask(scale, before ?? null).options.map(({ id }) => id);
		expect(ids).toEqual(scale.asked['12-15']?.options);
		const today = questionOf('today');
		const turned = ask(today, saidIn(journey, text, today, '12-15')).options.map(({ id }) => id);
		expect(turned.slice(0, 4).toSorted()).toEqual(today.asked['8-11']?.options?.toSorted());
		expect(turned.slice(4)).toEqual(['low']);
	});

	it('stay on the screen once they were shown there, and are not added where nobody chose them', () => {
		const today = questionOf('today');
		const plain = askQuestion(journey, text, 'today', '4-7', seed);
		const older = askQuestion(journey, text, 'today', '12-15', seed);
		const say = (asked: Answer['asked'], look: VersionId, chosen: readonly string[]) =>
			setAnswer({}, today, { ...saying(asked, look), value: { kind: 'pick', chosen } })['today'] ?? null;
		const first = withCarried(today, plain, say(older, '12-15', ['low', 'good']), text, '4-7');
		expect(first.options.map(({ id }) => id)).toEqual([...plain.options.map(({ id }) => id), 'low']);
		const without = say(first, '4-7', ['good']);
		expect(withCarried(today, plain, without, text, '4-7')).toEqual(first);
		expect(withCarried(today, plain, say(older, '12-15', ['good']), text, '4-7')).toBe(plain);
	});

	it('speak the language that is spoken now', async () => {
		const today = questionOf('today');
		const cy = await loadText('looked-after-review', 'cy');
		const before = saidIn(journey, text, today, '12-15');
		const asked = withCarried(today, askQuestion(journey, cy, 'today', '4-7', seed), before, cy, '4-7');
		const low = cy.questions['today']?.['12-15']?.options?.['low'];
		expect(low).toBeTruthy();
		expect(asked.options.find(({ id }) => id === 'low')?.words).toBe(low);
	});
});
