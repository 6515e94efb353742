/** The log's Merkle tree (RFC 9162 §2.1): the leaf of an envelope, and the check that it stands where a proof says. */
import { fromBase64url, joinBytes, sameBytes, sha256 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import type { InclusionProof } from './wire.ts';

const leafMark = new Uint8Array([0]);
const nodeMark = new Uint8Array([1]);

/** The leaf of an envelope: SHA-256(0x00 ‖ salt ‖ envelope hash); both base64url. */
export const leafHash = (salt: string, envelopeHash: string): Promise<Bytes> =>
	sha256(joinBytes(leafMark, fromBase64url(salt), fromBase64url(envelopeHash)));

/** The node over two others: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Bytes> =>
	sha256(joinBytes(nodeMark, left, right));

/** Whether `leaf` stands at the proof's index in the tree of its size and root. Source: RFC 9162 §2.1.3.2. */
export async function verifyInclusion(proof: InclusionProof, leaf: Bytes): Promise<boolean> {
	if (proof.index >= proof.size) return false;
	// Plain numbers and division: sizes may pass 2^31, where JavaScript's shifts wrap.
	let [at, last] = [proof.index, proof.size - 1];
	const half = (number: number): number => Math.floor(number / 2);
	let node = leaf;
	for (const step of proof.path.map(fromBase64url)) {
		if (last === 0) return false;
		if (at % 2 === 1 || at === last) {
			node = await nodeHash(step, node);
			while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
		} else node = await nodeHash(node, step);
		[at, last] = [half(at), half(last)];
	}
	return last === 0 && sameBytes(node, fromBase64url(proof.root));
}
