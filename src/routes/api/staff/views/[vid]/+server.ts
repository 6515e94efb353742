/** One child's sealed views with everything that proves them. */
import type { ViewId } from '$lib/base/ids';
import { idIn } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { readView } from '$lib/server/submission/read';

export const GET = desk(async ({ params }, { database }, me) =>
	json(await readView(database, me, idIn<ViewId>(params['vid'])))
);
