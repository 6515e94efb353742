/** Views and drafts as they come back from outside: whole ones pass, others are refused by path and reason. */
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { beginDraft, draftStateSchema } from './draft-state.ts';
import { longestWords } from './limits.ts';
import { checkViews } from './schema.ts';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';
const hash = 'A'.repeat(43);
const answer = {
	question: 'ask',
	version: 1,
	kind: 'text',
	asked: { words: 'What do you want to ask?', options: [] },
	locale: 'en',
	look: '8-11',
	state: 'answered',
	value: { kind: 'text', words: 'When?' },
	ways: ['type'],
	help: ['alone'],
	share: 'chair',
	wish: true,
	at: '2026-12-01T09:00:00.000Z',
	myWay: { made: [{ form: 'recording', id, media: 'audio/webm;codecs=opus', bytes: 12, seconds: 1 }] }
};
const views = {
	v: 1,
	vid: id,
	meeting: id,
	invitation: id,
	seq: 1,
	prev: null,
	readers: [hash, hash],
	at: '2026-12-01T09:00:00.000Z',
	journey: { id: 'review-conference', version: 1, locale: 'en', look: '8-11' },
	answers: [answer],
	mark: {
		form: 'mark',
		strokes: [
			[
				[0, 0],
				[1000, 400]
			]
		]
	},
	device: 'worker',
	present: { who: ['worker'], how: ['read-aloud'], steppedAway: true },
	blobs: [{ id, key: hash, chunks: [hash], bytes: 12, media: 'audio/webm;codecs=opus' }],
	build: '0.1.0'
};
const withAnswer = (change: object) => ({ ...views, answers: [{ ...answer, ...change }] });

describe('views', () => {
	test('whole ones pass and come out as they went in', () => {
		const checked = checkViews(views);
		expect(checked).toEqual({ ok: true, value: views });
	});

	test.each([
		['nothing', null, 'strict-object'],
		['another format', { ...views, v: 2 }, 'v: literal'],
		['an unknown field', { ...views, score: 3 }, 'score: unknown-field'],
		['a missing field', { ...views, device: undefined }, 'device'],
		['an id too short', { ...views, vid: 'AAAA' }, 'vid: regex'],
		['one reader', { ...views, readers: [hash] }, 'readers: min-length'],
		['sequence nought', { ...views, seq: 0 }, 'seq: min-value'],
		['a time without zone', { ...views, at: '2026-12-01 09:00' }, 'at: regex'],
		['a look that is none', withAnswer({ look: '18-25' }), 'answers.0.look: picklist'],
		['a kind that is none', withAnswer({ kind: 'slider' }), 'answers.0.kind: picklist'],
		[
			'a value of another kind',
			withAnswer({ value: { kind: 'scale', chosen: 'a' } }),
			'answers.0: value-of-other-kind'
		],
		['skipped with a value', withAnswer({ state: 'skipped' }), 'answers.0: state-and-value-disagree'],
		[
			'answered with nothing',
			withAnswer({ value: undefined, myWay: undefined }),
			'answers.0: state-and-value-disagree'
		],
		[
			'words too long',
			withAnswer({ value: { kind: 'text', words: 'a'.repeat(longestWords + 1) } }),
			'value.words: max-length'
		],
		[
			'four wishes',
			withAnswer({ kind: 'wish', value: { kind: 'wish', wishes: ['a', 'b', 'c', 'd'] } }),
			'wishes: max-length'
		],
		['empty words', withAnswer({ myWay: { words: '' } }), 'myWay.words: min-length'],
		['a recording that is not there', { ...views, blobs: [] }, 'blobs-and-answers-disagree'],
		['a recording that no answer speaks of', withAnswer({ myWay: undefined }), 'blobs-and-answers-disagree'],
		['a share that is none', withAnswer({ share: 'parents' }), 'answers.0.share: picklist'],
		['one question twice', { ...views, answers: [answer, answer] }, 'answers: question-answered-twice'],
		[
			'too many answers',
			{ ...views, answers: Array.from({ length: 121 }, () => answer) },
			'answers: max-length'
		],
		[
			'a stroke off the paper',
			{ ...views, mark: { form: 'mark', strokes: [[[0, 401]]] } },
			'mark.strokes.0.0.1: max-value'
		],
		[
			'a stroke that is no number',
			{ ...views, mark: { form: 'mark', strokes: [[[0, NaN]]] } },
			'mark.strokes'
		],
		['a mark without strokes', { ...views, mark: { form: 'mark', strokes: [] } }, 'mark.strokes: min-length'],
		[
			'a blob that is a page',
			{ ...views, blobs: [{ ...views.blobs[0], media: 'text/html<script>' }] },
			'media: regex'
		]
	])('%s is refused', (_, from, path) => {
		const checked = checkViews(from);
		expect(checked).toMatchObject({ ok: false, reason: 'malformed' });
		expect(checked.ok ? '' : checked.detail).toContain(path);
	});

	test('a refusal never repeats what stood there', () => {
		const secret = 'Mum’s new friend';
		for (const from of [
			withAnswer({ share: secret }),
			{ ...views, [secret]: 1 },
			withAnswer({ value: { kind: 'text', words: 3, [secret]: secret } })
		]) {
			const checked = checkViews(from);
			expect(checked.ok ? secret : checked.detail).not.toContain('friend');
		}
	});
});

test('a draft just begun passes its own check, a damaged one does not', () => {
	const draft = beginDraft(
		{ id: 'review-conference', version: 1 },
		{ look: '4-7', locale: 'cy', seed: id, device: 'shared' }
	);
	expect(v.safeParse(draftStateSchema, draft).success).toBe(true);
	expect(v.safeParse(draftStateSchema, { ...draft, answers: { ask: answer } }).success).toBe(true);
	expect(
		v.safeParse(draftStateSchema, { ...draft, answers: { ask: { ...answer, kind: 'x' } } }).success
	).toBe(false);
	expect(v.safeParse(draftStateSchema, { ...draft, format: 2 }).success).toBe(false);
	expect(v.safeParse(draftStateSchema, { ...draft, extra: 1 }).success).toBe(false);
});
