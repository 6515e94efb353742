/** Declares a device lost: the halves of its codes are destroyed. */
import type { InvitationId } from '$lib/base/ids';
import { loseDevice } from '$lib/server/guard/guard';
import { hashIn, idIn } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { demandRole } from '$lib/server/staff/staff';

export const POST = desk(async ({ params }, { database }, me) => {
	demandRole(me, 'coordinator');
	await loseDevice(database, idIn<InvitationId>(params['id']), hashIn(params['thumbprint']));
	return json({});
});
