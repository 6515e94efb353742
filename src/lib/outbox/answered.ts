/** What was answered by a letter: fetched, opened with the letter's own key, verified, kept. Nothing else counts as an answer. */
import type { InvitationId, ViewId } from '../base/ids.ts';
import type { Draft } from '../draft/draft.ts';
import { verifyDirectory, type VerifiedDirectory } from '../envelope/directory.ts';
import { openReply } from '../envelope/reply.ts';
import type { InvitationLink } from '../invitation/link.ts';
import { invitationId } from '../invitation/secret.ts';
import { checkReply, type Answered } from '../journey/reply.ts';
import { ask, type Fetch } from './ask.ts';
import { replyTo } from './reply-to.ts';

const usual: Fetch = (input, init) => globalThis.fetch(input, init);

/**
 * What was answered by the letter `link` beside what is `known`, oldest first: null where the server did not say, so that nobody
 * takes silence of the line for silence of a person. What does not verify is left out, and is asked for again next time.
 */
export async function answersTo(
	link: InvitationLink,
	directory: VerifiedDirectory,
	known: readonly Answered[] = [],
	fetch: Fetch = usual
): Promise<readonly Answered[] | null> {
	const id = await invitationId(link.secret);
	const told = await ask(fetch, `/api/invitations/${id}/replies`);
	const nids = told.is === 'json' ? told.body['replies'] : null;
	if (!Array.isArray(nids)) return null;
	const fresh = nids.filter((nid) => !known.some(({ reply }) => reply.nid === nid));
	if (fresh.length === 0) return [];
	const enc = await replyTo(link);
	const found: Answered[] = [];
	for (const nid of fresh as ViewId[]) {
		const answered = await ask(fetch, `/api/invitations/${id}/replies/${nid}`);
		if (answered.is !== 'json') continue;
		const opened = await openReply(answered.body['envelope'], { enc }, directory, enc.thumbprint);
		const reply = opened.ok ? checkReply(opened.value.payload) : opened;
		if (!reply.ok || !opened.ok || !isOf(reply.value, id, nid)) continue;
		found.push({ reply: reply.value, by: opened.value.by.name });
	}
	return found;
}

const isOf = (reply: Answered['reply'], id: InvitationId, nid: ViewId): boolean =>
	reply.invitation === id && reply.nid === nid;

/** As `answersTo` for a letter that is not open, by the directory of now: null also where its root does not vouch for that. */
export async function answersToEarlier(
	link: InvitationLink,
	fetch: Fetch = usual
): Promise<readonly Answered[] | null> {
	const told = await ask(fetch, '/api/directory');
	const directory = told.is === 'json' ? await verifyDirectory(told.body['directory'], link.root) : null;
	return directory?.ok ? answersTo(link, directory.value, [], fetch) : null;
}

/** Asks what was answered by the letter of `draft`, keeps what is new, and gives all there is, oldest first. */
export async function fetchAnswered(draft: Draft, fetch: Fetch = usual): Promise<readonly Answered[]> {
	const kept = await draft.invitation();
	if (!kept.ok || !kept.value) return [];
	const { link, answered } = kept.value;
	if (!kept.value.directory) return answered;
	const directory = await verifyDirectory(kept.value.directory, link.root);
	if (!directory.ok) return answered;
	const fresh = await answersTo(link, directory.value, answered, fetch);
	if (!fresh || fresh.length === 0) return answered;
	const all = [...answered, ...fresh];
	await draft.changeInvitation((there) => there && { ...there, answered: all });
	return all;
}
