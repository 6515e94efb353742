/** How far a request is: its receipt, who has read it, what was answered (sealed to the child). */
import type { RequestId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { readProgress } from '$lib/server/request/read';
import { json, open } from '$lib/server/route';

export const GET = open(async ({ params }, { database }) =>
	json(await readProgress(database, idIn<RequestId>(params['rid'])))
);
