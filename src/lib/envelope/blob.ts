/**
 * Blobs (voice, picture): sealed in chunks of 1 MiB, each stored under the hash of what is stored. One key per blob,
 * A256GCM, IV = 64-bit random prefix ‖ 32-bit counter, AAD `vv1|vid|blob|chunk|last`; stored: IV ‖ ciphertext ‖ tag.
 */
import { joinBytes, sameBytes, toBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { newId } from '../base/ids.ts';
import type { ViewId } from '../base/ids.ts';
import { hashOf } from './hash.ts';
import { checkedAsync, demand, Refusal } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asBytes } from './shape.ts';
import { chunkSize } from './view.ts';
import type { SignedBlob } from './view.ts';
import { limits } from './wire.ts';

/** One chunk as it is stored. */
export interface SealedChunk {
	readonly hash: string;
	readonly octets: Bytes;
}

/** What is sealed: a `Blob`, or anything else that is read a stretch at a time, forwards. */
export interface Content {
	readonly size: number;
	slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How a blob is sealed. */
export interface Sealing {
	readonly vid: ViewId;
	readonly media: string;
	/** The blob's id; made where absent. One id may be sealed again for other views: under a key of its own. */
	readonly id?: string;
}

const least = 16 * 1024;

/** The size to which the last chunk is padded with zeros: 16 KiB doubled until it fits, at most a whole chunk. */
const stepOf = (bytes: number): number => {
	let step = least;
	while (step < bytes) step *= 2;
	return step;
};

const ivOf = (prefix: Uint8Array, chunk: number): Bytes => {
	const iv = joinBytes(prefix, new Uint8Array(4));
	new DataView(iv.buffer).setUint32(8, chunk);
	return iv;
};

const parameters = (vid: ViewId, blob: string, chunk: number, last: boolean, iv: Bytes) => ({
	name: 'AES-GCM',
	iv,
	additionalData: utf8(`vv1|${vid}|${blob}|${chunk}|${last ? 1 : 0}`)
});

/** `clear` with zeros behind it up to `length`. */
function padded(clear: Bytes, length: number): Bytes {
	if (clear.length === length) return clear;
	const plain = new Uint8Array(length);
	plain.set(clear);
	return plain;
}

const hashed = async (octets: Bytes): Promise<SealedChunk> => ({ hash: await hashOf(octets), octets });

/**
 * Seals `content` chunk by chunk, handing them to `store` in order, one at a time; works in a worker as well.
 * Returns what the signed views keep: id, key, hashes. Throws RangeError for an empty or endless blob.
 */
export async function sealBlob(
	content: Content,
	{ vid, media, id = newId<string>() }: Sealing,
	store: (chunk: SealedChunk) => Promise<void>
): Promise<SignedBlob> {
	const count = Math.ceil(content.size / chunkSize);
	if (count < 1 || count > limits.blobs) throw new RangeError('Nothing to seal, or too much');
	const keyBytes = crypto.getRandomValues(new Uint8Array(32));
	const key = await crypto.subtle.importKey('raw', keyBytes, 'AES-GCM', false, ['encrypt']);
	const prefix = crypto.getRandomValues(new Uint8Array(8));
	const chunks: string[] = [];
	// While one chunk is hashed and stored, the next is read and encrypted; never more than those two.
	let before = Promise.resolve();
	for (let at = 0; at < count; at++) {
		const last = at === count - 1;
		const clear = new Uint8Array(await content.slice(at * chunkSize, (at + 1) * chunkSize).arrayBuffer());
		const iv = ivOf(prefix, at);
		const sealed = await crypto.subtle.encrypt(
			parameters(vid, id, at, last, iv),
			key,
			padded(clear, last ? stepOf(clear.length) : chunkSize)
		);
		const made = hashed(joinBytes(iv, new Uint8Array(sealed)));
		await before;
		before = made.then((chunk) => {
			chunks.push(chunk.hash);
			return store(chunk);
		});
		// Whoever waits for it next hears of it; until then it is nobody's failure.
		before.catch(() => undefined);
	}
	await before;
	return { id, key: toBase64url(keyBytes), chunks, bytes: content.size, media };
}

async function chunkOpened(
	octets: Bytes,
	expected: { readonly hash: string; readonly iv: Bytes | null; readonly at: number },
	decrypt: (iv: Bytes, sealed: Bytes) => Promise<ArrayBuffer>
): Promise<{ readonly iv: Bytes; readonly plain: Bytes }> {
	demand((await hashOf(octets)) === expected.hash, 'blob-hash');
	const iv = octets.slice(0, 12);
	const due = expected.iv ?? ivOf(iv.subarray(0, 8), expected.at);
	demand(sameBytes(iv, due), 'blob-failed', 'Not the counter of its place');
	try {
		return { iv, plain: new Uint8Array(await decrypt(iv, octets.slice(12))) };
	} catch {
		throw new Refusal('blob-failed');
	}
}

/**
 * The clear bytes of a blob of opened views `vid`, fetched chunk by chunk. Refuses `blob-hash` where a chunk is not the
 * one signed for, `blob-failed` where it does not open in its place. What `fetchChunk` throws passes through. `opened` hears
 * after each chunk how many bytes have been checked and opened.
 */
export const openBlob = (
	blob: SignedBlob,
	vid: ViewId,
	fetchChunk: (hash: string) => Promise<Bytes>,
	opened: (bytes: number) => void = () => undefined
): Promise<Checked<Blob>> =>
	checkedAsync(async () => {
		const key = await crypto.subtle.importKey('raw', asBytes(blob.key, 'blob: key', 32), 'AES-GCM', false, [
			'decrypt'
		]);
		const parts: Bytes[] = [];
		let prefix: Bytes | null = null;
		for (const [at, hash] of blob.chunks.entries()) {
			const last = at === blob.chunks.length - 1;
			const expected = { hash, iv: prefix && ivOf(prefix, at), at };
			const { iv, plain } = await chunkOpened(await fetchChunk(hash), expected, (iv, sealed) =>
				crypto.subtle.decrypt(parameters(vid, blob.id, at, last, iv), key, sealed)
			);
			prefix ??= iv.slice(0, 8);
			const left = blob.bytes - at * chunkSize;
			demand(plain.length === (last ? stepOf(left) : chunkSize), 'blob-failed', 'Not the size of a step');
			parts.push(last ? plain.slice(0, left) : plain);
			opened(Math.min(blob.bytes, (at + 1) * chunkSize));
		}
		return new Blob(parts, { type: blob.media });
	});
