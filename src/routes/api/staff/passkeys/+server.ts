/** Adds a passkey with which whoever is signed in can sign in next time. It unlocks nothing. */
import { idSchema, readJson } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { registerPasskey } from '$lib/server/staff/passkey';
import * as v from 'valibot';

const schema = v.object({ challenge: idSchema, response: v.looseObject({ id: v.string() }) });

export const POST = desk(async ({ request }, { database, clock, passkeys }, me) => {
	const { challenge, response } = await readJson(request, schema, requestLimit);
	await registerPasskey(database, clock, passkeys, me, challenge, response);
	return json({}, 201);
});
