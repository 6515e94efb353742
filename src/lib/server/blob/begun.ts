/**
 * Beginnings of chunks whose line broke while they came, so that the next try sends the rest alone. Held in memory for a while:
 * losing one costs sending that chunk again, and nothing else. One for each invitation; the oldest go when there are too many.
 */

/** Bytes that are held at most. */
const most = 64 * 1024 * 1024;

interface Beginning {
	readonly hash: string;
	readonly bytes: Uint8Array;
}

/** The beginnings that one server holds. */
export class Begun {
	/** By invitation, oldest first. */
	readonly #held = new Map<string, Beginning>();
	#bytes = 0;

	/** What is held of the chunk `hash` of `invitation`: nothing, mostly. */
	of(invitation: string, hash: string): Uint8Array {
		const held = this.#held.get(invitation);
		return held?.hash === hash ? held.bytes : new Uint8Array();
	}

	/** Holds `bytes` as the beginning of `hash`, in place of what was held of `invitation`. */
	hold(invitation: string, hash: string, bytes: Uint8Array): void {
		this.drop(invitation);
		if (bytes.length === 0) return;
		this.#held.set(invitation, { hash, bytes });
		this.#bytes += bytes.length;
		for (const oldest of this.#held.keys()) {
			if (this.#bytes <= most) return;
			this.drop(oldest);
		}
	}

	/** Forgets what is held of `invitation`. */
	drop(invitation: string): void {
		this.#bytes -= this.#held.get(invitation)?.bytes.length ?? 0;
		this.#held.delete(invitation);
	}
}
