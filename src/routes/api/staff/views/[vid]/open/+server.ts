/** Writes down that a reader opened views. */
import type { ViewId } from '$lib/base/ids';
import { idIn, jwsSchema, readJson } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { openView } from '$lib/server/submission/open';
import * as v from 'valibot';

const schema = v.object({ open: jwsSchema });

export const POST = desk(async ({ params, request }, { database, clock }, me) => {
	const vid = idIn<ViewId>(params['vid']);
	const { open } = await readJson(request, schema, requestLimit);
	await openView(database, clock, me, vid, open);
	return json({});
});
