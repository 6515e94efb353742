/**
 * receipt.jws: the server's signed word that an envelope is durably stored. Only a verified one says *arrived*.
 */
import type { ViewId } from '../base/ids.ts';
import type { VerifiedDirectory } from './directory.ts';
import { living } from './directory.ts';
import { asJwk, thumbprint } from './jwk.ts';
import { demandSigned, signJws } from './jws.ts';
import type { SigningKey } from './jws.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asReceipt } from './wire.ts';
import type { Receipt } from './wire.ts';

/** What a receipt must be about. */
export interface ReceiptSubject {
	readonly vid: ViewId;
	/** The envelope's hash. */
	readonly envelope: string;
}

function demandAbout(receipt: Receipt, about: ReceiptSubject): Receipt {
	demand(receipt.vid === about.vid && receipt.envelope === about.envelope, 'receipt-other');
	return receipt;
}

/** receipt.jws, signed by the server. The quick way on a server is `quickSigner` (`node.ts`). */
export const signReceipt = (receipt: Omit<Receipt, 'v'>, server: SigningKey): Promise<string> =>
	signJws('vv-receipt+jws', { v: 1, ...receipt }, server);

/** The receipt in `jws`, signed by the key `server` and about the envelope `about`. */
export const verifyReceipt = (
	jws: unknown,
	server: unknown,
	about: ReceiptSubject
): Promise<Checked<Receipt>> =>
	checkedAsync(async () => {
		const { jws: read, content } = asReceipt(jws);
		const key = asJwk(server, 'server');
		demand(read.kid === (await thumbprint(key)), 'receipt-key');
		await demandSigned(read, key, 'receipt-signature');
		return demandAbout(content, about);
	});

/** As `verifyReceipt`, by whichever server key of the directory was living at the receipt's time. Throws `Refusal`. */
export async function demandReceipt(
	jws: unknown,
	directory: VerifiedDirectory,
	about: ReceiptSubject
): Promise<Receipt> {
	const { jws: read, content } = asReceipt(jws);
	const key = directory.servers.get(read.kid)?.find((entry) => living(entry, content.at));
	demand(key?.sig != null, 'receipt-key');
	await demandSigned(read, key.sig, 'receipt-signature');
	return demandAbout(content, about);
}

/** The receipt in `jws`, signed by a server key of `directory` that was living then, and about the envelope `about`. */
export const verifyReceiptBy = (
	jws: unknown,
	directory: VerifiedDirectory,
	about: ReceiptSubject
): Promise<Checked<Receipt>> => checkedAsync(() => demandReceipt(jws, directory, about));
