/** What was answered to views, and one answer more. Sealed: this server opens none of it. */
import type { ViewId } from '$lib/base/ids';
import { idIn, readJson } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { submissionLimit } from '$lib/server/settings';
import { ownView } from '$lib/server/submission/read';
import { addReply, repliesTo } from '$lib/server/submission/reply';
import * as v from 'valibot';

const schema = v.object({ envelope: v.looseObject({}) });

export const GET = desk(async ({ params }, { database }, me) => {
	const vid = idIn<ViewId>(params['vid']);
	await ownView(database, me, vid);
	return json({ replies: await repliesTo(database, vid) });
});

export const POST = desk(async ({ params, request }, { database, clock }, me) => {
	const vid = idIn<ViewId>(params['vid']);
	const { envelope } = await readJson(request, schema, submissionLimit);
	await addReply(database, clock, me, vid, envelope);
	return json({}, 201);
});
