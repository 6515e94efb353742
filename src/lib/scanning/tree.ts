/**
 * What is scanned, as a tree: every set has nine members at most (docs/accessibility.md, "Switches"), and a set of one is that one.
 * Pure.
 */

/** Something to press, or a set of such. */
export type Node<T> = { readonly leaf: T } | { readonly set: readonly Node<T>[] };

/** The most members of a set: more are not held in mind. */
export const mostInSet = 9;

/** `nodes` in as few sets of nearly the same size as hold nine at most each. */
function parted<T>(nodes: readonly Node<T>[]): readonly Node<T>[] {
	if (nodes.length <= mostInSet) return nodes;
	const sets = Math.min(mostInSet, Math.ceil(nodes.length / mostInSet));
	const size = Math.ceil(nodes.length / sets);
	const parts = Array.from({ length: sets }, (_, at) => nodes.slice(at * size, (at + 1) * size));
	return parts.filter((part) => part.length > 0).map((part) => asSet(parted(part)));
}

const asSet = <T>(nodes: readonly Node<T>[]): Node<T> =>
	nodes.length === 1 ? (nodes[0] as Node<T>) : { set: nodes };

/** The tree of `groups`: what belongs together is a set. Empty where there is nothing. */
export const treeOf = <T>(groups: readonly (readonly T[])[]): readonly Node<T>[] =>
	parted(
		groups
			.filter((group) => group.length > 0)
			.map((group) => asSet(parted(group.map((leaf): Node<T> => ({ leaf })))))
	);

/** Everything to press in `node`. */
export const leavesOf = <T>(node: Node<T>): readonly T[] =>
	'leaf' in node ? [node.leaf] : node.set.flatMap(leavesOf);
