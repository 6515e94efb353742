/** What an invitation is to. */
import type { InvitationId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { readInvitation } from '$lib/server/invitation/read';
import { json, open } from '$lib/server/route';

export const GET = open(async ({ params }, { database, clock }) =>
	json({ invitation: await readInvitation(database, clock, idIn<InvitationId>(params['id'])) })
);
