/** One's own wrapped keys. */
import { readJson } from '$lib/server/input';
import { desk, json } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import { readVault, storeVault } from '$lib/server/staff/vault';
import * as v from 'valibot';

const schema = v.object({ vault: v.looseObject({}) });

export const GET = desk(async (_event, { database }, me) =>
	json({ vault: await readVault(database, me.id) })
);

export const PUT = desk(async ({ request }, { database, clock }, me) => {
	const { vault } = await readJson(request, schema, requestLimit);
	await storeVault(database, clock, me.id, vault);
	return json({});
});
