/** Takes what is answered to a child, sealed to them. */
import type { RequestId } from '$lib/base/ids';
import { idIn, readJson } from '$lib/server/input';
import { addNote } from '$lib/server/request/answer';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ envelope: v.looseObject({}) });

export const POST = desk(async ({ params, request }, { database, clock }, me) => {
	const rid = idIn<RequestId>(params['rid']);
	const { envelope } = await readJson(request, schema, requestLimit);
	await addNote(database, clock, me, rid, envelope);
	return json({}, 201);
});
