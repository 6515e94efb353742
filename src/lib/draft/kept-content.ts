/**
 * A made thing as content to be read a stretch at a time, as a `Blob` is, without ever being in memory as a whole: part after
 * part is fetched and opened as the reading comes to it. Works in a worker as well.
 */
import { joinBytes, type Bytes } from '../base/bytes.ts';
import { openPart } from './made-part.ts';
import { partAt } from './made-rows.ts';

/** The content of one made thing. Read forwards: going back starts from the first part again. */
export class KeptContent {
	readonly size: number;
	readonly #key: CryptoKey;
	readonly #id: string;
	#next = 0;
	/** Where `#rest` begins. */
	#at = 0;
	#rest: Bytes = new Uint8Array();

	/** `size` is what is known to be kept of `id`, in bytes. */
	constructor(key: CryptoKey, id: string, size: number) {
		this.#key = key;
		this.#id = id;
		this.size = size;
	}

	/** The bytes from `from` to `to`. `arrayBuffer` throws RangeError where less is there than was said. */
	slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> } {
		return { arrayBuffer: () => this.#read(from, Math.min(to, this.size)) };
	}

	async #read(from: number, to: number): Promise<ArrayBuffer> {
		if (from < this.#at) [this.#next, this.#at, this.#rest] = [0, 0, new Uint8Array()];
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
		const sealed = await partAt(this.#id, this.#next);
		const part = sealed && (await openPart(this.#key, sealed));
		if (!part) throw new RangeError('Less is kept than was said');
		this.#next += 1;
		return part.bytes;
	}
}
