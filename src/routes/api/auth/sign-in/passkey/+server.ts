/** Signs in with a passkey. */
import { idSchema, readJson } from '$lib/server/input';
import { Refusal } from '$lib/server/problem';
import { json, open } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { checkPasskey } from '$lib/server/staff/passkey';
import * as v from 'valibot';

const schema = v.object({ challenge: idSchema, response: v.looseObject({ id: v.string() }) });

export const POST = open(async ({ request }, { database, clock, passkeys, auth }) => {
	const { challenge, response } = await readJson(request, schema, requestLimit);
	const staff = await checkPasskey(database, clock, passkeys, challenge, response);
	const signedIn = await auth.openSession(staff);
	if (!signedIn) throw new Refusal('signed-out');
	return json({ staff: signedIn.me }, 200, signedIn.headers);
});
