/** Declines keys that wait. */
import { hashIn } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { refuseKeys } from '$lib/server/staff/keys';
import { demandRole } from '$lib/server/staff/staff';

export const POST = desk(async ({ params }, { database, clock }, me) => {
	demandRole(me, 'administrator');
	await refuseKeys(database, clock, hashIn(params['thumbprint']));
	return json({});
});
