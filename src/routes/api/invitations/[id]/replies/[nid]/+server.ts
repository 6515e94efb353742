/** One answer that came by a letter, sealed to it. */
import type { InvitationId, ViewId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { readReply } from '$lib/server/submission/reply';

export const GET = open(async ({ params }, { database }) => {
	const [id, nid] = [idIn<InvitationId>(params['id']), idIn<ViewId>(params['nid'])];
	return json({ envelope: await readReply(database, id, nid) });
});
