/** Who will be at the meeting and what is talked about, written anew. */
import type { MeetingId } from '$lib/base/ids';
import { idIn, readJson } from '$lib/server/input';
import { gatheringSchema, setGathering } from '$lib/server/meeting/gathering';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { demandRole } from '$lib/server/staff/staff';

export const PUT = desk(async ({ params, request }, { database }, me) => {
	demandRole(me, 'coordinator');
	const gathering = await readJson(request, gatheringSchema, requestLimit);
	await setGathering(database, me, idIn<MeetingId>(params['id']), gathering);
	return json({});
});
