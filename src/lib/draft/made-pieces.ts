/**
 * What of a made thing is on the disk already: cut into pieces of one size, a drawing that got one more line differs from what
 * was kept before in its last pieces only. Remembers the bytes of one thing, the one that is being made. Pure: no storage here.
 */
import type { Bytes } from '../base/bytes.ts';

/** Bytes of a piece: sealing and writing one is not felt on a slow phone. */
export const pieceBytes = 32 * 1024;

/** The pieces of the thing that was kept last. */
export class Pieces {
	#id = '';
	#bytes: Bytes = new Uint8Array();

	/** All of `bytes` lie on the disk as `id`, in pieces. */
	kept(id: string, bytes: Bytes): void {
		[this.#id, this.#bytes] = [id, bytes];
	}

	/** Nothing is known any more. */
	forget(): void {
		this.kept('', new Uint8Array());
	}

	/** How many pieces at the beginning of `bytes` lie on the disk as they are. 0 where nothing is known of `id`. */
	same(id: string, bytes: Bytes): number {
		if (id !== this.#id) return 0;
		const at = firstUnlike(this.#bytes, bytes);
		// A last piece that was not full is another one once something stands behind it.
		return at === bytes.length && at === this.#bytes.length
			? Math.ceil(at / pieceBytes)
			: Math.floor(at / pieceBytes);
	}
}

/** Where two stretches of bytes begin to differ, or the shorter one ends. Four bytes at a time, where they lie for it. */
function firstUnlike(one: Bytes, other: Bytes): number {
	const shorter = Math.min(one.length, other.length);
	let at = 0;
	if (one.byteOffset % 4 === 0 && other.byteOffset % 4 === 0) {
		const words = shorter >> 2;
		const [a, b] = [one, other].map(({ buffer, byteOffset }) => new Uint32Array(buffer, byteOffset, words));
		if (a && b) while (at < words && a[at] === b[at]) at++;
		at *= 4;
	}
	while (at < shorter && one[at] === other[at]) at++;
	return at;
}
