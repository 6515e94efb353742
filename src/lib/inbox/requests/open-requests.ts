/** Opens what children ask, in the browser of whoever answers, and what was answered before. Everything wrong has a name. */
import type { Instant } from '../../base/brand.ts';
import type { Result } from '../../base/result.ts';
import type { VerifiedDirectory } from '../../envelope/directory.ts';
import { thumbprint } from '../../envelope/jwk.ts';
import type { ReaderKeys } from '../../envelope/keys.ts';
import { signOpen } from '../../envelope/mark.ts';
import { openNote, type OpenedNote } from '../../envelope/note.ts';
import { openRequest, type OpenedRequest } from '../../envelope/open-request.ts';
import { asVid } from '../../envelope/request.ts';

/** What the server gives for one request; unchecked. */
export interface FetchedRequest {
	readonly ask: unknown;
	readonly envelope: unknown;
	readonly receipt: unknown;
	readonly device: unknown;
	readonly proof: unknown;
	readonly notes: readonly { readonly envelope: unknown; readonly at: Instant }[];
}

/** A request with what was answered to it. */
export interface ReadRequest extends OpenedRequest {
	readonly notes: readonly OpenedNote[];
}

/** `fetched`, after every check; a named refusal where one fails. A note that does not verify is left out. */
export async function readOne(
	fetched: FetchedRequest,
	directory: VerifiedDirectory,
	keys: ReaderKeys
): Promise<Result<ReadRequest>> {
	const opened = await openRequest({ ...fetched, directory }, keys);
	if (!opened.ok) return opened;
	const reply = await thumbprint(opened.value.request.reply);
	const notes = await Promise.all(
		fetched.notes.map(({ envelope }) => openNote(envelope, keys, directory, reply))
	);
	const { rid } = opened.value.request;
	const own = notes.flatMap((note) => (note.ok && note.value.rid === rid ? [note.value] : []));
	return { ok: true, value: { ...opened.value, notes: own } };
}

/** open.jws: the reader's word that they have read `request`, which the child is shown by name. */
export const markRead = (
	{ request, envelope }: OpenedRequest,
	keys: ReaderKeys,
	at: Instant
): Promise<string> => signOpen({ vid: asVid(request.rid), envelope, at }, keys.sig);
