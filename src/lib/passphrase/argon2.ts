/**
 * The stretching itself: Argon2id (RFC 9106) at the one cost this product uses. Runs wherever it is called, which in a
 * browser is the worker beside it and nowhere else; in Node.js (tools, tests) the calling thread.
 */
import { argon2id } from 'hash-wasm';
import type { Bytes } from '../base/bytes.ts';

/** The cost (threat model): 64 MiB, three passes, one lane. A change of it is a new format. */
export const cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const;

/** `length` bytes from `password` and `salt` (at least 8 bytes, else it throws). The same in every engine. */
export async function argon2(password: Bytes, salt: Bytes, length: number): Promise<Bytes> {
	const bytes = await argon2id({
		password,
		salt,
		memorySize: cost.memoryKiB,
		iterations: cost.passes,
		parallelism: cost.lanes,
		hashLength: length,
		outputType: 'binary'
	});
	return new Uint8Array(bytes);
}
