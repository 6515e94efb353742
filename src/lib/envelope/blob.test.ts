import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Bytes } from '../base/bytes.ts';
import { fromBase64url, joinBytes, toBase64url, utf8 } from '../base/bytes.ts';
import { newId } from '../base/ids.ts';
import type { ViewId } from '../base/ids.ts';
import { openBlob, sealBlob } from './blob.ts';
import { hashOf } from './hash.ts';
import { chunkSize } from './view.ts';

// Many rounds: patient, for machines that are busy with something else.
vi.setConfig({ testTimeout: 120_000 });

const vid = newId<ViewId>();
const media = 'audio/webm;codecs=opus';
const noise = Uint8Array.from({ length: 2 * chunkSize + 5 }, (_, at) => (at * 31 + (at >> 8)) & 255);
const content = (size: number): Bytes => noise.slice(0, size);

async function sealed(size: number) {
	const stored = new Map<string, Bytes>();
	const blob = await sealBlob(new Blob([content(size)]), { vid, media }, ({ hash, octets }) => {
		stored.set(hash, octets);
		return Promise.resolve();
	});
	const fetchChunk = (hash: string): Promise<Bytes> => Promise.resolve(stored.get(hash) ?? new Uint8Array());
	return { blob, stored, fetchChunk };
}

test.each([1, 16 * 1024, 16 * 1024 + 1, chunkSize - 1, chunkSize, chunkSize + 1, 2 * chunkSize])(
	'%i bytes come back whole, with their media type',
	async (size) => {
		const { blob, fetchChunk } = await sealed(size);
		expect(blob).toMatchObject({ bytes: size, media });
		const opened = await openBlob(blob, vid, fetchChunk);
		if (!opened.ok) throw new Error(opened.reason);
		expect(opened.value.type).toBe(media);
		const bytes = new Uint8Array(await opened.value.arrayBuffer());
		expect(Buffer.compare(bytes, content(size))).toBe(0);
	}
);

test('what is stored tells only steps, and stands under its own hash', async () => {
	const lengths = new Set<number>();
	for (const size of [1, 5000, 16 * 1024]) {
		const { stored } = await sealed(size);
		for (const [hash, octets] of stored) {
			lengths.add(octets.length);
			expect(await hashOf(octets)).toBe(hash);
		}
	}
	expect([...lengths]).toEqual([12 + 16 * 1024 + 16]);
});

test('one bit anywhere in a chunk: blob-hash', async () => {
	const { blob, stored } = await sealed(100);
	const [octets = new Uint8Array()] = stored.values();
	await fc.assert(
		fc.asyncProperty(fc.nat({ max: octets.length * 8 - 1 }), async (bit) => {
			const bitten = octets.slice();
			bitten[bit >> 3] = (bitten[bit >> 3] as number) ^ (1 << (bit & 7));
			const opened = await openBlob(blob, vid, () => Promise.resolve(bitten));
			expect(opened).toMatchObject({ ok: false, reason: 'blob-hash' });
		}),
		{ numRuns: 50 }
	);
});

test('chunks in another place, of other views, cut short, or under another key: blob-failed', async () => {
	const { blob, fetchChunk } = await sealed(2 * chunkSize + 5);
	const [a, b, c] = blob.chunks as [string, string, string];
	const failing = [
		openBlob({ ...blob, chunks: [b, a, c] }, vid, fetchChunk),
		openBlob({ ...blob, chunks: [a, b], bytes: 2 * chunkSize }, vid, fetchChunk),
		openBlob({ ...blob, chunks: [a, a, c] }, vid, fetchChunk),
		openBlob(blob, newId<ViewId>(), fetchChunk),
		openBlob({ ...blob, id: newId() }, vid, fetchChunk),
		openBlob({ ...blob, key: toBase64url(new Uint8Array(32)) }, vid, fetchChunk),
		openBlob({ ...blob, bytes: 2 * chunkSize + 20000 }, vid, fetchChunk)
	];
	for (const opened of await Promise.all(failing)) expect(opened).toMatchObject({ reason: 'blob-failed' });
});

test('each blob has its own key and prefix; each chunk its own counter', async () => {
	const [one, two] = [await sealed(chunkSize + 1), await sealed(chunkSize + 1)];
	expect(one.blob.key).not.toBe(two.blob.key);
	expect(fromBase64url(one.blob.key)).toHaveLength(32);
	const ivs = [...one.stored.values(), ...two.stored.values()].map((octets) =>
		[...octets.subarray(0, 12)].join()
	);
	expect(new Set(ivs).size).toBe(4);
});

test('a chunk whose counter is another than its place is refused, although all else fits', async () => {
	const { blob, stored } = await sealed(1);
	const [octets = new Uint8Array()] = stored.values();
	const key = await crypto.subtle.importKey('raw', fromBase64url(blob.key), 'AES-GCM', false, ['encrypt']);
	const iv = octets.slice(0, 12);
	iv[11] = 7;
	const additionalData = utf8(`vv1|${vid}|${blob.id}|0|1`);
	const plain = new Uint8Array(16 * 1024);
	const again = joinBytes(
		iv,
		new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain))
	);
	const opened = await openBlob({ ...blob, chunks: [await hashOf(again)] }, vid, () =>
		Promise.resolve(again)
	);
	expect(opened).toMatchObject({ ok: false, reason: 'blob-failed' });
});

test('a key that is none is refused', async () => {
	const { blob, fetchChunk } = await sealed(1);
	const opened = await openBlob({ ...blob, key: 'AAAA' }, vid, fetchChunk);
	expect(opened).toMatchObject({ ok: false, reason: 'not-base64url' });
});

test('nothing at all is not sealed', async () => {
	await expect(sealed(0)).rejects.toThrow(RangeError);
});

test('what goes wrong on the way is not taken for a refusal', async () => {
	const { blob } = await sealed(1);
	await expect(openBlob(blob, vid, () => Promise.reject(new Error('no signal')))).rejects.toThrow(
		'no signal'
	);
});
