/**
 * The Merkle tree of RFC 9162 §2.1, grown leaf by leaf: hashes, the frontier (the roots of the complete subtrees that a
 * size falls into), the tree head, inclusion proofs. Pure: where nodes are kept is the caller's matter.
 */
import { createHash } from 'node:crypto';

/** A SHA-256 hash, base64url. */
export type Hash = string;

/** One complete subtree's root: leaf `position` × 2^`level` and the 2^`level` − 1 after it. */
export interface TreeNode {
	readonly level: number;
	readonly position: number;
	readonly hash: Hash;
}

const hashOf = (...parts: readonly (Uint8Array | string)[]): Hash => {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(typeof part === 'string' ? Buffer.from(part, 'base64url') : part);
	return hash.digest('base64url');
};

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

/** The root of a tree without leaves (RFC 9162 §2.1.1). */
export const emptyRoot: Hash = hashOf();

/** The leaf of one envelope: SHA-256(0x00 ‖ salt ‖ envelope hash). */
export const leafHash = (salt: Hash, envelopeHash: Hash): Hash => hashOf(leafMark, salt, envelopeHash);

/** An inner node: SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: Hash, right: Hash): Hash => hashOf(nodeMark, left, right);

/** The tree head of the leaves whose complete subtrees are `frontier`, largest first. */
export const rootOf = (frontier: readonly Hash[]): Hash =>
	frontier.length === 0 ? emptyRoot : frontier.reduceRight((right, left) => nodeHash(left, right));

/**
 * Appends `leaves` to the tree of `size` leaves with `frontier`. Gives the new frontier and the nodes that became
 * complete, the leaves among them: about two a leaf.
 */
export function grow(size: number, frontier: readonly Hash[], leaves: readonly Hash[]) {
	const roots = [...frontier];
	const complete: TreeNode[] = [];
	let grown = size;
	for (const leaf of leaves) {
		complete.push({ level: 0, position: grown, hash: leaf });
		roots.push(leaf);
		grown += 1;
		// Each trailing zero of the new size is one pair of equal subtrees that closes.
		for (let level = 1; grown % 2 ** level === 0; level += 1) {
			const right = roots.pop() as Hash;
			const left = roots.pop() as Hash;
			const hash = nodeHash(left, right);
			roots.push(hash);
			complete.push({ level, position: grown / 2 ** level - 1, hash });
		}
	}
	return { size: grown, frontier: roots, complete };
}

/** The complete subtrees that the range of leaves [from, to) splits into, from left to right (`from` a multiple of the largest). */
function subtrees(from: number, to: number): { level: number; position: number }[] {
	const found: { level: number; position: number }[] = [];
	for (let at = from; at < to;) {
		let level = 0;
		while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
		found.push({ level, position: at / 2 ** level });
		at += 2 ** level;
	}
	return found;
}

/** The splits of RFC 9162 §2.1.3.1, deepest first: for each sibling on the path, the leaves that it covers. */
function siblings(index: number, size: number): (readonly [number, number])[] {
	const path: (readonly [number, number])[] = [];
	let [from, to] = [0, size];
	while (to - from > 1) {
		const split = from + 2 ** Math.ceil(Math.log2(to - from) - 1);
		if (index < split) {
			path.unshift([split, to]);
			to = split;
		} else {
			path.unshift([from, split]);
			from = split;
		}
	}
	return path;
}

/** The nodes that `inclusionPath` will ask for. */
export const nodesForPath = (index: number, size: number) =>
	siblings(index, size).flatMap(([from, to]) => subtrees(from, to));

/**
 * The inclusion proof of leaf `index` in the tree of `size` leaves (RFC 9162 §2.1.3), out of the nodes `nodesForPath`
 * named. Throws RangeError for an index outside the tree or a node that is missing.
 */
export function inclusionPath(
	index: number,
	size: number,
	nodes: ReadonlyMap<string, Hash>
): readonly Hash[] {
	if (!(Number.isInteger(index) && index >= 0 && index < size)) throw new RangeError('No such leaf');
	return siblings(index, size).map(([from, to]) =>
		rootOf(
			subtrees(from, to).map(({ level, position }) => {
				const hash = nodes.get(`${level}/${position}`);
				if (hash === undefined) throw new RangeError('A node of the log is missing');
				return hash;
			})
		)
	);
}

/** The root that `path` leads to from leaf `leaf` at `index` of `size`, or null where it cannot fit (RFC 9162 §2.1.3.2). */
export function rootFromPath(leaf: Hash, index: number, size: number, path: readonly Hash[]): Hash | null {
	const splits = index < size ? siblings(index, size) : null;
	if (splits === null || splits.length !== path.length) return null;
	return path.reduce(
		(hash, sibling, at) =>
			(splits[at]?.[0] ?? 0) > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash),
		leaf
	);
}
