/** Who is signed in, and how their keys stand. */
import { desk, json } from '$lib/server/route';
import { keyState } from '$lib/server/staff/keys';

export const GET = desk(async (_event, { database, clock }, me) =>
	json({ staff: me, keys: await keyState(database, clock, me.id) })
);
