import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBucketStore, type BucketStore } from '../../../../tests/fixtures/bucket-store.ts';
import { readSettings } from '../settings.ts';
import { bucketPlace, type Bucket } from './bucket.ts';
import { diskPlace } from './disk.ts';
import type { BlobPlace } from './place.ts';

const blob = (length: number) => {
	const bytes = new Uint8Array(randomBytes(length));
	return { bytes, hash: createHash('sha256').update(bytes).digest('base64url') };
};

const folder = mkdtempSync(join(tmpdir(), 'my-say-place-'));
let store: BucketStore;
let bucket: Bucket;
beforeAll(async () => {
	store = await startBucketStore();
	for (const [name, value] of Object.entries(store.environment)) vi.stubEnv(name, value);
	bucket = readSettings(store.environment).bucket as Bucket;
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

describe.each<[string, () => Promise<BlobPlace>]>([
	['a folder', () => diskPlace(folder)],
	['a bucket', () => bucketPlace(bucket)]
])('%s', (_name, open) => {
	it('gives back what it was given, under its hash, to whoever opens it next', async () => {
		const all = [1, 16_412, 1024 * 1024 + 28].map(blob);
		const place = await open();
		for (const { hash, bytes } of all) await place.put(hash, bytes);
		const next = await open();
		for (const { hash, bytes } of all) {
			const found = await next.get(hash);
			expect(found.bytes).toBe(bytes.length);
			expect((await buffer(found.octets)).equals(bytes)).toBe(true);
		}
	});

	it('takes the same twenty times at once', async () => {
		const { hash, bytes } = blob(200_000);
		const place = await open();
		await Promise.all(Array.from({ length: 20 }, () => place.put(hash, bytes)));
		expect((await buffer((await place.get(hash)).octets)).equals(bytes)).toBe(true);
	});

	it('says that what was never put is missing', async () => {
		await expect((await open()).get(blob(1).hash)).rejects.toMatchObject({ reason: 'missing' });
	});
});

it('a folder loses what a stopped server left half-written, and nothing else', async () => {
	const { hash, bytes } = blob(1000);
	await (await diskPlace(folder)).put(hash, bytes);
	writeFileSync(join(folder, 'incoming', 'half'), 'half');
	const found = await (await diskPlace(folder)).get(hash);
	expect((await buffer(found.octets)).equals(bytes)).toBe(true);
	expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

it('a bucket that is full, cut off or silent says so, keeps nothing half-written, and goes on when it can', async () => {
	const { hash, bytes } = blob(500_000);
	const place = await bucketPlace(bucket);
	const before = store.objects();
	for (const [fault, reason] of [
		['full', 'disk-full'],
		['cut', 'unknown'],
		['silent', 'unknown']
	] as const) {
		store.fault = fault;
		await expect(place.put(hash, bytes)).rejects.toMatchObject({ reason });
		expect(store.objects()).toEqual(before);
	}
	store.fault = 'none';
	await place.put(hash, bytes);
	expect((await buffer((await place.get(hash)).octets)).equals(bytes)).toBe(true);
});

it('a bucket that is not there is named before anything is served', async () => {
	await expect(bucketPlace({ ...bucket, name: 'nobodys' })).rejects.toThrow(/nobodys.*BLOBS_BUCKET/);
});
