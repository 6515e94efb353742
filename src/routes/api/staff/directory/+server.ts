/** Every directory so far; a new one, signed elsewhere by the root. */
import { allDirectories, publishDirectory } from '$lib/server/directory/directory';
import { longJwsSchema, readJson } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { submissionLimit } from '$lib/server/settings';
import { demandRole } from '$lib/server/staff/staff';
import * as v from 'valibot';

const schema = v.object({ directory: longJwsSchema });

export const GET = desk(async (_event, { database }, me) => {
	demandRole(me, 'administrator');
	return json({ directories: await allDirectories(database) });
});

export const PUT = desk(async ({ request }, { database, clock }, me) => {
	demandRole(me, 'administrator');
	const { directory } = await readJson(request, schema, submissionLimit);
	await publishDirectory(database, clock, directory);
	return json({});
});
