/** Proof of work for a request without a letter: a nonce is looked for until the hash begins with enough zero bits. */
import { toBase64url } from '../base/bytes.ts';
import type { Work } from '../envelope/ask.ts';

/** What the server wants worked out. */
export interface Task {
	readonly salt: string;
	/** Leading zero bits. */
	readonly bits: number;
}

const encoder = new TextEncoder();

/** Work for the request `rid` whose envelope has the hash `envelope`. Takes about a second on a phone; nothing waits for it. */
export async function workOut({ salt, bits }: Task, rid: string, envelope: string): Promise<Work> {
	const bytes = new Uint8Array(8);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
	for (let count = 0; ; count++) {
		view.setUint32(4, count);
		const nonce = toBase64url(bytes);
		const text = encoder.encode(`vv1 work ${salt} ${rid} ${envelope} ${nonce}`);
		const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
		if (zeros(digest) >= bits) return { salt, nonce };
	}
}

function zeros(digest: Uint8Array): number {
	const at = digest.findIndex((byte) => byte !== 0);
	return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] ?? 0) - 24;
}
