/** A child's device whose key the test holds, so that it can sign what a right device never would. */
import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../../src/lib/base/brand.ts';
import { newId, type InvitationId, type ViewId } from '../../src/lib/base/ids.ts';
import { generateDeviceKey } from '../../src/lib/envelope/keys.ts';
import type { SigningKey } from '../../src/lib/envelope/jws.ts';
import { sealEnvelope } from '../../src/lib/envelope/seal.ts';
import { signBlob, signSubmit } from '../../src/lib/envelope/submit.ts';
import type { Envelope } from '../../src/lib/envelope/wire.ts';
import { enrolProof } from '../../src/lib/invitation/secret.ts';
import type { Invited } from '../fixtures/coordinator.ts';
import { ask, post, type Answered } from './asking.ts';
import type { World } from './world.ts';

/** What is posted. */
export interface Posted {
	readonly submit: string;
	readonly envelope: Envelope;
}

/** A device with its key, enrolled for `invited`. */
export interface Device {
	readonly key: SigningKey;
	readonly invited: Invited;
}

/** Makes a key and enrols it. */
export async function enrol(world: World, invited: Invited): Promise<Device> {
	const key = await generateDeviceKey();
	const answered = await enrolAs(world, invited, key);
	if (answered.status !== 200) throw new Error(`not enrolled: ${answered.status}`);
	return { key, invited };
}

/** Asks for `key` to be enrolled for `invited`. */
export async function enrolAs(world: World, invited: Invited, key: SigningKey): Promise<Answered> {
	const proof = await enrolProof(invited.secret, key.thumbprint);
	return post(`${world.origin}/api/invitations/${invited.id}/devices`, { device: key.jwk, ...proof });
}

/** `text`, sealed to the readers of the world's meetings under the view id `vid`. */
export async function seal(world: World, text = 'views', vid = newId<ViewId>()): Promise<Envelope> {
	const sealed = await sealEnvelope(
		text,
		vid,
		(await world.readers()).map(({ jwk }) => jwk)
	);
	if (!sealed.ok) throw new Error(sealed.reason);
	return sealed.value;
}

/** The view id that `envelope` names. */
export const vidOf = (envelope: Envelope): ViewId =>
	(JSON.parse(Buffer.from(envelope.protected, 'base64url').toString()) as { vid: ViewId }).vid;

/** `envelope` submitted by `device`, as the options would have it. */
export async function submission(
	device: Device,
	envelope: Envelope,
	as: { readonly vid?: ViewId; readonly invitation?: InvitationId; readonly blobs?: readonly string[] } = {}
): Promise<Posted> {
	const { vid = vidOf(envelope), invitation = device.invited.id, blobs = [] } = as;
	const at = new Date().toISOString() as Instant;
	return { submit: await signSubmit({ vid, invitation, envelope, blobs, at }, device.key), envelope };
}

/** Posts a submission. */
export const send = (world: World, posted: unknown): Promise<Answered> =>
	post(`${world.origin}/api/submissions`, posted);

/** Random octets with their hash. */
export function octets(length: number): { bytes: Uint8Array<ArrayBuffer>; hash: string } {
	const bytes = new Uint8Array(randomBytes(length));
	return { bytes, hash: createHash('sha256').update(bytes).digest('base64url') };
}

/** Puts `bytes` as the blob `hash`, authorised by `device` (for what `signed` says, where it differs). */
export async function putBlob(
	world: World,
	device: Device,
	{ bytes, hash }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly hash: string },
	signed: { readonly hash?: string; readonly length?: number; readonly kind?: string } = {}
): Promise<Answered> {
	const said = { hash, length: bytes.length, invitation: device.invited.id, ...signed };
	const { kind = 'application/octet-stream', ...content } = said;
	return ask(`${world.origin}/api/blobs/${hash}`, {
		method: 'PUT',
		headers: { 'content-type': kind, 'x-submit-authorisation': await signBlob(content, device.key) },
		body: bytes
	});
}
