/** One duty around the meeting, ticked or taken back. */
import type { MeetingId } from '$lib/base/ids';
import { idIn, readJson } from '$lib/server/input';
import { readMeeting } from '$lib/server/meeting/meeting';
import { setTick, tickSchema } from '$lib/server/meeting/ticks';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';

export const PUT = desk(async ({ params, request }, { database, clock }, me) => {
	const meeting = idIn<MeetingId>(params['id']);
	// Who does not see the meeting hears the same, whatever they sent.
	await readMeeting(database, me, meeting);
	await setTick(database, clock, me, meeting, await readJson(request, tickSchema, requestLimit));
	return json({});
});
