/**
 * Enrolling a device: whoever holds an invitation's secret may bind a device key to it. Unknown, used up, revoked and
 * expired invitations and wrong proofs answer the same 404 after the same work; failed tries are counted per id.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { InvitationId } from '../../base/ids.ts';
import type { PublicJwk } from '../../envelope/jwk.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { checkingKey, thumbprintOf } from '../signature.ts';
import { animalsOf, type Animal } from './animals.ts';
import type { Tries } from './tries.ts';

/** What a device sends to be enrolled (docs/wire.md). */
export interface Enrolment {
	readonly device: PublicJwk;
	/** The enrol key, base64url of 32 bytes. */
	readonly key: string;
	/** HMAC-SHA-256(enrol key, `vv1 enrol ` ‖ device thumbprint), base64url. */
	readonly proof: string;
}

/** Compared against where there is no invitation, so that the same is computed either way. */
const nobody = randomBytes(32).toString('base64url');

const same = (a: string, b: string): boolean =>
	timingSafeEqual(Buffer.from(a.padEnd(64)), Buffer.from(b.padEnd(64)));

/**
 * Enrols `enrolment.device` for the invitation `id` and gives the two animals of the device. Enrolling the same device
 * again is harmless. Refuses `missing` where the invitation cannot be used or the proof is wrong, `over-quota` after too
 * many failed tries.
 */
export async function enrolDevice(
	{ db }: Database,
	clock: Clock,
	tries: Tries,
	devicesAllowed: number,
	id: InvitationId,
	enrolment: Enrolment
): Promise<readonly [Animal, Animal]> {
	const wait = tries.wait(id);
	if (wait > 0) throw new Refusal('over-quota', wait);
	if (!checkingKey(enrolment.device)) throw new Refusal('malformed');
	const thumbprint = thumbprintOf(enrolment.device);
	const key = Buffer.from(enrolment.key, 'base64url');
	const proof = createHmac('sha256', key).update(`vv1 enrol ${thumbprint}`).digest('base64url');
	const keyHash = createHash('sha256').update(key).digest('base64url');
	const now = instant(clock);

	const enrolled = await db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('invitation')
			.select(['enrolHash', 'revokedAt', 'expiresAt'])
			.where('id', '=', id)
			.executeTakeFirst();
		const devices = await trx
			.selectFrom('device')
			.select('thumbprint')
			.where('invitation', '=', id)
			.execute();
		const known = devices.some((device) => device.thumbprint === thumbprint);
		const holds = same(keyHash, row?.enrolHash ?? nobody) && same(proof, enrolment.proof);
		const open = row !== undefined && isOpen(row, now) && (known || devices.length < devicesAllowed);
		if (!holds || !open) return false;
		if (!known) {
			const { kty, crv, x, y } = enrolment.device;
			await trx
				.insertInto('device')
				.values({
					thumbprint,
					invitation: id,
					jwk: JSON.stringify({ crv, kty, x, y }),
					enrolledAt: now
				})
				.onConflict((conflict) => conflict.doNothing())
				.execute();
		}
		return true;
	});
	if (!enrolled) {
		tries.failed(id);
		throw new Refusal('missing');
	}
	tries.passed(id);
	return animalsOf(thumbprint);
}

/** Whether an invitation may be used at `now`. */
export const isOpen = (
	row: { readonly revokedAt: Instant | null; readonly expiresAt: Instant },
	now: Instant
): boolean => row.revokedAt === null && row.expiresAt > now;
