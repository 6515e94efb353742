/**
 * Beginnings of chunks whose line broke while they came, so that the next try sends the rest alone. Held in memory for a while:
 * losing one costs sending that chunk again, and nothing else. A few for each invitation; the oldest go when there are too many.
 */

/** Bytes that are held at most. */
const most = 64 * 1024 * 1024;
/** Beginnings of one invitation at most: as many sets of views as wait at once, mostly. */
const mostOfOne = 4;

interface Beginning {
	readonly invitation: string;
	readonly bytes: Uint8Array;
}

/** The beginnings that one server holds. */
export class Begun {
	/** By hash of the whole chunk, oldest first. */
	readonly #held = new Map<string, Beginning>();
	#bytes = 0;

	/** What is held of the chunk `hash` of `invitation`: nothing, mostly. */
	of(invitation: string, hash: string): Uint8Array {
		const held = this.#held.get(hash);
		return held?.invitation === invitation ? held.bytes : new Uint8Array();
	}

	/** Holds `bytes` as the beginning of `hash`, in place of what was held of it. */
	hold(invitation: string, hash: string, bytes: Uint8Array): void {
		this.drop(hash);
		if (bytes.length === 0) return;
		this.#held.set(hash, { invitation, bytes });
		this.#bytes += bytes.length;
		const own = [...this.#held].filter(([, held]) => held.invitation === invitation);
		for (const [oldest] of own.slice(0, -mostOfOne)) this.drop(oldest);
		for (const oldest of this.#held.keys()) {
			if (this.#bytes <= most) return;
			this.drop(oldest);
		}
	}

	/** Forgets what is held of `hash`. */
	drop(hash: string): void {
		this.#bytes -= this.#held.get(hash)?.bytes.length ?? 0;
		this.#held.delete(hash);
	}
}
