/** Writes down that somebody has read a request, as they signed it; from then on nobody else is called. */
import type { RequestId } from '$lib/base/ids';
import { idIn, jwsSchema, readJson } from '$lib/server/input';
import { markRead } from '$lib/server/request/answer';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ open: jwsSchema });

export const POST = desk(async ({ params, request }, { database, clock }, me) => {
	const rid = idIn<RequestId>(params['rid']);
	const { open } = await readJson(request, schema, requestLimit);
	await markRead(database, clock, me, rid, open);
	return json({});
});
