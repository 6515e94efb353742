/**
 * Stretching what people can remember into keys: Argon2id, off the page's thread in a browser. The sole owner of hash-wasm.
 */
import { utf8, type Bytes } from '../base/bytes.ts';

/** What the worker is asked. */
export interface StretchAsked {
	readonly password: Bytes;
	readonly salt: Bytes;
	readonly length: number;
}

/** What it answers: null where it could not (no memory). */
export interface StretchDone {
	readonly bytes: Bytes | null;
}

/**
 * `length` bytes from `passphrase` and `salt` (8 bytes or more). Spellings that look alike count as the same (NFKC), so
 * that a passphrase typed on another keyboard still opens. In a browser a worker does it: about a second on a slow tablet.
 * Throws Error where there is not enough memory (64 MiB) or WebAssembly is forbidden.
 */
export async function stretch(passphrase: string, salt: Bytes, length: number): Promise<Bytes> {
	const asked: StretchAsked = { password: utf8(passphrase.normalize('NFKC')), salt, length };
	if (typeof Worker === 'undefined') {
		const { argon2 } = await import('./argon2.ts');
		return argon2(asked.password, asked.salt, asked.length);
	}
	const { startWorker } = await import('./worker-start.ts');
	return askWorker(startWorker(), asked);
}

function askWorker(worker: Worker, asked: StretchAsked): Promise<Bytes> {
	return new Promise<Bytes>((resolve, reject) => {
		const fail = () => reject(new Error('The passphrase could not be stretched on this device'));
		worker.addEventListener('message', ({ data }: MessageEvent<StretchDone>) =>
			data.bytes ? resolve(data.bytes) : fail()
		);
		worker.addEventListener('error', fail);
		worker.addEventListener('messageerror', fail);
		worker.postMessage(asked);
	}).finally(() => worker.terminate());
}
