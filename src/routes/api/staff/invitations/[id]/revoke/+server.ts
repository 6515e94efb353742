/** Revokes an invitation. What has arrived stays. */
import type { InvitationId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { revokeInvitation } from '$lib/server/invitation/make';
import { desk, json } from '$lib/server/route';
import { demandRole } from '$lib/server/staff/staff';

export const POST = desk(async ({ params }, { database, clock }, me) => {
	demandRole(me, 'coordinator');
	await revokeInvitation(database, clock, idIn<InvitationId>(params['id']));
	return json({});
});
