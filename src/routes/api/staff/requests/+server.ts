/** What waits to be answered, for advocates, duty readers and chairs. */
import { readAuthoritySettings } from '$lib/server/setting/setting';
import { listRequests } from '$lib/server/request/read';
import { desk, json } from '$lib/server/route';

export const GET = desk(async (_event, { database }, me) => {
	const { hours, takenWithin, readWithin } = await readAuthoritySettings(database);
	return json({ requests: await listRequests(database, me), hours, takenWithin, readWithin });
});
