/** An answer to a child: signed by whoever writes it, sealed to the child's reply key and to the readers of the request. */
import type { Instant } from '../../base/brand.ts';
import { newId, type ViewId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import { keysOf, type VerifiedDirectory } from '../../envelope/directory.ts';
import type { ReaderKeys } from '../../envelope/keys.ts';
import { signNote, type Note } from '../../envelope/note.ts';
import type { OpenedRequest } from '../../envelope/open-request.ts';
import { sealEnvelope } from '../../envelope/seal.ts';
import type { Envelope } from '../../envelope/wire.ts';

/** What is answered. */
export type NoteParts = Pick<Note, 'says' | 'who' | 'face' | 'when' | 'words'>;

/** `parts` as a sealed note on `opened`. Refuses by the envelope's names where it cannot be sealed. */
export async function sealNote(
	parts: NoteParts,
	{ request, readers }: Pick<OpenedRequest, 'request' | 'readers'>,
	directory: VerifiedDirectory,
	keys: ReaderKeys,
	at: Instant
): Promise<Result<Envelope>> {
	const nid = newId<ViewId>();
	const jws = await signNote({ v: 1, nid, rid: request.rid, ...parts, at }, keys.sig);
	return sealEnvelope(jws, nid, [request.reply, ...keysOf(directory, readers)]);
}
