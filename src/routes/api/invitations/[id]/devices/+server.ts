/** Enrols a device for an invitation. */
import type { InvitationId } from '$lib/base/ids';
import { hashSchema, idIn, publicKeySchema, readJson } from '$lib/server/input';
import { enrolDevice } from '$lib/server/invitation/enrol';
import { json, open } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ device: publicKeySchema, key: hashSchema, proof: hashSchema });

export const POST = open(async ({ params, request }, { database, clock, enrolTries, settings }) => {
	const id = idIn<InvitationId>(params['id']);
	const enrolment = await readJson(request, schema, requestLimit);
	const { devices } = settings.quota;
	return json({ confirmed: await enrolDevice(database, clock, enrolTries, devices, id, enrolment) });
});
