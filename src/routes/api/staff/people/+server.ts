/** Everybody who works here: whom a meeting can have as its chair or deputy. */
import { desk, json } from '$lib/server/route';
import { demandRole, listPeople } from '$lib/server/staff/staff';

export const GET = desk(async (_event, { database, clock }, me) => {
	demandRole(me, 'coordinator');
	return json({ people: await listPeople(database, clock) });
});
