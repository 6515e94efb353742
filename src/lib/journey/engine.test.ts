/** The way through a journey: its steps, its topics, this child's order of options. */
import { describe, expect, test } from 'vitest';
import type { Instant } from '../base/brand.ts';
import { dontKnow, setAnswer, skip } from './answering.ts';
import type { Answers } from './engine.ts';
import {
	askQuestion,
	keepPlace,
	nextStep,
	previousStep,
	questionsFor,
	stepAt,
	stepsFor,
	topicsFor
} from './engine.ts';
import type { Question } from './journey.ts';
import { journeyIds, loadJourney, loadText } from './load.ts';
import { versionIds } from './version.ts';

const journey = await loadJourney('review-conference');
const text = await loadText('review-conference', 'en');
const welsh = await loadText('review-conference', 'cy');
const question = (id: string): Question => {
	const found = journey.questions.find((each) => each.id === id);
	if (!found) throw new Error(id);
	return found;
};
const saying = (id: string) => ({
	asked: askQuestion(journey, text, id, '8-11', 'seed'),
	locale: 'en',
	look: '8-11' as const,
	at: '2026-12-01T09:00:00.000Z' as Instant
});
const short = { more: false };
const long = { more: true };

describe('steps', () => {
	test('core questions, more, who helped, review, sign: in that order', () => {
		for (const version of versionIds) {
			const ids = stepsFor(journey, version, {}, short).map((step) => step.id);
			expect(ids.slice(-4)).toEqual(['more', 'question:helped', 'review', 'question:sign']);
			const asked = ids.filter((id) => id.startsWith('question:')).length;
			const core = questionsFor(journey, version).filter((each) => each.asked[version]?.core).length;
			expect(asked).toBe(core);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});

	test('more brings every question of the version, each once', () => {
		for (const version of versionIds) {
			const steps = stepsFor(journey, version, {}, long);
			const asked = steps.flatMap((step) => (step.kind === 'question' ? [step.question.id] : []));
			expect([...asked].sort()).toEqual(
				questionsFor(journey, version)
					.map((each) => each.id)
					.sort()
			);
		}
	});

	test('a hard question stands between its warning and a breathing space', () => {
		const steps = stepsFor(journey, '8-11', {}, long);
		for (const hard of questionsFor(journey, '8-11').filter((each) => each.hard)) {
			const at = steps.findIndex((step) => step.id === `question:${hard.id}`);
			expect(steps[at - 1]?.id).toBe(`warning:${hard.id}`);
			expect(steps[at + 1]?.id).toBe(`breathe:${hard.id}`);
		}
	});

	test('nobody sees more than 4, 6 or 3 screens without a rest; from 12 on there is none', () => {
		const longest = (version: (typeof versionIds)[number]) => {
			let run = 0;
			let most = 0;
			for (const step of stepsFor(journey, version, {}, long)) {
				run = ['break', 'more', 'review'].includes(step.kind) ? 0 : run + 1;
				most = Math.max(most, run);
			}
			return most;
		};
		expect([longest('4-7'), longest('8-11'), longest('easy')]).toEqual([4, 6, 3]);
		expect(stepsFor(journey, '12-15', {}, long).some((step) => step.kind === 'break')).toBe(false);
	});

	test('a break never parts a hard question from its warning, nor stands beside another rest', () => {
		for (const version of ['4-7', '8-11', 'easy'] as const) {
			const steps = stepsFor(journey, version, {}, long);
			steps.forEach((step, at) => {
				if (step.kind !== 'break') return;
				expect(['warning', 'question']).toContain(steps[at + 1]?.kind);
				expect(['breathe', 'question']).toContain(steps[at - 1]?.kind);
				expect(keepPlace(journey, stepsFor(journey, '12-15', {}, long), step.id)).toBe(
					`question:${step.id.slice('break:'.length)}`
				);
			});
		}
	});

	test('each answer leads to the same steps', () => {
		const now = question('change');
		const ways: Answers[] = ['better', 'same', 'harder'].map((chosen) =>
			setAnswer({}, now, { ...saying('change'), value: { kind: 'scale', chosen } })
		);
		ways.push(dontKnow({}, now, saying('change')), skip({}, now, saying('change')), {});
		const found = ways.map((answers) => stepsFor(journey, '8-11', answers, short).map((step) => step.id));
		for (const ids of found) expect(ids).toEqual(found[0]);
	});

	test('an answered further question can be changed although "more" was left', () => {
		const answers = skip({}, question('ask'), saying('ask'));
		expect(stepAt(stepsFor(journey, '8-11', {}, short), 'question:ask')).toBeNull();
		expect(stepAt(stepsFor(journey, '8-11', answers, short), 'question:ask')).not.toBeNull();
	});

	test('next and previous walk all of them and end at the ends', () => {
		const steps = stepsFor(journey, '4-7', {}, long);
		const there: string[] = [];
		for (let step = nextStep(steps, 'welcome'); step; step = nextStep(steps, step.id)) there.push(step.id);
		expect(there).toEqual(steps.map((step) => step.id));
		const back: string[] = [];
		for (let step = stepAt(steps, 'question:sign'); step; step = previousStep(steps, step.id))
			back.push(step.id);
		expect(back.reverse()).toEqual(there);
		expect(previousStep(steps, 'welcome')).toBeNull();
	});

	test('another version keeps the place, or the nearest before it', () => {
		const older = stepsFor(journey, '12-15', {}, long);
		const young = stepsFor(journey, '4-7', {}, long);
		expect(keepPlace(journey, young, 'question:people')).toBe('question:people');
		expect(keepPlace(journey, young, 'question:time')).toBe('question:people');
		expect(keepPlace(journey, young, 'warning:low')).toBe('question:today');
		expect(keepPlace(journey, young, 'nowhere')).toBe(young[0]?.id);
		for (const step of older) expect(stepAt(young, keepPlace(journey, young, step.id))).not.toBeNull();
	});
});

describe('topics', () => {
	test('stand in order, without the handing over, and lead to the warning of a hard question first', () => {
		const topics = topicsFor(journey, '8-11', {}, short);
		expect(topics.map((each) => each.topic.id)).toEqual(
			journey.topics.map((topic) => topic.id).filter((id) => id !== 'ending')
		);
		expect(topics.every((each) => each.state === 'not-started' && each.answered === 0)).toBe(true);
		expect(topics.find((each) => each.topic.id === 'safe')?.step).toBe('warning:safe');
	});

	test('count what was said, what was skipped, and know when they are done', () => {
		const home = question('home');
		const value = { kind: 'sort', placed: [['room', 'good']] } as const;
		const said = setAnswer({}, home, { ...saying('home'), value });
		const find = (answers: Answers, way: { more: boolean }) =>
			topicsFor(journey, '8-11', answers, way).find((each) => each.topic.id === 'home');
		expect(find(said, short)).toMatchObject({ answered: 1, total: 1, skipped: 0, state: 'done' });
		expect(find(said, long)).toMatchObject({ answered: 1, total: 2, state: 'begun', step: 'question:day' });
		expect(find(skip({}, home, saying('home')), short)).toMatchObject({
			answered: 0,
			skipped: 1,
			state: 'skipped'
		});
		expect(find(dontKnow({}, home, saying('home')), short)).toMatchObject({ answered: 1, state: 'done' });
	});
});

describe('asking', () => {
	test('over 10,000 children each option stands in each position equally often', () => {
		for (const [id, version] of [
			['today', '12-15'],
			['home', '8-11'],
			['part', '4-7'],
			['place', '8-11']
		] as const) {
			const options = question(id).asked[version]?.options ?? [];
			const seen = new Map<string, number>();
			for (let run = 0; run < 10_000; run++)
				askQuestion(journey, text, id, version, `seed-${run}`).options.forEach((option, at) => {
					const key = `${option.id} ${at}`;
					seen.set(key, (seen.get(key) ?? 0) + 1);
				});
			expect(seen.size).toBe(options.length ** 2);
			for (const [key, times] of seen)
				expect(Math.abs(times / 10_000 - 1 / options.length), `${id} ${key}`).toBeLessThanOrEqual(0.02);
		}
	});

	test('a scale keeps its order for every child', () => {
		for (const scale of journey.questions.filter((each) => each.kind === 'scale'))
			for (let run = 0; run < 50; run++)
				for (const version of versionIds)
					if (scale.asked[version])
						expect(
							askQuestion(journey, text, scale.id, version, `${run}`).options.map((option) => option.id)
						).toEqual(scale.asked[version].options);
	});

	test('the same child meets the same order again, in either language', () => {
		for (const version of versionIds)
			for (const each of questionsFor(journey, version)) {
				const english = askQuestion(journey, text, each.id, version, 'child');
				expect(askQuestion(journey, text, each.id, version, 'child')).toEqual(english);
				const ids = askQuestion(journey, welsh, each.id, version, 'child').options.map((option) => option.id);
				expect(ids).toEqual(english.options.map((option) => option.id));
			}
	});

	test('keeps the very words shown, places too', () => {
		const asked = askQuestion(journey, text, 'safe', '4-7', 'child');
		expect(asked.words).toBe('How safe do you feel here?');
		expect(asked.places).toEqual({ safe: 'Safe', 'not-sure': 'Not sure', 'not-safe': 'Not safe' });
		expect(asked.options.find((option) => option.id === 'home')).toEqual({
			id: 'home',
			words: 'At home',
			picture: 'house'
		});
	});

	test('refuses to ask what a version does not ask', () => {
		expect(() => askQuestion(journey, text, 'documents', '4-7', 'child')).toThrow(RangeError);
		expect(() => askQuestion(journey, text, 'moon', '4-7', 'child')).toThrow(RangeError);
	});
});

describe('loading', () => {
	test('knows its journeys, and has nothing to offer in place of a missing one', async () => {
		expect(journeyIds).toContain('review-conference');
		await expect(loadJourney('moon')).rejects.toThrow(RangeError);
		await expect(loadText('review-conference', 'xx')).rejects.toThrow(RangeError);
	});
});
