/**
 * A made thing as content to be read a stretch at a time, as a `Blob` is, without ever being in memory as a whole: part after
 * part is fetched and opened as the reading comes to it. Works in a worker as well.
 */
import { joinBytes, type Bytes } from '../base/bytes.ts';
import type { OpenPart } from './made-part.ts';
import { openedParts } from './opened-parts.ts';

/** The content of one made thing. Read forwards: going back starts from the first part again. */
export class KeptContent {
	readonly size: number;
	readonly #key: CryptoKey;
	readonly #id: string;
	#parts: AsyncGenerator<readonly OpenPart[], void>;
	/** The lot after the one that is read: on its way meanwhile. */
	#coming: Promise<IteratorResult<readonly OpenPart[], void>> | null = null;
	/** Where `#rest` begins. */
	#at = 0;
	#rest: Bytes = new Uint8Array();

	/** `size` is what is known to be kept of `id`, in bytes. */
	constructor(key: CryptoKey, id: string, size: number) {
		this.#key = key;
		this.#id = id;
		this.size = size;
		this.#parts = openedParts(key, id);
	}

	/** The bytes from `from` to `to`. `arrayBuffer` throws RangeError where less is there than was said. */
	slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> } {
		return { arrayBuffer: () => this.#read(from, Math.min(to, this.size)) };
	}

	async #read(from: number, to: number): Promise<ArrayBuffer> {
		if (from < this.#at) {
			this.#parts = openedParts(this.#key, this.#id);
			[this.#at, this.#rest, this.#coming] = [0, new Uint8Array(), null];
		}
		const taken: Bytes[] = [];
		while (this.#at < to) {
			if (this.#rest.length === 0) this.#rest = await this.#fetch();
			const skip = Math.min(this.#rest.length, Math.max(0, from - this.#at));
			const end = Math.min(this.#rest.length, to - this.#at);
			if (end > skip) taken.push(this.#rest.subarray(skip, end));
			this.#rest = this.#rest.subarray(end);
			this.#at += end;
		}
		return joinBytes(...taken).buffer;
	}

	async #fetch(): Promise<Bytes> {
		const { value } = await (this.#coming ?? this.#parts.next());
		this.#coming = this.#parts.next();
		// Heard of by whoever reads on; where nobody does, it is nobody's failure.
		this.#coming.catch(() => undefined);
		if (!value) throw new RangeError('Less is kept than was said');
		return joinBytes(...value.map(({ bytes }) => bytes));
	}
}
