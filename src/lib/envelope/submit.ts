/**
 * submit.jws and the authorisation of blob chunks: what the device tells the server, signed, without any content.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, ViewId } from '../base/ids.ts';
import { envelopeBytes, hashOf } from './hash.ts';
import { asJwk, thumbprint } from './jwk.ts';
import { demandSigned, signJws } from './jws.ts';
import type { SigningKey } from './jws.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asBlobAuthorisation, asSubmit } from './wire.ts';
import type { BlobAuthorisation, Envelope, Submit, Unverified } from './wire.ts';

/** What a submission is made of. */
export interface SubmitParts {
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	readonly envelope: Envelope;
	/** Every blob chunk's hash, in the order of the views; none where there are no blobs. */
	readonly blobs: readonly string[];
	readonly at: Instant;
}

/** submit.jws over `envelope`, signed by the device. */
export async function signSubmit(parts: SubmitParts, device: SigningKey): Promise<string> {
	const bytes = envelopeBytes(parts.envelope);
	const { vid, invitation, blobs, at } = parts;
	const envelope = await hashOf(bytes);
	const content: Submit = { v: 1, vid, invitation, envelope, length: bytes.length, blobs, at };
	return signJws('vv-submit+jws', content, device);
}

/** The authorisation of one blob chunk of `length` stored bytes, signed by the device. */
export const signBlob = (
	{ hash, length, invitation }: Omit<BlobAuthorisation, 'v'>,
	device: SigningKey
): Promise<string> => signJws('vv-blob+jws', { v: 1, hash, length, invitation }, device);

async function byDevice<Content>(read: Unverified<Content>, device: unknown): Promise<Content> {
	const key = asJwk(device, 'device');
	demand(read.jws.kid === (await thumbprint(key)), 'submit-device');
	await demandSigned(read.jws, key, 'submit-signature');
	return read.content;
}

/** The submission in `jws`, signed by the device whose key `device` is. */
export const verifySubmit = (jws: unknown, device: unknown): Promise<Checked<Submit>> =>
	checkedAsync(() => byDevice(asSubmit(jws), device));

/** The authorisation in `jws`, signed by the device whose key `device` is. */
export const verifyBlob = (jws: unknown, device: unknown): Promise<Checked<BlobAuthorisation>> =>
	checkedAsync(() => byDevice(asBlobAuthorisation(jws), device));
