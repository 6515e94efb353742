/**
 * The server's quick way: the same strict checks as everywhere, ES256 by node:crypto on its thread pool.
 * For Node.js only; a browser uses `submit.ts` and `receipt.ts`, which give the same answers.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { asJwk, asPrivateJwk } from './jwk.ts';
import type { PublicJwk } from './jwk.ts';
import { jwsInput } from './jws.ts';
import type { JwsType, ReadJws } from './jws.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked, RefusalReason } from './refusal.ts';
import { asBlobAuthorisation, asSubmit, envelopeText } from './wire.ts';
import type { BlobAuthorisation, ReadSubmission, Receipt, Submit } from './wire.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

const thumbprintNow = ({ x, y }: PublicJwk): string =>
	digest(`{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`);

/** Whether `key` signed `jws`, off the event loop. */
const holds = (jws: ReadJws, key: KeyObject): Promise<boolean> =>
	new Promise((resolve, reject) => {
		verify('sha256', jws.signed, { key, dsaEncoding: 'ieee-p1363' }, jws.signature, (error, held) =>
			error ? reject(error) : resolve(held)
		);
	});

async function demandSignedNow(jws: ReadJws, device: unknown, other: RefusalReason, broken: RefusalReason) {
	const jwk = asJwk(device, 'device');
	demand(jws.kid === thumbprintNow(jwk), other);
	demand(await holds(jws, createPublicKey({ key: { ...jwk }, format: 'jwk' })), broken);
}

/** A submission of which everything is checked that a server can check. */
export interface VerifiedSubmission {
	readonly submit: Submit;
	/** The envelope's canonical JSON: these bytes are stored. */
	readonly envelopeText: string;
	/** Its SHA-256, base64url. */
	readonly hash: string;
}

/**
 * What `readSubmission` (`wire.ts`) found in a request, verified against the enrolled device's key: signature, and that
 * submission and envelope are about each other. Refuses `submit-device`, `submit-signature`, `submit-other`, `wrong-vid`.
 */
export const verifySubmission = (
	read: ReadSubmission,
	device: unknown
): Promise<Checked<VerifiedSubmission>> =>
	checkedAsync(async () => {
		const { jws, content: submit } = read.submit;
		const text = envelopeText(read.envelope);
		const hash = digest(text);
		// An envelope is ASCII throughout, so its length in characters is its length in bytes.
		demand(submit.envelope === hash && submit.length === text.length, 'submit-other');
		demand(submit.vid === read.outer.vid, 'wrong-vid');
		await demandSignedNow(jws, device, 'submit-device', 'submit-signature');
		return { submit, envelopeText: text, hash };
	});

/** As `verifySubmit`, quickly. */
export const verifySubmitQuick = (jws: unknown, device: unknown): Promise<Checked<Submit>> =>
	checkedAsync(async () => {
		const read = asSubmit(jws);
		await demandSignedNow(read.jws, device, 'submit-device', 'submit-signature');
		return read.content;
	});

/** As `verifyBlob`, quickly. */
export const verifyBlobQuick = (jws: unknown, device: unknown): Promise<Checked<BlobAuthorisation>> =>
	checkedAsync(async () => {
		const read = asBlobAuthorisation(jws);
		await demandSignedNow(read.jws, device, 'submit-device', 'submit-signature');
		return read.content;
	});

/** A key of the server that signs receipts off the event loop. */
export interface QuickSigner {
	readonly jwk: PublicJwk;
	/** Thumbprint, the `kid` of what it signs. */
	readonly thumbprint: string;
	/** receipt.jws. */
	sign(receipt: Omit<Receipt, 'v'>): Promise<string>;
}

const receiptType: JwsType = 'vv-receipt+jws';

/** The signer for the server's private JWK. Refuses `bad-key` and `wrong-algorithm`. */
export const quickSigner = (privateJwk: unknown): Promise<Checked<QuickSigner>> =>
	checkedAsync(async () => {
		const { kty, crv, x, y, d } = asPrivateJwk(privateJwk, 'server key');
		const key = createPrivateKey({ key: { kty, crv, x, y, d }, format: 'jwk' });
		const jwk: PublicJwk = { kty, crv, x, y };
		const kid = thumbprintNow(jwk);
		const signOne = (receipt: Omit<Receipt, 'v'>): Promise<string> => {
			const input = jwsInput(receiptType, { v: 1, ...receipt }, kid);
			return new Promise((resolve, reject) => {
				sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }, (error, signature) =>
					error ? reject(error) : resolve(`${input}.${signature.toString('base64url')}`)
				);
			});
		};
		return { jwk, thumbprint: kid, sign: signOne };
	});
