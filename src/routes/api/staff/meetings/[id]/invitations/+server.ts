/** A new invitation to a meeting; its secret stays in the coordinator's browser. */
import type { MeetingId } from '$lib/base/ids';
import { idIn, readJson } from '$lib/server/input';
import { addInvitation } from '$lib/server/invitation/make';
import { newInvitationSchema } from '$lib/server/invitation/input';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { demandRole } from '$lib/server/staff/staff';

export const POST = desk(async ({ params, request }, { database, clock }, me) => {
	demandRole(me, 'coordinator');
	const meeting = idIn<MeetingId>(params['id']);
	const made = await readJson(request, newInvitationSchema, requestLimit);
	await addInvitation(database, clock, me.id, meeting, made);
	return json({}, 201);
});
