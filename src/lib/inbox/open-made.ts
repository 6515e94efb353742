/**
 * What a child made, opened at the desk: each chunk is fetched, held against the hash that the child's device signed, decrypted
 * in its place; only when all of it is right is there something to play or show.
 */
import type { Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { openBlob } from '../envelope/blob.ts';
import type { Views } from '../journey/answer.ts';
import type { Open } from '../made/opened.ts';

class NotFetched extends Error {}

/** Opens the made things of `views`, whose chunks `fetchChunk` gets. */
export const openerOf =
	(views: Views, fetchChunk: (hash: string) => Promise<Result<Bytes, string>>): Open =>
	async ({ id }) => {
		const blob = views.blobs.find((each) => each.id === id);
		if (!blob) return refused('changed');
		try {
			const opened = await openBlob(blob, views.vid, async (hash) => {
				const fetched = await fetchChunk(hash);
				if (fetched.ok) return fetched.value;
				throw new NotFetched(fetched.reason);
			});
			return opened.ok ? ok(opened.value) : refused('changed');
		} catch (error) {
			if (error instanceof NotFetched) return refused('missing');
			throw error;
		}
	};
