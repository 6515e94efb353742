/**
 * Where scanning stands, and what a move and a choice do to it: into a set, out of it again after three rounds, and to rest after
 * three rounds of everything. Pure: knows no time, no page and no key.
 */
import type { Node } from './tree.ts';

/** Rounds of a set before it is left, and of everything before scanning rests. */
export const rounds = 3;

/** Where it stands. `path`: a place in each set, from the outermost; null: it rests, and any press begins again. */
export interface Scan {
	readonly path: readonly number[] | null;
	/** Rounds of the innermost set so far. */
	readonly round: number;
}

/** At the first of everything. */
export const beginning: Scan = { path: [0], round: 0 };

/** Resting: nothing lights up. */
export const resting: Scan = { path: null, round: 0 };

function siblings<T>(tree: readonly Node<T>[], path: readonly number[]): readonly Node<T>[] {
	let nodes = tree;
	for (const place of path.slice(0, -1)) {
		const node = nodes[place];
		if (!node || 'leaf' in node) return [];
		nodes = node.set;
	}
	return nodes;
}

/** What is lit; null where it rests, or where the page has changed under it. */
export function lit<T>(tree: readonly Node<T>[], { path }: Scan): Node<T> | null {
	const place = path?.at(-1);
	return path && place !== undefined ? (siblings(tree, path)[place] ?? null) : null;
}

/** On to the next of the set. */
export function moved<T>(tree: readonly Node<T>[], scan: Scan): Scan {
	const { path, round } = scan;
	if (!path) return scan;
	const outer = path.slice(0, -1);
	const next = (path.at(-1) ?? 0) + 1;
	if (next < siblings(tree, path).length) return { path: [...outer, next], round };
	if (round + 1 < rounds) return { path: [...outer, 0], round: round + 1 };
	return outer.length > 0 ? { path: outer, round: 0 } : resting;
}

/** What a choice does: something is pressed, or a set is gone into, or scanning begins again. */
export interface Chosen<T> {
	readonly scan: Scan;
	readonly press: T | null;
}

/** Chooses what is lit. After a press it goes on in the same set, for there may be more to choose there. */
export function chosen<T>(tree: readonly Node<T>[], scan: Scan): Chosen<T> {
	const node = lit(tree, scan);
	if (!scan.path || !node) return { scan: beginning, press: null };
	if ('leaf' in node) return { scan: { path: scan.path, round: 0 }, press: node.leaf };
	return { scan: { path: [...scan.path, 0], round: 0 }, press: null };
}
