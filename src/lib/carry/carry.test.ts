import { describe, expect, it } from 'vitest';
import type { Instant } from '../base/brand.ts';
import { newSecret, draftKey } from '../invitation/secret.ts';
import type { Answer } from '../journey/answer.ts';
import { beginDraft, type DraftState } from '../journey/draft-state.ts';
import { carryKey, openCarried, sealCarried } from './carried.ts';
import { mergeDrafts, withoutMade } from './merge.ts';

const empty = beginDraft(
	{ id: 'review-conference', version: 1 },
	{ look: '8-11', locale: 'en', seed: 'abc', device: 'shared' }
);
const answer = (question: string, words: string, at: string): Answer => ({
	question,
	version: 1,
	kind: 'text',
	asked: { words: question, options: [] },
	locale: 'en',
	look: '8-11',
	state: 'answered',
	value: { kind: 'text', words },
	ways: ['type'],
	help: [],
	share: 'chair',
	wish: false,
	at: at as Instant
});
const state = (answers: readonly Answer[], more: Partial<DraftState> = {}): DraftState => ({
	...empty,
	answers: Object.fromEntries(answers.map((each) => [each.question, each])),
	...more
});

describe('what is carried', () => {
	it('opens with its own letter and number alone', async () => {
		const key = await carryKey(await draftKey(newSecret()));
		const said = state([answer('home', 'with Nain', '2026-11-25T10:00:00.000Z')], { at: 'question:home' });
		const sealed = await sealCarried(key, 3, said);
		expect(await openCarried(key, 3, sealed)).toEqual(said);
		expect(await openCarried(key, 4, sealed)).toBeNull();
		expect(await openCarried(await carryKey(await draftKey(newSecret())), 3, sealed)).toBeNull();
		expect(await openCarried(key, 3, `${sealed.slice(0, 50)}A${sealed.slice(51)}`)).toBeNull();
		expect(await openCarried(key, 3, `Ag${sealed.slice(2)}`)).toBeNull();
	});
	it('is as long for a few words as for none', async () => {
		const key = await carryKey(await draftKey(newSecret()));
		const some = state([answer('home', 'a few words', '2026-11-25T10:00:00.000Z')]);
		expect(await sealCarried(key, 1, some)).toHaveLength((await sealCarried(key, 1, empty)).length);
	});
});

describe('two devices', () => {
	const early = '2026-11-25T10:00:00.000Z';
	const late = '2026-11-25T11:00:00.000Z';
	it('keep all that was said on either, of each answer the newer', () => {
		const here = state([answer('a', 'old', early), answer('b', 'new', late)], {
			sent: { seq: 2, prev: 'x' }
		});
		const carried = state([answer('a', 'new', late), answer('b', 'old', early), answer('c', 'only', early)]);
		const merged = mergeDrafts(here, carried);
		const words = Object.values(merged.answers).map(({ value }) => value?.kind === 'text' && value.words);
		expect(words.sort()).toEqual(['new', 'new', 'only']);
		expect(merged.sent).toEqual({ seq: 2, prev: 'x' });
	});
	it('a new device comes to the place where the other one was', () => {
		const carried = state([answer('a', 'said', early)], { at: 'question:b', look: '4-7', device: 'own' });
		const merged = mergeDrafts(empty, carried);
		expect([merged.at, merged.look, merged.device]).toEqual(['question:b', '4-7', 'shared']);
	});
	it('leaves what was made where it was made, and loses none of it', () => {
		const made = [{ form: 'drawing', id: 'x' }];
		const drawn = (more: object, at: string) =>
			({ ...answer('d', 'said', at), myWay: { made, ...more } }) as unknown as Answer;
		const only = { ...drawn({}, early), value: undefined } as unknown as Answer;
		const carried = withoutMade(
			state([
				drawn({ words: 'mine' }, early),
				{ ...only, question: 'o' },
				{ ...drawn({}, early), question: 'v' }
			])
		);
		expect(Object.keys(carried.answers).sort()).toEqual(['d', 'v']);
		expect(JSON.stringify(carried)).not.toContain('drawing');
		expect(carried.answers['d']?.myWay).toEqual({ words: 'mine' });
		const merged = mergeDrafts(state([drawn({}, early)]), state([{ ...answer('d', 'newer', late) }]));
		expect(merged.answers['d']).toMatchObject({ value: { words: 'newer' }, myWay: { made } });
	});
});
