/**
 * The secret of an invitation and everything that comes from it. It is made in the coordinator's browser, travels in the
 * letter, and never reaches the server; each thing derived from it tells nothing about the others (docs/wire.md).
 */
import type { Branded } from '../base/brand.ts';
import { joinBytes, sha256, toBase64url, utf8, type Bytes } from '../base/bytes.ts';
import type { InvitationId } from '../base/ids.ts';

/** 128 random bits. Whoever has them is, to this product, the child who was invited. */
export type InvitationSecret = Branded<Bytes, 'InvitationSecret'>;

/** What enrols a device (docs/wire.md): the key the server compares by its hash, and the proof that binds it to the device. */
export interface EnrolProof {
	/** The enrol key, base64url. */
	readonly key: string;
	/** HMAC-SHA-256(enrol key, `vv1 enrol ` ‖ device thumbprint), base64url. */
	readonly proof: string;
}

/** A new secret. */
export const newSecret = (): InvitationSecret =>
	crypto.getRandomValues(new Uint8Array(16)) as InvitationSecret;

/** The id that the server looks up. */
export const invitationId = async (secret: InvitationSecret): Promise<InvitationId> =>
	toBase64url(await derive(secret, 'vv1 invitation id', 16)) as InvitationId;

/** What the server keeps at the invitation, so that it can check an enrolment: SHA-256 of the enrol key, base64url. */
export const enrolHash = async (secret: InvitationSecret): Promise<string> =>
	toBase64url(await sha256(await enrolKey(secret)));

/** The proof that enrols the device whose signing key has `thumbprint` (RFC 7638, base64url). */
export async function enrolProof(secret: InvitationSecret, thumbprint: string): Promise<EnrolProof> {
	const bytes = await enrolKey(secret);
	const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
	const proof = await crypto.subtle.sign('HMAC', key, utf8(`vv1 enrol ${thumbprint}`));
	return { key: toBase64url(bytes), proof: toBase64url(new Uint8Array(proof)) };
}

/** The key of the sealed draft on a device: the 32 bytes of an AES-256-GCM key. Imported, never kept in the clear. */
export const draftKey = (secret: InvitationSecret): Promise<Bytes> => derive(secret, 'vv1 draft', 32);

/**
 * Where the draft's record `name` lies on a device: an id that only the letter leads to, so that nothing on the device has
 * to say whose record is whose.
 */
export const recordId = async (secret: InvitationSecret, name: string): Promise<string> =>
	toBase64url(await derive(secret, `vv1 record ${name}`, 16));

/** The 32 bytes from which the reply key is made. */
export const replySeed = (secret: InvitationSecret): Promise<Bytes> => derive(secret, 'vv1 reply', 32);

const enrolKey = (secret: InvitationSecret): Promise<Bytes> => derive(secret, 'vv1 enrol', 32);

/** HKDF-SHA-256 (RFC 5869) with an empty salt: the secret is uniform, and `info` keeps the uses apart. */
async function derive(secret: InvitationSecret, info: string, length: number): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', joinBytes(secret), 'HKDF', false, ['deriveBits']);
	const bits = await crypto.subtle.deriveBits(
		{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) },
		key,
		length * 8
	);
	return new Uint8Array(bits);
}
