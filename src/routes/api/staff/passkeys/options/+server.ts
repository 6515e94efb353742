/** What the browser needs to make a passkey for whoever is signed in. */
import { desk, json } from '$lib/server/route';
import { registrationOptions } from '$lib/server/staff/passkey';

export const POST = desk(async (_event, { database, clock, passkeys }, me) =>
	json(await registrationOptions(database, clock, passkeys, me))
);
