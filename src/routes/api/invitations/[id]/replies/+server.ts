/** Which answers came by a letter. */
import type { InvitationId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { listReplies } from '$lib/server/submission/reply';

export const GET = open(async ({ params }, { database }) =>
	json({ replies: await listReplies(database, idIn<InvitationId>(params['id'])) })
);
