/** Lets the codes of a device be tried again. */
import type { InvitationId } from '$lib/base/ids';
import { resetTries } from '$lib/server/guard/guard';
import { hashIn, idIn } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { demandRole } from '$lib/server/staff/staff';

export const POST = desk(async ({ params }, { database }, me) => {
	demandRole(me, 'coordinator');
	await resetTries(database, idIn<InvitationId>(params['id']), hashIn(params['thumbprint']));
	return json({});
});
