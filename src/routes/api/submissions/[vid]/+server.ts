/** The receipt of views, and what those who opened them signed. */
import type { ViewId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { readState } from '$lib/server/submission/read';

export const GET = open(async ({ params }, { database }) =>
	json(await readState(database, idIn<ViewId>(params['vid'])))
);
