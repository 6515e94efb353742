/** Answering a child's views: what there is to answer, sealing it to their letter, and opening what was answered before. */
import type { Instant } from '../../base/brand.ts';
import type { ViewId } from '../../base/ids.ts';
import { refused, type Result } from '../../base/result.ts';
import type { VerifiedDirectory } from '../../envelope/directory.ts';
import { thumbprint } from '../../envelope/jwk.ts';
import type { ReaderKeys } from '../../envelope/keys.ts';
import { openReply, sealReply } from '../../envelope/reply.ts';
import type { Envelope } from '../../envelope/wire.ts';
import type { Views } from '../../journey/answer.ts';
import type { PlainWords } from '../../journey/plain.ts';
import { checkReply, type Answered, type Reply, type ReplyItem } from '../../journey/reply.ts';
import { gatherWishes } from '../reading.ts';

/** What is written to a child. */
export type ReplyParts = Pick<Reply, 'who' | 'items' | 'words' | 'locale'>;

/** What of `views` asks for an answer, in the order asked, in the child's own words. */
export const toAnswer = (
	views: Views,
	plain: PlainWords
): readonly Pick<ReplyItem, 'question' | 'asked' | 'said'>[] =>
	gatherWishes(views.answers, plain).map(({ answer, words }) => ({
		question: answer.question,
		asked: answer.asked.words,
		said: words
	}));

/**
 * `parts` as a sealed reply to `views`. Refuses `not-answerable` where the views name no key for answers (they are of an
 * earlier build), else by the envelope's names.
 */
export async function sealAnswer(
	parts: ReplyParts,
	views: Views,
	directory: VerifiedDirectory,
	keys: ReaderKeys,
	at: Instant
): Promise<Result<Envelope>> {
	const { vid, invitation, readers, reply } = views;
	if (!reply) return refused('not-answerable');
	const content: Omit<Reply, 'nid'> = { v: 1, vid, invitation, at, sent: views.at, ...parts };
	return sealReply<Reply>(content, { reply, readers }, directory, keys);
}

/** What `envelopes` answered to `views`, oldest first, and whether any of them did not verify and is left out. */
export async function openAnswers(
	envelopes: readonly unknown[],
	{ vid, reply }: Pick<Views, 'reply'> & { readonly vid: ViewId },
	directory: VerifiedDirectory,
	keys: ReaderKeys
): Promise<{ readonly answered: readonly Answered[]; readonly unreadable: boolean }> {
	if (!reply) return { answered: [], unreadable: envelopes.length > 0 };
	const print = await thumbprint(reply);
	const opened = await Promise.all(envelopes.map((envelope) => openReply(envelope, keys, directory, print)));
	const answered = opened.flatMap((one) => {
		const content = one.ok ? checkReply(one.value.payload) : one;
		return one.ok && content.ok && content.value.vid === vid
			? [{ reply: content.value, by: one.value.by.name }]
			: [];
	});
	return { answered, unreadable: answered.length < envelopes.length };
}
