/** Stores a blob of ciphertext, and says to who may store it whether it is there already, or how much of it. */
import { knowsBlob, storeBlob } from '$lib/server/blob/blob';
import { beginOf, demandKind, hashIn, readBytes } from '$lib/server/input';
import { Refusal } from '$lib/server/problem';
import { json, open } from '$lib/server/route';
import { blobLimit } from '$lib/server/settings';

export const GET = open(async ({ params, request }, { blobs }) => {
	const authorisation = request.headers.get('x-submit-authorisation') ?? '';
	return json(await knowsBlob(blobs, hashIn(params['hash']), authorisation));
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
	return json({}, fresh ? 201 : 200);
});
