/** One meeting with its invitations. */
import type { MeetingId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { listInvitations } from '$lib/server/invitation/make';
import { readMeeting } from '$lib/server/meeting/meeting';
import { listTicks } from '$lib/server/meeting/ticks';
import { desk, json } from '$lib/server/route';

export const GET = desk(async ({ params }, { database }, me) => {
	const meeting = await readMeeting(database, me, idIn<MeetingId>(params['id']));
	const [invitations, ticks] = await Promise.all([
		listInvitations(database, meeting.id),
		listTicks(database, meeting.id)
	]);
	return json({ meeting, invitations, ticks });
});
