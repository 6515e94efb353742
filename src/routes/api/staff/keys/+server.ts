/** Offers one's own public keys; lists those that wait, for the administrator. */
import { jwsSchema, publicKeySchema, readJson } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { offerKeys, waitingKeys } from '$lib/server/staff/keys';
import { demandRole } from '$lib/server/staff/staff';
import * as v from 'valibot';

const schema = v.object({ enc: publicKeySchema, sig: publicKeySchema, proof: jwsSchema });

export const GET = desk(async (_event, { database, key }, me) => {
	demandRole(me, 'administrator');
	return json({ keys: await waitingKeys(database), server: key.jwk });
});

export const POST = desk(async ({ request }, { database, clock }, me) => {
	await offerKeys(database, clock, me.id, await readJson(request, schema, requestLimit));
	return json({}, 202);
});
