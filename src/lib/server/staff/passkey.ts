/**
 * Passkeys for signing in (WebAuthn Level 3), checked with @simplewebauthn/server (this file is its only importer).
 * Registering wants a session; signing in makes one. A challenge is used once and lives five minutes.
 */
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type AuthenticatorTransport,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import { newId, type StaffId } from '../../base/ids.ts';
import { utf8 } from '../../base/bytes.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import type { Me } from './staff.ts';

const challengeLife = 5 * 60_000;

/** Where passkeys are bound to: the desk's origins, the first one's host being the relying party. */
export interface PasskeyPlace {
	readonly origins: readonly string[];
	readonly host: string;
}

async function keepChallenge({ db }: Database, clock: Clock, staff: StaffId | null, challenge: string) {
	const id = newId();
	const now = instant(clock);
	const expiresAt = new Date(clock.now() + challengeLife).toISOString() as Instant;
	await db.deleteFrom('challenge').where('expiresAt', '<=', now).execute();
	await db.insertInto('challenge').values({ id, staff, challenge, expiresAt }).execute();
	return id;
}

/** Takes the challenge `id` out of the store: whatever happens next, it is not used again. */
async function takeChallenge({ db }: Database, clock: Clock, staff: StaffId | null, id: string) {
	const row = await db.deleteFrom('challenge').where('id', '=', id).returningAll().executeTakeFirst();
	if (!row || row.staff !== staff || row.expiresAt <= instant(clock)) throw new Refusal('malformed');
	return row.challenge;
}

/** Options for `navigator.credentials.create`, with the id under which their challenge waits. */
export async function registrationOptions(database: Database, clock: Clock, place: PasskeyPlace, me: Me) {
	const known = await database.db.selectFrom('passkey').select('id').where('staff', '=', me.id).execute();
	const options = await generateRegistrationOptions({
		rpName: place.host,
		rpID: place.host,
		userID: utf8(me.id),
		userName: me.name,
		attestationType: 'none',
		excludeCredentials: known.map(({ id }) => ({ id })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
	return { challenge: await keepChallenge(database, clock, me.id, options.challenge), options };
}

/** Stores the passkey that `response` proves. Refuses `malformed` where it proves nothing, `conflict` where it is known. */
export async function registerPasskey(
	database: Database,
	clock: Clock,
	place: PasskeyPlace,
	me: Me,
	challenge: string,
	response: unknown
): Promise<void> {
	const expectedChallenge = await takeChallenge(database, clock, me.id, challenge);
	const checked = await verifyRegistrationResponse({
		response: response as RegistrationResponseJSON,
		expectedChallenge,
		expectedOrigin: [...place.origins],
		expectedRPID: place.host
	}).catch(() => null);
	if (!checked?.verified) throw new Refusal('malformed');
	const { credential } = checked.registrationInfo;
	const { numInsertedOrUpdatedRows } = await database.db
		.insertInto('passkey')
		.values({
			id: credential.id,
			staff: me.id,
			publicKey: Buffer.from(credential.publicKey).toString('base64url'),
			counter: credential.counter,
			transports: JSON.stringify(credential.transports ?? []),
			createdAt: instant(clock)
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	if (numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict');
}

/** Options for `navigator.credentials.get`: any passkey of this place, so that nothing is said about who has one. */
export async function signInOptions(database: Database, clock: Clock, place: PasskeyPlace) {
	const options = await generateAuthenticationOptions({ rpID: place.host, userVerification: 'required' });
	return { challenge: await keepChallenge(database, clock, null, options.challenge), options };
}

/** Whose passkey `response` is. Refuses `signed-out` where it is nobody's or proves nothing. */
export async function checkPasskey(
	database: Database,
	clock: Clock,
	place: PasskeyPlace,
	challenge: string,
	response: { readonly id: string }
): Promise<StaffId> {
	const expectedChallenge = await takeChallenge(database, clock, null, challenge);
	const row = await database.db
		.selectFrom('passkey')
		.selectAll()
		.where('id', '=', response.id)
		.executeTakeFirst();
	if (!row) throw new Refusal('signed-out');
	const checked = await verifyAuthenticationResponse({
		response: response as AuthenticationResponseJSON,
		expectedChallenge,
		expectedOrigin: [...place.origins],
		expectedRPID: place.host,
		credential: {
			id: row.id,
			publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64url')),
			counter: row.counter,
			transports: JSON.parse(row.transports) as AuthenticatorTransport[]
		}
	}).catch(() => null);
	if (!checked?.verified) throw new Refusal('signed-out');
	await database.db
		.updateTable('passkey')
		.set({ counter: checked.authenticationInfo.newCounter })
		.where('id', '=', row.id)
		.execute();
	return row.staff;
}
