/**
 * The part of the reader's order that views and requests share: receipt and log around an envelope, its outer header, the
 * content key. What stands inside is the matter of `open.ts` and `open-request.ts`.
 */
import { fromBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { unwrapContentKey } from './content-key.ts';
import type { VerifiedDirectory } from './directory.ts';
import { keyCommitment, readerSetHash } from './hash.ts';
import type { ReaderKeys } from './keys.ts';
import { leafHash, verifyInclusion } from './merkle.ts';
import { unpad } from './padding.ts';
import { demand, Refusal } from './refusal.ts';
import type { Envelope, InclusionProof, OuterHeader, Receipt } from './wire.ts';

/** Refuses what the log of the receipt's checkpoint does not hold at that place. */
export async function demandIncluded(receipt: Receipt, proof: InclusionProof): Promise<void> {
	const { checkpoint, index, salt, envelope } = receipt;
	const same = proof.index === index && proof.size === checkpoint.size && proof.root === checkpoint.root;
	demand(same, 'not-included', 'The proof is for another place or tree than the receipt');
	demand(await verifyInclusion(proof, await leafHash(salt, envelope)), 'not-included');
}

async function decrypted(envelope: Envelope, contentKey: Bytes): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['decrypt']);
	const [iv, additionalData] = [fromBase64url(envelope.iv), utf8(envelope.protected)];
	const [ciphertext, tag] = [fromBase64url(envelope.ciphertext), fromBase64url(envelope.tag)];
	const whole = new Uint8Array(ciphertext.length + tag.length);
	whole.set(ciphertext);
	whole.set(tag, ciphertext.length);
	try {
		const algorithm = { name: 'AES-GCM', iv, additionalData };
		return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, whole));
	} catch {
		throw new Refusal('decrypt-failed');
	}
}

/**
 * What was sealed in `envelope`, and to whom: outer header, then the content key. `besides` are thumbprints that are no
 * reader's of the directory and rightly there: a child's reply key.
 */
export async function unsealed(
	{ envelope, outer }: { readonly envelope: Envelope; readonly outer: OuterHeader },
	directory: VerifiedDirectory,
	reader: Pick<ReaderKeys, 'enc'>,
	besides: ReadonlySet<string> = new Set()
): Promise<{ readonly text: string; readonly kids: readonly string[] }> {
	const kids = envelope.recipients.map(({ header }) => header.kid);
	demand(outer.rset === (await readerSetHash(kids)), 'wrong-rset');
	for (const kid of kids) demand(directory.readers.has(kid) || besides.has(kid), 'unknown-reader');
	const mine = envelope.recipients.find(({ header }) => header.kid === reader.enc.thumbprint);
	demand(mine !== undefined, 'not-a-reader');
	const contentKey = await unwrapContentKey(mine, reader.enc.privateKey);
	demand((await keyCommitment(contentKey)) === outer.kc, 'wrong-kc');
	const text = unpad(await decrypted(envelope, contentKey));
	contentKey.fill(0);
	return { text, kids };
}
