/** Stores a blob of ciphertext, and says to who may store it whether it is there already, or how much of it. */
import { knowsBlob, storeBlob } from '$lib/server/blob/blob';
import { beginOf, demandKind, hashIn, readBytes } from '$lib/server/input';
import { Refusal } from '$lib/server/problem';
import { json, open } from '$lib/server/route';
import { blobLimit } from '$lib/server/settings';

/**
 * Each chunk has a connection of its own: on one that was used before, a browser sends a broken PUT again by itself, from its
 * beginning, without anybody asking what had come.
 */
const once = (): Headers => new Headers({ connection: 'close' });

export const GET = open(async ({ params, request }, { blobs }) => {
	const authorisation = request.headers.get('x-submit-authorisation') ?? '';
	return json(await knowsBlob(blobs, hashIn(params['hash']), authorisation), 200, once());
});

export const PUT = open(async ({ params, request }, { blobs }) => {
	const hash = hashIn(params['hash']);
	demandKind(request, 'application/octet-stream');
	if (Number(request.headers.get('content-length') ?? 0) > blobLimit) throw new Refusal('too-large');
	const authorisation = request.headers.get('x-submit-authorisation') ?? '';
	const fresh = await storeBlob(blobs, hash, authorisation, {
		from: beginOf(request),
		read: (broken) => readBytes(request, blobLimit, broken)
	});
	return json({}, fresh ? 201 : 200, once());
});
