/** Takes a request, says that the child was met, ends it. */
import type { RequestId } from '$lib/base/ids';
import { idIn, readJson } from '$lib/server/input';
import { moveRequest, steps } from '$lib/server/request/answer';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ state: v.picklist(steps) });

export const POST = desk(async ({ params, request }, { database, clock }, me) => {
	const rid = idIn<RequestId>(params['rid']);
	const { state } = await readJson(request, schema, requestLimit);
	await moveRequest(database, clock, me, rid, state);
	return json({});
});
