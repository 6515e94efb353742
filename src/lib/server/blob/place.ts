/** Where the octets of blobs lie: a folder, or a bucket of any store that speaks S3. Both keep the same contract. */
import type { Readable } from 'node:stream';

/** One place of octets. Every name is the SHA-256 of what lies under it, base64url. */
export interface BlobPlace {
	/**
	 * Puts `bytes` under `hash`. Resolves once they outlive a power cut there; the same again is harmless, and nothing
	 * half-written is ever found under a hash. Refuses `disk-full`, and `unknown` where it is not certain.
	 */
	put(hash: string, bytes: Uint8Array): Promise<void>;
	/** What lies under `hash`: its length, and its octets to be read once. Refuses `missing`. */
	get(hash: string): Promise<{ readonly bytes: number; readonly octets: Readable }>;
}

/** The name of `hash` at a place: hexadecimal, for those that do not tell `A` from `a`, and in 256 parts, so that none grows too long. */
export function nameOf(hash: string): readonly [part: string, name: string] {
	const name = Buffer.from(hash, 'base64url').toString('hex');
	return [name.slice(0, 2), name];
}
