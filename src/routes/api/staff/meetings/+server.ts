/** Meetings: the list of those one may see; a new one. */
import { readJson } from '$lib/server/input';
import { newMeetingSchema } from '$lib/server/meeting/input';
import { listMeetings, makeMeeting } from '$lib/server/meeting/meeting';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { demandRole } from '$lib/server/staff/staff';

export const GET = desk(async (_event, { database }, me) =>
	json({ meetings: await listMeetings(database, me) })
);

export const POST = desk(async ({ request }, { database, clock }, me) => {
	demandRole(me, 'coordinator');
	const made = await readJson(request, newMeetingSchema, requestLimit);
	return json({ meeting: await makeMeeting(database, clock, me, made) }, 201);
});
