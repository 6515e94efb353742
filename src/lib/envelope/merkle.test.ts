import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { toBase64url } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { leafHash, nodeHash, verifyInclusion } from './merkle.ts';

// Many rounds: patient, for machines that are busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const leaf = (at: number): Promise<Bytes> =>
	leafHash(toBase64url(new Uint8Array(16).fill(at)), toBase64url(new Uint8Array(32).fill(at)));

/** The largest power of two below `size`. */
const split = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** MTH of RFC 9162 §2.1.1, by its definition. */
async function rootOf(leaves: readonly Bytes[]): Promise<Bytes> {
	if (leaves.length === 1) return leaves[0] as Bytes;
	const at = split(leaves.length);
	return nodeHash(await rootOf(leaves.slice(0, at)), await rootOf(leaves.slice(at)));
}

/** PATH of RFC 9162 §2.1.3.1, by its definition. */
async function pathOf(index: number, leaves: readonly Bytes[]): Promise<Bytes[]> {
	if (leaves.length === 1) return [];
	const at = split(leaves.length);
	return index < at
		? [...(await pathOf(index, leaves.slice(0, at))), await rootOf(leaves.slice(at))]
		: [...(await pathOf(index - at, leaves.slice(at))), await rootOf(leaves.slice(0, at))];
}

test('every leaf of every tree up to 20 is found in its place and in no other', async () => {
	const all = await Promise.all(Array.from({ length: 20 }, (_, at) => leaf(at)));
	for (let size = 1; size <= 20; size++) {
		const leaves = all.slice(0, size);
		const root = toBase64url(await rootOf(leaves));
		for (let index = 0; index < size; index++) {
			const path = (await pathOf(index, leaves)).map(toBase64url);
			const found = await Promise.all(leaves.map((it) => verifyInclusion({ index, size, path, root }, it)));
			expect(found.map((held, at) => (held ? at : -1)).filter((at) => at >= 0)).toEqual([index]);
			const elsewhere = { index: (index + 1) % size, size, path, root };
			if (size > 1) expect(await verifyInclusion(elsewhere, leaves[index] as Bytes)).toBe(false);
		}
	}
});

test('a path cut, drawn out or changed is refused', async () => {
	const leaves = await Promise.all([0, 1, 2, 3, 4, 5, 6].map(leaf));
	const root = toBase64url(await rootOf(leaves));
	const path = (await pathOf(5, leaves)).map(toBase64url);
	const proof = { index: 5, size: 7, path, root };
	const five = leaves[5] as Bytes;
	expect(await verifyInclusion(proof, five)).toBe(true);
	expect(await verifyInclusion({ ...proof, path: path.slice(1) }, five)).toBe(false);
	expect(await verifyInclusion({ ...proof, path: [...path, root] }, five)).toBe(false);
	expect(await verifyInclusion({ ...proof, path: [...path].reverse() }, five)).toBe(false);
	expect(await verifyInclusion({ ...proof, index: 7 }, five)).toBe(false);
	expect(await verifyInclusion({ ...proof, root: path[0] as string }, five)).toBe(false);
});

test('places beyond 2^31 are found, where shifts of 32 bits would wrap', async () => {
	const place = fc.bigInt({ min: 2n ** 31n, max: 2n ** 52n });
	await fc.assert(
		fc.asyncProperty(place, fc.bigInt({ min: 1n, max: 1000n }), async (index, more) => {
			// From the root down, by the definition: on which side of each split the leaf lies.
			const sides: boolean[] = [];
			let [at, size] = [index, index + more];
			while (size > 1n) {
				let left = 1n;
				while (left * 2n < size) left *= 2n;
				sides.push(at >= left);
				[at, size] = at >= left ? [at - left, size - left] : [at, left];
			}
			const other = await leaf(1);
			let node = await leaf(0);
			for (const right of sides.reverse())
				node = await (right ? nodeHash(other, node) : nodeHash(node, other));
			const path = sides.map(() => toBase64url(other));
			const proof = { index: Number(index), size: Number(index + more), path, root: toBase64url(node) };
			expect(await verifyInclusion(proof, await leaf(0))).toBe(true);
		}),
		{ numRuns: 20 }
	);
});
