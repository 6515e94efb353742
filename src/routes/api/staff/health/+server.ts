/** Whether what children ask would reach somebody, for whoever invites them and whoever runs the service. */
import { readHealth } from '$lib/server/call/health';
import { Refusal } from '$lib/server/problem';
import { desk, json } from '$lib/server/route';

export const GET = desk(async (_event, { database, clock, mailer }, me) => {
	if (!me.roles.some((role) => role === 'coordinator' || role === 'administrator'))
		throw new Refusal('missing');
	return json(await readHealth(database, clock, mailer));
});
