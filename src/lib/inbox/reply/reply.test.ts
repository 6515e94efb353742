import { beforeAll, expect, test } from 'vitest';
import { makeOrganisation, must, type Organisation } from '../../../../tests/fixtures/sealed-views.ts';
import type { Instant } from '../../base/brand.ts';
import { newId, type InvitationId, type MeetingId, type ViewId } from '../../base/ids.ts';
import { thumbprint } from '../../envelope/jwk.ts';
import { generateReaderKeys } from '../../envelope/keys.ts';
import { openReply, sealReply } from '../../envelope/reply.ts';
import { replyKeyOf } from '../../envelope/reply-key.ts';
import type { Views } from '../../journey/answer.ts';
import { checkReply, lastTimeOf, type Reply, type ReplyItem } from '../../journey/reply.ts';
import { openAnswers, sealAnswer, type ReplyParts } from './reply.ts';

const at = '2026-12-03T10:00:00.000Z' as Instant;
const item: ReplyItem = {
	...{ question: 'wish', asked: 'What do you wish for?', said: ['To see my nan'] },
	...{ says: 'partly', why: 'Once a month, from January.' }
};
const parts: ReplyParts = { who: 'Sam', items: [item], words: 'Thank you for telling us.', locale: 'en' };
let organisation: Organisation;
let child: Awaited<ReturnType<typeof replyKeyOf>>;
let views: Views;

beforeAll(async () => {
	organisation = await makeOrganisation();
	child = await replyKeyOf(crypto.getRandomValues(new Uint8Array(32)));
	const { chair, deputy, recovery } = organisation;
	views = {
		...{ v: 1, vid: newId<ViewId>(), meeting: newId<MeetingId>(), invitation: newId<InvitationId>() },
		...{ seq: 1, prev: null, at, answers: [], mark: null, device: 'own', blobs: [], build: 'test' },
		readers: [chair, deputy, recovery].map(({ enc }) => enc.thumbprint).sort(),
		journey: { id: 'review-conference', version: 1, locale: 'en', look: '8-11' },
		present: { who: [], how: [], steppedAway: false },
		reply: child.jwk
	};
});
const sealed = async (more: Partial<Views> = {}, keys = organisation.chair) =>
	sealAnswer(parts, { ...views, ...more }, organisation.directory, keys, at);
const openedBy = async (envelope: unknown) =>
	openReply(envelope, { enc: child }, organisation.directory, child.thumbprint);

test('the child opens with the letter what the chair answered, and so does the deputy', async () => {
	const envelope = must(await sealed());
	const opened = must(await openedBy(envelope));
	expect(opened.by.name).toBe('Chair');
	expect(must(checkReply(opened.payload))).toMatchObject({ ...parts, vid: views.vid, sent: at });
	const there = await openAnswers([envelope], views, organisation.directory, organisation.deputy);
	expect(there).toMatchObject({ unreadable: false, answered: [{ by: 'Chair', reply: parts }] });
});

test('what somebody else signed is not an answer', async () => {
	const forged = must(await sealed({}, await generateReaderKeys()));
	expect(await openedBy(forged)).toMatchObject({ ok: false, reason: 'bad-key' });
	expect(await openAnswers([forged], views, organisation.directory, organisation.chair)).toEqual({
		answered: [],
		unreadable: true
	});
});

test('what answers other views, or was changed on the way, is left out and said to be', async () => {
	const other = must(await sealed({ vid: newId<ViewId>() }));
	const right = must(await sealed());
	const bent = { ...right, tag: `${right.tag.startsWith('A') ? 'B' : 'A'}${right.tag.slice(1)}` };
	for (const envelope of [other, bent, {}, null])
		expect(await openAnswers([envelope], views, organisation.directory, organisation.chair)).toEqual({
			answered: [],
			unreadable: true
		});
	expect(await openedBy(bent)).toMatchObject({ ok: false });
});

test('views without a key for answers cannot be answered', async () => {
	const { reply, ...before } = views;
	expect(reply).toBeDefined();
	expect(await sealAnswer(parts, before, organisation.directory, organisation.chair, at)).toEqual({
		ok: false,
		reason: 'not-answerable'
	});
});

test('a reply that says more than a reply may is refused', async () => {
	const keys = organisation.chair;
	const to = { reply: child.jwk, readers: views.readers };
	const whole: Omit<Reply, 'nid'> = {
		...parts,
		v: 1,
		vid: views.vid,
		invitation: views.invitation,
		at,
		sent: at
	};
	for (const bad of [
		{ score: 3 },
		{ who: '' },
		{ items: [{ ...item, says: 'maybe' }] },
		{ items: [{ ...item, why: '' }] },
		{ words: 'x'.repeat(2_001) }
	]) {
		const envelope = must(
			await sealReply<Reply>({ ...whole, ...bad } as typeof whole, to, organisation.directory, keys)
		);
		const opened = must(await openedBy(envelope));
		expect(checkReply(opened.payload)).toEqual({ ok: false, reason: 'malformed' });
	}
	expect(child.thumbprint).toBe(await thumbprint(child.jwk));
});

test('of several answers to one wish the newest counts; what nobody answered stands beside them', () => {
	const nid = newId<ViewId>();
	const reply: Reply = { ...parts, v: 1, nid, vid: views.vid, invitation: views.invitation, at, sent: at };
	const later: Reply = {
		...reply,
		at: '2026-12-09T10:00:00.000Z' as Instant,
		items: [{ ...item, says: 'yes', why: 'It is arranged.' }],
		words: ''
	};
	const unanswered = { question: 'other', asked: 'Anything else?', said: ['A dog'], answer: null };
	const time = lastTimeOf(
		views.invitation,
		[
			{ reply: later, by: 'Chair' },
			{ reply, by: 'Chair' }
		],
		[unanswered, { ...unanswered, question: 'wish' }]
	);
	expect(time.said).toEqual([
		{
			...{ question: 'wish', asked: item.asked, said: item.said },
			answer: { says: 'yes', why: 'It is arranged.', by: 'Sam', locale: 'en' }
		},
		unanswered
	]);
	expect(time.words).toEqual([{ by: 'Sam', words: parts.words, locale: 'en' }]);
});
