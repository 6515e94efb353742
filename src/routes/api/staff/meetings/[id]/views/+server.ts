/** The views that arrived for a meeting, for its chair and deputy alone. */
import type { MeetingId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { demandReader } from '$lib/server/meeting/meeting';
import { desk, json } from '$lib/server/route';
import { listViews } from '$lib/server/submission/read';

export const GET = desk(async ({ params }, { database }, me) => {
	const meeting = idIn<MeetingId>(params['id']);
	await demandReader(database, me, meeting);
	return json({ views: await listViews(database, meeting) });
});
