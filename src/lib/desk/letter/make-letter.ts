/**
 * Making an invitation: its secret and words are made in this browser and put on paper here. The server gets what it
 * needs to recognise them, and cannot work out either.
 */
import type { InvitationId, MeetingId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import { ok } from '../../base/result.ts';
import { makeLink } from '../../invitation/link.ts';
import { enrolHash, invitationId, newSecret } from '../../invitation/secret.ts';
import { lockLink, wordLock } from '../../invitation/word-lock.ts';
import { newWords } from '../../invitation/words.ts';
import type { LocaleId, VersionId } from '../../journey/version.ts';
import type { ApiFault } from '../api.ts';
import { ask, at } from '../api.ts';

/** What the coordinator says about whoever is asked. */
export interface Invited {
	/** Initials or a nickname, never a full name. */
	readonly label: string;
	/** In whole years; null for a grown-up. */
	readonly age: number | null;
	readonly look: VersionId;
	readonly locale: LocaleId;
	/** What it is about, where that is not the meeting. */
	readonly journey: string | null;
}

/** A letter: whoever holds it is, to this product, who it was made for. In memory and on paper only. */
export interface Letter extends Invited {
	readonly invitation: InvitationId;
	readonly meeting: MeetingId;
	/** The whole link, secret in its fragment. */
	readonly link: string;
	/** Six words, to type where no camera is. */
	readonly words: readonly string[];
}

/** What a letter is made with. */
export interface LetterMaking {
	readonly meeting: MeetingId;
	/** As in `https://say.example.org`. */
	readonly origin: string;
	/** Thumbprint of the organisation's root. */
	readonly root: string;
	/** The word list of the child's language: 2,048 words. */
	readonly list: readonly string[];
}

/** Makes one invitation and tells the server. The letter exists only once the server has it. */
export async function makeLetter(
	invited: Invited,
	{ meeting, origin, root, list }: LetterMaking
): Promise<Result<Letter, ApiFault>> {
	const secret = newSecret();
	const words = newWords(list);
	const link = { secret, root, look: invited.look, locale: invited.locale };
	const lock = await wordLock(words);
	const id = await invitationId(secret);
	const answer = await ask('POST', at`/api/staff/meetings/${meeting}/invitations`, {
		id,
		enrolHash: await enrolHash(secret),
		wordsId: lock.wordsId,
		wrapped: await lockLink(lock, link),
		...invited
	});
	return answer.ok
		? ok({ ...invited, invitation: id, meeting, link: makeLink(origin, link), words })
		: answer;
}
