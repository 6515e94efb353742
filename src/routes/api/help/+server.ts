/** What a child may know before asking: numbers to call, and how soon what they send is to be read. */
import { json, open } from '$lib/server/route';
import { readAuthoritySettings } from '$lib/server/setting/setting';

export const GET = open(async (_event, { database }) => {
	const { numbers, readWithin } = await readAuthoritySettings(database);
	return json({ numbers, readWithin });
});
