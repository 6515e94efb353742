import { describe, expect, it } from 'vitest';
import type { Value } from './answer.ts';
import { saysUnsafe } from './answering.ts';
import { asksChild, type Question } from './journey.ts';
import { ruleOf } from './kind.ts';
import { journeyIds, loadJourney } from './load.ts';

const questions = (await Promise.all(journeyIds.map(loadJourney)))
	.filter(asksChild)
	.flatMap((journey) => journey.questions.map((question) => [journey.id, question] as const));

/** Options that say it by themselves, wherever they are offered: a journey that adds one must mark it. */
const saysSo = ['not-safe', 'hurts', 'hurting-myself', 'talk', 'nearly-always'];

/** The value of choosing `id`, put where the kind puts what is not safe. */
function choosing({ kind }: Question, id: string): Value | null {
	switch (kind) {
		case 'pick':
		case 'part':
			return { kind, chosen: [id] };
		case 'scale':
			return { kind, chosen: id };
		case 'then-now':
			return { kind, now: id };
		case 'places':
			return { kind, placed: [[id, 'not-safe']] };
		case 'sort':
			return { kind, placed: [[id, 'not-good']] };
		default:
			return null;
	}
}

describe('after which answers help is offered is data of the journey', () => {
	it('every answer that says so offers it', () => {
		const seen = new Set<string>();
		for (const [journey, question] of questions)
			for (const { id } of question.options ?? []) {
				const says = question.kind === 'places' || (saysSo.includes(id) && (id !== 'talk' || question.hard));
				const value = choosing(question, id);
				if (!says || !value) continue;
				seen.add(question.kind);
				expect(saysUnsafe(question, value), `${journey} ${question.id} ${id}`).toBe(true);
			}
		expect([...seen].toSorted()).toEqual(['pick', 'places', 'scale']);
	});

	it('how safe it is now, at its lowest, offers it; how it was then does not', () => {
		const moments = questions.filter(
			([, question]) => question.kind === 'then-now' && question.subjects.includes('safe-then-now')
		);
		expect(moments.length).toBeGreaterThan(0);
		for (const [journey, question] of moments) {
			const lowest = question.options?.at(-1)?.id ?? '';
			expect(saysUnsafe(question, { kind: 'then-now', now: lowest }), journey).toBe(true);
			expect(saysUnsafe(question, { kind: 'then-now', then: lowest }), journey).toBe(false);
		}
	});

	it('a place of the child’s own that was put with those that are not safe offers it, whatever it is called', () => {
		for (const [journey, question] of questions.filter(([, { kind }]) => kind === 'places')) {
			const own = (place: 'safe' | 'not-sure' | 'not-safe'): Value => ({
				kind: 'places',
				placed: [],
				own: [{ name: 'not safe', place }]
			});
			expect(saysUnsafe(question, own('not-safe')), journey).toBe(true);
			expect(saysUnsafe(question, own('not-sure')), journey).toBe(false);
			expect(saysUnsafe(question, own('safe')), journey).toBe(false);
		}
	});

	it('nothing that was written or made is read for it, and what is not marked offers nothing', () => {
		const words = 'I am not safe, somebody hurts me';
		for (const [journey, question] of questions) {
			const written: readonly Value[] = [
				{ kind: 'text', words },
				{ kind: 'wish', wishes: [words] },
				{ kind: 'boxes', put: [{ box: 'worries', words }] },
				{ kind: 'day', moments: [{ part: 'night', words, feel: 'not-good' }] },
				{ kind: 'who-does-what', rows: [{ who: null, whoWords: words, what: words }] }
			];
			for (const value of written.filter(({ kind }) => kind === question.kind))
				expect(saysUnsafe(question, value), `${journey} ${question.id}`).toBe(false);
			for (const { id } of question.options ?? []) {
				const value = choosing(question, id);
				if (!value || question.unsafe?.includes(id)) continue;
				expect(saysUnsafe(question, value), `${journey} ${question.id} ${id}`).toBe(false);
			}
		}
	});

	it('a question that can say it warns first, or asks how safe it is now in so many words', () => {
		const unwarned = questions.filter(([, { unsafe, hard }]) => unsafe && !hard);
		for (const [journey, { id, subjects, kind }] of unwarned)
			expect(
				subjects.includes('safe-then-now') || kind === 'scale' || ruleOf(kind).unsafeAt !== undefined,
				`${journey} ${id}`
			).toBe(true);
	});
});
