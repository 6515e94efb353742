/** Stores a blob of ciphertext. */
import { storeBlob } from '$lib/server/blob/blob';
import { demandKind, hashIn } from '$lib/server/input';
import { Refusal } from '$lib/server/problem';
import { json, open } from '$lib/server/route';
import { blobLimit } from '$lib/server/settings';

export const PUT = open(async ({ params, request }, { blobs }) => {
	const hash = hashIn(params['hash']);
	demandKind(request, 'application/octet-stream');
	if (Number(request.headers.get('content-length') ?? 0) > blobLimit) throw new Refusal('too-large');
	const authorisation = request.headers.get('x-submit-authorisation') ?? '';
	const fresh = await storeBlob(blobs, hash, authorisation, request.body ?? empty());
	return json({}, fresh ? 201 : 200);
});

/** A body without any part. */
async function* empty(): AsyncGenerator<Uint8Array> {
	yield* [];
}
