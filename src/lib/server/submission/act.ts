/** Whether an act that a device asks for is its own: enrolled, signed, about these very bytes, for an invitation that stands. */
import { createHash } from 'node:crypto';
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId } from '../../base/ids.ts';
import { readAct, type Act } from '../../envelope/device-act.ts';
import type { Database } from '../db/connect.ts';
import { isOpen } from '../invitation/enrol.ts';
import { Refusal } from '../problem.ts';
import { isSigned } from '../signature.ts';
import type { DeviceKeys } from './check.ts';

/** Who asks: invitation and device, once `authorisation` holds for `act` on `text`. Refuses `malformed`, `not-enrolled`. */
export async function authoriseAct(
	around: { readonly database: Database; readonly clock: Clock; readonly devices: DeviceKeys },
	act: Act,
	authorisation: string,
	text: string
): Promise<{ readonly invitation: InvitationId; readonly device: string }> {
	const read = readAct(authorisation);
	const of = createHash('sha256').update(text).digest('base64url');
	if (!read.ok || read.value.content.act !== act || read.value.content.of !== of)
		throw new Refusal('malformed');
	const { jws, content } = read.value;
	const key = await around.devices.find(content.invitation, jws.kid);
	if (!key || !isSigned(jws, key)) throw new Refusal('not-enrolled');
	const stands = await around.database.db
		.selectFrom('device')
		.innerJoin('invitation', 'invitation.id', 'device.invitation')
		.select(['revokedAt', 'expiresAt'])
		.where('invitation.id', '=', content.invitation)
		.where('thumbprint', '=', jws.kid)
		.executeTakeFirst();
	if (!stands || !isOpen(stands, instant(around.clock))) throw new Refusal('not-enrolled');
	return { invitation: content.invitation, device: jws.kid };
}
