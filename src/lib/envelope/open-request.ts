/**
 * Opens a child's request in the reader's order: inclusion → outer header → content key → inner signature → readers,
 * invitation, kind. Anything wrong: nothing is shown, the reason is named.
 */
import type { Instant } from '../base/brand.ts';
import { asAsk } from './ask.ts';
import type { VerifiedDirectory } from './directory.ts';
import { envelopeBytes, hashOf } from './hash.ts';
import { asJwk, thumbprint } from './jwk.ts';
import { demandSigned } from './jws.ts';
import type { ReaderKeys } from './keys.ts';
import { demandReceipt } from './receipt.ts';
import { checkedAsync, demand, need } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asVid, verifyRequest } from './request.ts';
import type { ChildRequest } from './request.ts';
import { demandIncluded, unsealed } from './unseal.ts';
import { asEnvelope, asProof } from './wire.ts';

/** Everything that a reader needs to open a request; all of it but the directory as the server gave it. */
export interface RequestInput {
	readonly ask: unknown;
	readonly envelope: unknown;
	readonly receipt: unknown;
	/** The public key of the device that signed. */
	readonly device: unknown;
	readonly proof: unknown;
	readonly directory: VerifiedDirectory;
}

/** A request that has passed every check. */
export interface OpenedRequest {
	readonly request: ChildRequest;
	/** The envelope's hash, which a reader signs. */
	readonly envelope: string;
	/** The readers' thumbprints. */
	readonly readers: readonly string[];
	/** The server's time of arrival. */
	readonly arrived: Instant;
}

async function opened(input: RequestInput, reader: Pick<ReaderKeys, 'enc'>): Promise<OpenedRequest> {
	const { envelope, outer } = asEnvelope(input.envelope);
	const device = asJwk(input.device, 'device');
	const bytes = envelopeBytes(envelope);
	const hash = await hashOf(bytes);
	const receipt = await demandReceipt(input.receipt, input.directory, { vid: outer.vid, envelope: hash });
	demand(receipt.bytes === bytes.length, 'receipt-other', 'Another length');
	const { jws, content: ask } = asAsk(input.ask);
	demand(jws.kid === (await thumbprint(device)), 'submit-device');
	await demandSigned(jws, device, 'submit-signature');
	demand(ask.envelope === hash && ask.length === bytes.length, 'submit-other');
	await demandIncluded(receipt, asProof(input.proof));
	demand(asVid(ask.rid) === outer.vid, 'wrong-vid');
	const { text, kids } = await unsealed({ envelope, outer }, input.directory, reader);
	const request = need(await verifyRequest(text, device));
	demand(request.rid === ask.rid, 'wrong-vid');
	const same = request.readers.length === kids.length && request.readers.every((one, at) => one === kids[at]);
	demand(same, 'wrong-readers');
	demand(request.invitation === ask.invitation, 'wrong-invitation');
	// What the child asked for must not be turned into something else outside.
	demand(request.what === ask.what && request.about === ask.about, 'submit-other', 'Another kind');
	return { request, envelope: hash, readers: kids, arrived: receipt.at };
}

/** The child's request, after every check; a named refusal where one fails. */
export const openRequest = (
	input: RequestInput,
	reader: Pick<ReaderKeys, 'enc'>
): Promise<Checked<OpenedRequest>> => checkedAsync(() => opened(input, reader));
