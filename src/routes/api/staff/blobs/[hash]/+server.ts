/** A blob of views that one may read. */
import { Readable } from 'node:stream';
import { readBlob } from '$lib/server/blob/blob';
import { hashIn } from '$lib/server/input';
import { desk } from '$lib/server/route';
import { demandBlob } from '$lib/server/submission/read';

export const GET = desk(async ({ params }, { database, blobs }, me) => {
	const hash = hashIn(params['hash']);
	await demandBlob(database, me, hash);
	const { bytes, octets } = await readBlob(blobs, hash);
	return new Response(Readable.toWeb(octets) as ReadableStream, {
		headers: { 'content-type': 'application/octet-stream', 'content-length': String(bytes) }
	});
});
