/** What the browser needs to ask for a passkey. */
import { json, open } from '$lib/server/route';
import { signInOptions } from '$lib/server/staff/passkey';

export const POST = open(async (_event, { database, clock, passkeys }) =>
	json(await signInOptions(database, clock, passkeys))
);
