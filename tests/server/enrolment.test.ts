import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type InvitationId } from '../../src/lib/base/ids.ts';
import { generateDeviceKey } from '../../src/lib/envelope/keys.ts';
import { newSecret } from '../../src/lib/invitation/secret.ts';
import type { Invited } from '../fixtures/coordinator.ts';
import { ask, post, type Answered } from './asking.ts';
import { enrolAs } from './device.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.end());

const read = (path: string): Promise<Answered> => ask(`${world.origin}/api/${path}`);
/** An invitation that nobody was given. */
const unknown = (invited: Invited): Invited => ({ ...invited, id: newId<InvitationId>() });
/** Changes an invitation's row behind the server's back. */
const change = (invited: Invited, set: { expiresAt?: never; revokedAt?: never }) =>
	world.database.db.updateTable('invitation').set(set).where('id', '=', invited.id).execute();

/** What an answer tells: everything but its date. */
const told = ({ status, body, headers }: Answered) => {
	const { date: _date, ...rest } = Object.fromEntries(headers);
	return { status, body, rest };
};

describe('an invitation', () => {
	it('is read and enrols a device, which may do so again', async () => {
		const invited = await world.invite();
		const { status, body } = await read(`invitations/${invited.id}`);
		expect(status).toBe(200);
		expect(body['invitation']).toMatchObject({
			id: invited.id,
			meeting: { id: invited.meeting, kind: 'review-conference', journey: 'review-conference' },
			child: { label: 'Child', age: 10 },
			look: '8-11',
			locale: 'en',
			chair: world.people.chair,
			deputy: world.people.deputy,
			pack: 'default'
		});
		const key = await generateDeviceKey();
		const first = await enrolAs(world, invited, key);
		const again = await enrolAs(world, invited, key);
		expect(first.status).toBe(200);
		expect(first.body['confirmed']).toHaveLength(2);
		expect(told(again)).toEqual(told(first));
		const coordinator = await world.as('coordinator');
		const { invitations } = await coordinator<{ invitations: { devices: { animals: string[] }[] }[] }>(
			'GET',
			`/api/staff/meetings/${invited.meeting}`
		);
		expect(invitations[0]?.devices.map(({ animals }) => animals)).toEqual([first.body['confirmed']]);
	});

	it('that is unknown, revoked or expired reads and enrols as if it had never been', async () => {
		const [revoked, expired, live] = [await world.invite(), await world.invite(), await world.invite()];
		const words = await world.database.db
			.selectFrom('invitation')
			.select(['id', 'wordsId'])
			.where('id', 'in', [revoked.id, expired.id])
			.execute();
		await change(revoked, { revokedAt: '2026-01-01T00:00:00.000Z' as never });
		await change(expired, { expiresAt: '2026-01-01T00:00:00.000Z' as never });
		const nobody = unknown(live);
		const reads = await Promise.all([nobody, revoked, expired].map(({ id }) => read(`invitations/${id}`)));
		const lookUps = await Promise.all(
			[newId(), ...words.map(({ wordsId }) => wordsId)].map((id) => read(`words/${id}`))
		);
		const key = await generateDeviceKey();
		const enrolments = await Promise.all([
			enrolAs(world, nobody, key),
			enrolAs(world, revoked, key),
			enrolAs(world, expired, key),
			// Somebody who knows the id and not the secret.
			enrolAs(world, { ...live, secret: newSecret() }, key)
		]);
		for (const answers of [reads, lookUps, enrolments])
			for (const answered of answers) expect(told(answered)).toEqual(told(reads[0] as Answered));
		expect(reads[0]?.status).toBe(404);
		expect((await enrolAs(world, live, key)).status).toBe(200);
	});

	it('takes so many devices and no more', async () => {
		const invited = await world.invite();
		const keys = await Promise.all(Array.from({ length: 11 }, () => generateDeviceKey()));
		const statuses: number[] = [];
		for (const key of keys) statuses.push((await enrolAs(world, invited, key)).status);
		expect(statuses).toEqual([...Array<number>(10).fill(200), 404]);
		// One that is enrolled already is not shut out by that.
		const [first] = keys;
		if (first) expect((await enrolAs(world, invited, first)).status).toBe(200);
	});

	it('does not take a proof for another device, nor a key that is none', async () => {
		const invited = await world.invite();
		const [one, other] = [await generateDeviceKey(), await generateDeviceKey()];
		const mixed = await enrolAs(world, invited, { ...other, thumbprint: one.thumbprint });
		expect([mixed.status, mixed.reason]).toEqual([404, 'missing']);
		const url = `${world.origin}/api/invitations/${invited.id}/devices`;
		const [key, proof] = ['A'.repeat(43), 'A'.repeat(43)];
		const { x, y } = one.jwk;
		for (const device of [
			{ ...one.jwk, x: y, y: x },
			{ ...one.jwk, crv: 'P-384' },
			{ ...one.jwk, d: 'A'.repeat(43) },
			{ kty: 'EC' },
			'key'
		]) {
			const answered = await post(url, { device, key, proof });
			expect([answered.status, answered.reason]).toEqual([400, 'malformed']);
		}
	});

	it('counts failed tries for each id alike, known or not, and never for who is asking', async () => {
		const known = await world.invite();
		const key = await generateDeviceKey();
		for (const invited of [known, unknown(known)]) {
			const wrong = { ...invited, secret: newSecret() };
			for (let n = 0; n < 20; n += 1) expect((await enrolAs(world, wrong, key)).status).toBe(404);
			const over = await enrolAs(world, wrong, key);
			expect([over.status, over.reason]).toEqual([429, 'over-quota']);
			expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
		}
		expect((await enrolAs(world, await world.invite(), key)).status).toBe(200);
	});
});
