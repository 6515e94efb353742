/** One request, sealed, with everything that verifies it. */
import type { RequestId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { readRequest } from '$lib/server/request/read';
import { desk, json } from '$lib/server/route';

export const GET = desk(async ({ params }, { database }, me) =>
	json(await readRequest(database, me, idIn<RequestId>(params['rid'])))
);
