/**
 * What somebody answers a child: to each wish what will become of it, and why, beside the child's own words, so that whoever
 * opens it with the letter alone sees both. Also what the next letter shows of last time. Nothing of it is a score.
 */
import * as v from 'valibot';
import type { Instant } from '../base/brand.ts';
import type { InvitationId, ViewId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { ok, refused } from '../base/result.ts';
import { idText, instantText, list, localeText, recordId, wordsText } from './limits.ts';

/** What becomes of a wish: it will happen; a part of it; not now; it will not; it has to be talked about first. */
export const replySays = ['yes', 'partly', 'later', 'no', 'talk'] as const;
/** One of them. */
export type ReplySays = (typeof replySays)[number];

/** Longest reason, in UTF-16 units: a child reads it. */
export const longestWhy = 1_000;
/** Longest words to all of it. */
export const longestReplyWords = 2_000;

/** The answer to one wish. */
export interface ReplyItem {
	/** The question's id. */
	readonly question: string;
	/** The question as the child saw it. */
	readonly asked: string;
	/** What they said to it, line by line; empty where it was only drawn or spoken. */
	readonly said: readonly string[];
	readonly says: ReplySays;
	readonly why: string;
}

/** The payload of reply.jws (docs/wire.md). */
export interface Reply {
	readonly v: 1;
	readonly nid: ViewId;
	/** The views that are answered. */
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	readonly at: Instant;
	/** When those views were sent, by their own word. */
	readonly sent: Instant;
	/** The language of whoever answers. */
	readonly locale: string;
	/** How the child is to call them. */
	readonly who: string;
	readonly items: readonly ReplyItem[];
	/** Words to all of it; empty where there are none. */
	readonly words: string;
}

/** A reply whose signature held, with who signed it, as the directory names them. */
export interface Answered {
	readonly reply: Reply;
	readonly by: string;
}

const replySchema = v.strictObject({
	v: v.literal(1),
	nid: recordId,
	vid: recordId,
	invitation: recordId,
	at: instantText,
	sent: instantText,
	locale: localeText,
	who: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
	items: list(
		v.strictObject({
			question: idText,
			asked: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
			said: list(wordsText, 60),
			says: v.picklist(replySays),
			why: v.pipe(v.string(), v.minLength(1), v.maxLength(longestWhy))
		}),
		60
	),
	words: v.pipe(v.string(), v.maxLength(longestReplyWords))
});

/** A reply with who signed it, as a device keeps it. */
export const answeredSchema = v.object({ reply: replySchema, by: v.string() });

/** What an earlier letter said, as a device keeps it. */
export const lastTimeSchema = v.object({
	invitation: v.string(),
	sent: v.nullable(v.string()),
	said: v.array(
		v.object({
			question: v.string(),
			asked: v.string(),
			said: v.array(v.string()),
			answer: v.nullable(
				v.object({ says: v.picklist(replySays), why: v.string(), by: v.string(), locale: v.string() })
			)
		})
	),
	words: v.array(v.object({ by: v.string(), words: v.string(), locale: v.string() }))
});

/** `from` as a reply, or `malformed`. */
export function checkReply(from: unknown): Result<Reply, 'malformed'> {
	const checked = v.safeParse(replySchema, from);
	return checked.success ? ok(checked.output as unknown as Reply) : refused('malformed');
}

/** One thing that was said, with the newest answer to it; null where there is none yet. */
export interface SaidBefore {
	readonly question: string;
	readonly asked: string;
	readonly said: readonly string[];
	readonly answer:
		(Pick<ReplyItem, 'says' | 'why'> & { readonly by: string; readonly locale: string }) | null;
}

/** What was said by one letter, and what was answered; of the letter that is open, or of one before. */
export interface LastTime {
	readonly invitation: InvitationId;
	/** When it was sent; null where that is not known. */
	readonly sent: Instant | null;
	readonly said: readonly SaidBefore[];
	/** Words that were answered to all of it, oldest first. */
	readonly words: readonly { readonly by: string; readonly words: string; readonly locale: string }[];
}

/** The letter `invitation` as `answered` tells it, with what a device knows was `said` besides. */
export function lastTimeOf(
	invitation: InvitationId,
	answered: readonly Answered[],
	said: readonly SaidBefore[] = [],
	sent: Instant | null = null
): LastTime {
	const found = answersIn(answered);
	const besides = said.filter(({ question }) => !found.some((one) => one.question === question));
	return {
		invitation,
		sent: answered.at(-1)?.reply.sent ?? sent,
		said: [...found, ...besides],
		words: answered.flatMap(({ reply, by }) =>
			reply.words === '' ? [] : [{ by: reply.who || by, words: reply.words, locale: reply.locale }]
		)
	};
}

/** What `answered` says to each wish, the newest answer to each, in the order in which they were first answered. */
function answersIn(answered: readonly Answered[]): readonly SaidBefore[] {
	const found = new Map<string, SaidBefore>();
	for (const { reply, by } of answered.toSorted((a, b) => (a.reply.at < b.reply.at ? -1 : 1)))
		for (const { question, asked, said, says, why } of reply.items)
			found.set(question, {
				...{ question, asked, said },
				answer: { says, why, by: reply.who || by, locale: reply.locale }
			});
	return [...found.values()];
}
