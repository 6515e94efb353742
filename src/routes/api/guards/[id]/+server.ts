/** Keeps half of the key of a guarded code. */
import { makeGuard } from '$lib/server/guard/guard';
import { hashSchema, idIn, jwsSchema, readJson } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ authorisation: jwsSchema, proofHash: hashSchema });

export const POST = open(async ({ params, request }, { guards }) => {
	const id = idIn<string>(params['id']);
	const half = await makeGuard(guards, id, await readJson(request, schema, requestLimit));
	return json({ half }, 201);
});
