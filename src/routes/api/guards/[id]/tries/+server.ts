/** One try of a guarded code: a half comes back, of the key or of nothing. */
import { tryGuard } from '$lib/server/guard/guard';
import { hashSchema, idIn, readJson } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ proof: hashSchema });

export const POST = open(async ({ params, request }, { guards }) => {
	const id = idIn<string>(params['id']);
	const { proof } = await readJson(request, schema, requestLimit);
	return json({ half: await tryGuard(guards, id, proof) });
});
