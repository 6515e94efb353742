import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	emptyRoot,
	grow,
	inclusionPath,
	leafHash,
	nodeHash,
	nodesForPath,
	rootFromPath,
	rootOf
} from './merkle.ts';

/** RFC 9162 §2.1.1 word for word, as the yardstick. */
function definition(leaves: readonly string[]): string {
	if (leaves.length === 0) return createHash('sha256').digest('base64url');
	if (leaves.length === 1) return leaves[0] ?? '';
	let k = 1;
	while (k * 2 < leaves.length) k *= 2;
	return nodeHash(definition(leaves.slice(0, k)), definition(leaves.slice(k)));
}

const leaf = (n: number) =>
	leafHash(Buffer.alloc(16, n).toString('base64url'), Buffer.alloc(32, n).toString('base64url'));

describe('the Merkle log', () => {
	it('hashes a leaf with its mark, salt and envelope', () => {
		const wanted = createHash('sha256')
			.update(Buffer.from([0, 1, 2, 3]))
			.digest('base64url');
		expect(leafHash('AQ', 'AgM')).toBe(wanted);
		expect(emptyRoot).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
	});

	it('grown in any steps has the root that the definition gives, and proofs that lead to it', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), (steps) => {
				let tree: { size: number; frontier: readonly string[] } = { size: 0, frontier: [] };
				const nodes = new Map<string, string>();
				const all: string[] = [];
				for (const step of steps) {
					const leaves = Array.from({ length: step }, (_, at) => leaf(all.length + at));
					const grown = grow(tree.size, tree.frontier, leaves);
					for (const { level, position, hash } of grown.complete) nodes.set(`${level}/${position}`, hash);
					all.push(...leaves);
					tree = grown;
					expect(rootOf(tree.frontier)).toBe(definition(all));
				}
				expect(tree.size).toBe(all.length);
				for (let index = 0; index < all.length; index += 1) {
					const path = inclusionPath(index, all.length, nodes);
					expect(rootFromPath(all[index] ?? '', index, all.length, path)).toBe(definition(all));
					expect(rootFromPath(leaf(255), index, all.length, path)).not.toBe(definition(all));
					for (const { level, position } of nodesForPath(index, all.length))
						expect(nodes.has(`${level}/${position}`)).toBe(true);
				}
			})
		);
	});

	it('proves an old leaf in an older, smaller tree', () => {
		const { complete } = grow(
			0,
			[],
			Array.from({ length: 11 }, (_, at) => leaf(at))
		);
		const nodes = new Map(complete.map((node) => [`${node.level}/${node.position}`, node.hash]));
		const seven = Array.from({ length: 7 }, (_, at) => leaf(at));
		expect(rootFromPath(leaf(3), 3, 7, inclusionPath(3, 7, nodes))).toBe(definition(seven));
	});

	it('knows no leaf outside the tree', () => {
		expect(() => inclusionPath(3, 3, new Map())).toThrow(RangeError);
		expect(rootFromPath(leaf(0), 5, 3, [])).toBeNull();
	});
});
