/** Six typed words in, the letter's content out: asks the server for what they lock. */
import { ok, refused, type Result } from '../base/result.ts';
import type { InvitationLink } from '../invitation/link.ts';
import { unlockLink, wordLock } from '../invitation/word-lock.ts';
import { ask, type Fetch } from './ask.ts';

/** No signal; no such words (any more); too many tries for now; what came back was not locked by them. */
export type LetterReason = 'no-signal' | 'unknown-words' | 'too-many-tries' | 'damaged';

/** The invitation behind `words` (the canonical text of `readWords`). Stretches them first: about a second on a slow tablet. */
export async function findLetter(
	words: string,
	fetch: Fetch = (input, init) => globalThis.fetch(input, init)
): Promise<Result<InvitationLink, LetterReason>> {
	const lock = await wordLock(words);
	const answered = await ask(fetch, `/api/words/${lock.wordsId}`);
	if (answered.is === 'nothing') return refused('no-signal');
	if (answered.is === 'problem') {
		if (answered.reason === 'missing') return refused('unknown-words');
		return refused(answered.reason === 'over-quota' ? 'too-many-tries' : 'no-signal');
	}
	const { wrapped } = answered.body;
	if (typeof wrapped !== 'string') return refused('damaged');
	const link = await unlockLink(lock, wrapped);
	return link.ok ? ok(link.value) : link;
}
