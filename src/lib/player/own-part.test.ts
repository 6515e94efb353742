import { describe, expect, it } from 'vitest';
import { beginDraft, type DraftState } from '../journey/draft-state.ts';
import { answeredIn, OwnPart } from './own-part.svelte.ts';

function part() {
	let state: DraftState = beginDraft(
		{ id: 'x', version: 1 },
		{ look: '8-11', locale: 'en', seed: 'a', device: 'shared' }
	);
	const own = new OwnPart(
		() => state,
		(kept) => (state = { ...state, own: kept })
	);
	const answer = (question: string) => {
		const kept = answeredIn(state.own, question);
		if (kept) state = { ...state, own: kept };
	};
	const stepAway = () => (state = { ...state, present: { ...state.present, steppedAway: true } });
	return { own, answer, stepAway };
}

describe('a part on my own', () => {
	it('covers what was said in it, and nothing else, once it is over', () => {
		const { own, answer } = part();
		answer('before');
		own.set(true);
		answer('mine');
		expect(own.covers('mine')).toBe(false);
		own.set(false);
		answer('after');
		expect(['before', 'mine', 'after'].map((each) => own.covers(each))).toEqual([false, true, false]);
	});
	it('is shown when the child says so, and covered again after the next part', () => {
		const { own, answer } = part();
		own.set(true);
		answer('mine');
		own.set(false);
		own.show('mine');
		expect(own.covers('mine')).toBe(false);
		own.set(true);
		own.set(false);
		expect(own.covers('mine')).toBe(true);
	});
	it('is open once whoever helps has stepped away', () => {
		const { own, answer, stepAway } = part();
		own.set(true);
		answer('mine');
		own.set(false);
		stepAway();
		expect(own.covers('mine')).toBe(false);
	});
});
