import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginning, chosen, lit, moved, resting, rounds, type Scan } from './scan.ts';
import { leavesOf, mostInSet, treeOf, type Node } from './tree.ts';

const groups = fc.array(fc.array(fc.nat(), { maxLength: 40 }), { maxLength: 30 });

const sizes = (nodes: readonly Node<unknown>[]): readonly number[] => [
	nodes.length,
	...nodes.flatMap((node) => ('set' in node ? sizes(node.set) : []))
];

/** Chooses the leaf called `wanted` as somebody does who sees only what is lit; how many moves and choices it took. */
function reach(tree: readonly Node<number>[], wanted: number): number {
	let scan: Scan = beginning;
	for (let acts = 1; acts < 1000; acts++) {
		const node = lit(tree, scan);
		if (!node) throw new Error('Nothing is lit');
		if (!leavesOf(node).includes(wanted)) scan = moved(tree, scan);
		else {
			const { scan: next, press } = chosen(tree, scan);
			if (press !== null) return press === wanted ? acts : -1;
			scan = next;
		}
	}
	throw new Error('Never reached');
}

describe('scanning', () => {
	it('has nine in a set at most, loses nothing, keeps the order, and has no set of one', () => {
		fc.assert(
			fc.property(groups, (given) => {
				const tree = treeOf(given);
				expect(tree.flatMap(leavesOf)).toEqual(given.flat());
				for (const size of sizes(tree)) expect(size).toBeLessThanOrEqual(mostInSet);
				for (const node of tree) if ('set' in node) expect(node.set.length).toBeGreaterThan(1);
			})
		);
	});

	it('reaches everything, by what is lit alone', () => {
		fc.assert(
			fc.property(groups, (given) => {
				let name = 0;
				const tree = treeOf(given.map((group) => group.map(() => name++)));
				for (let wanted = 0; wanted < name; wanted++) expect(reach(tree, wanted)).toBeGreaterThan(0);
			}),
			{ numRuns: 30 }
		);
	});

	it('leaves a set after three rounds, rests after three of everything, and begins again with a press', () => {
		const tree = treeOf([['leave'], ['yes', 'no']]);
		let scan = moved(tree, beginning);
		expect(lit(tree, scan)).toEqual({ set: [{ leaf: 'yes' }, { leaf: 'no' }] });
		({ scan } = chosen(tree, scan));
		expect(lit(tree, scan)).toEqual({ leaf: 'yes' });
		for (let at = 0; at < 2 * rounds; at++) scan = moved(tree, scan);
		expect(scan.path).toEqual([1]);
		for (let at = 0; at < 2 * rounds - 1; at++) scan = moved(tree, scan);
		expect(scan).toEqual(resting);
		expect(moved(tree, scan)).toEqual(resting);
		expect(chosen(tree, scan)).toEqual({ scan: beginning, press: null });
	});

	it('goes on in the same set after a press, and begins again where the page has changed under it', () => {
		const tree = treeOf([['a', 'b', 'c'], ['d']]);
		const inside = chosen(tree, beginning).scan;
		const { scan, press } = chosen(tree, moved(tree, inside));
		expect(press).toBe('b');
		expect(lit(tree, scan)).toEqual({ leaf: 'b' });
		expect(chosen(treeOf([['x']]), { path: [4, 2], round: 0 })).toEqual({ scan: beginning, press: null });
	});
});
