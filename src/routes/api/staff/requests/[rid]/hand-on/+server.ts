/** To whom a request can be handed on, and doing so. */
import type { RequestId, StaffId } from '$lib/base/ids';
import { idIn, idSchema, readJson } from '$lib/server/input';
import { colleagues, handOn } from '$lib/server/request/answer';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ to: idSchema });

export const GET = desk(async ({ params }, { database, clock }, me) =>
	json({ people: await colleagues(database, clock, me, idIn<RequestId>(params['rid'])) })
);

export const POST = desk(async ({ params, request }, { database, clock }, me) => {
	const rid = idIn<RequestId>(params['rid']);
	const { to } = await readJson(request, schema, requestLimit);
	await handOn(database, clock, me, rid, to as StaffId);
	return json({});
});
