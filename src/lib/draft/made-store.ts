/**
 * What a child made in one open draft, on this device: kept part by part as it is made, read again, taken back. One part at
 * a time; each counts once it is on the disk (strict), whatever happens to the page afterwards.
 */
import { joinAll, type Bytes } from '../base/bytes.ts';
import { refused, type Result } from '../base/result.ts';
import { openPart, sealPart, type OpenPart } from './made-part.ts';
import { Pieces, pieceBytes } from './made-pieces.ts';
import { addPart, dropParts, madeIds, partAt, placesOf, replaceParts } from './made-rows.ts';
import { openedParts } from './opened-parts.ts';
import type { KeepReason } from './store.ts';

/** Why a part is not kept: no room, another tab writes, put away, or the browser failed otherwise. */
export type PartNotKept = KeepReason | 'elsewhere' | 'away';

/** How much of a thing is kept. */
export interface Kept {
	readonly bytes: number;
	/** Milliseconds, of a recording. */
	readonly until: number;
}

/** Largest part, in bytes: of more than 64 KiB browsers make a file for each, which takes many times as long to read again. */
const largest = 60 * 1024;

/** Sizes of the parts in which things lie once they are whole; the last one is of earlier builds. */
const sizes = [largest, pieceBytes, 256 * 1024];

/** The made things of one draft. */
export class MadeStore {
	#key: CryptoKey | null;
	readonly #mayWrite: () => boolean;
	/** Next place of each thing that is being made in this tab. */
	readonly #next = new Map<string, number>();
	/** What lies on the disk of the thing that was replaced last. */
	readonly #pieces = new Pieces();
	/** One part at a time, in order. */
	#turn: Promise<unknown> = Promise.resolve();

	/** `mayWrite`: whether this tab is the one that writes. */
	constructor(key: CryptoKey, mayWrite: () => boolean) {
		this.#key = key;
		this.#mayWrite = mayWrite;
	}

	/** The key, for the worker that seals what is sent; null once put away. It cannot be exported. */
	get key(): CryptoKey | null {
		return this.#key;
	}

	/** Keeps `bytes` after what is there of `id`, which is then `until` milliseconds long. */
	append(id: string, bytes: Bytes, until = 0): Promise<Result<null, PartNotKept>> {
		return this.#inTurn(async (key) => {
			const place = this.#next.get(id) ?? (await this.#measure(key, id)).parts;
			const kept = await addPart(await sealPart(key, id, place, { bytes, until }));
			if (kept.ok) this.#next.set(id, place + 1);
			return kept;
		});
	}

	/**
	 * Keeps `bytes` in place of what is there of `id`: all of it or nothing. What is the same from the beginning on as when it
	 * was kept last stays where it is, so that one more line costs the same however full the page.
	 */
	replace(id: string, bytes: Bytes): Promise<Result<null, PartNotKept>> {
		return this.#inTurn(async (key) => {
			const same = this.#pieces.same(id, bytes);
			this.#pieces.forget();
			const kept = await this.#replace(key, id, { bytes, until: 0 }, pieceBytes, same);
			if (kept.ok) this.#pieces.kept(id, bytes);
			return kept;
		});
	}

	/** Another tab may have written: nothing is known any more of what lies on the disk. */
	forgetWhatLies(): void {
		this.#pieces.forget();
		this.#next.clear();
	}

	/** Joins the many small parts of `id` into few large ones, once no more come: opening and sealing it is then quick. */
	gather(id: string): Promise<Result<null, PartNotKept>> {
		this.#next.delete(id);
		return this.#inTurn(async (key) => {
			const lots: Bytes[] = [];
			let until = 0;
			for await (const lot of openedParts(key, id)) {
				lots.push(...lot.map(({ bytes }) => bytes));
				until = lot.at(-1)?.until ?? until;
			}
			return this.#replace(key, id, { bytes: joinAll(lots), until }, largest);
		});
	}

	/** Forgets `id`. */
	remove(id: string): Promise<Result<null, PartNotKept>> {
		this.#next.delete(id);
		return this.#inTurn(() => {
			this.#pieces.forget();
			return dropParts(id);
		});
	}

	/** Everything of `id` that is kept, as `media`; null where nothing is, or it does not open. */
	async read(id: string, media: string): Promise<Blob | null> {
		const key = this.#key;
		if (!key) return null;
		const parts: Bytes[] = [];
		for await (const lot of openedParts(key, id)) parts.push(...lot.map(({ bytes }) => bytes));
		return parts.some(({ length }) => length > 0) ? new Blob(parts, { type: media }) : null;
	}

	/**
	 * How much of each of `made` is kept, whose `bytes` are what is said to be. Takes away what is this draft's and none of them:
	 * nobody speaks of it any more.
	 */
	async settle(
		made: readonly { readonly id: string; readonly bytes: number }[]
	): Promise<ReadonlyMap<string, Kept>> {
		const key = this.#key;
		const kept = new Map<string, Kept>();
		if (!key) return kept;
		for (const { id, bytes } of made)
			kept.set(id, (await this.#asSaid(key, id, bytes)) ?? (await this.#measure(key, id)));
		if (!this.#mayWrite()) return kept;
		for (const id of await madeIds())
			// Another child's does not open, and is none of this draft's business.
			if (!kept.has(id) && (await this.#part(key, id, 0))) await this.remove(id);
		return kept;
	}

	/** Resolves once everything that was handed in is kept, or could not be. */
	async settled(): Promise<void> {
		await this.#turn;
	}

	/** Lets go of the key. */
	drop(): void {
		this.#key = null;
	}

	async #replace(
		key: CryptoKey,
		id: string,
		{ bytes, until }: OpenPart,
		size: number,
		/** Parts at the beginning that stay as they are. */
		same = 0
	): Promise<Result<null, PartNotKept>> {
		const parts = [];
		for (let place = same; place * size < bytes.length; place++) {
			const piece = bytes.subarray(place * size, (place + 1) * size);
			parts.push(await sealPart(key, id, place, { bytes: piece, until }));
		}
		return replaceParts(id, parts, same);
	}

	async #part(key: CryptoKey, id: string, place: number): Promise<OpenPart | null> {
		const sealed = await partAt(id, place);
		return sealed && openPart(key, sealed);
	}

	/**
	 * What is kept of `id` where it is as much as was said, without opening all of it: an hour of voice would take seconds. Null
	 * where its parts are not all there, in one of the sizes in which things lie once they are whole, with a last one that opens.
	 */
	async #asSaid(key: CryptoKey, id: string, said: number): Promise<Kept | null> {
		const places = await placesOf(id);
		const last = places.length - 1;
		if (last < 0 || places.some((place, at) => place !== at)) return null;
		const part = await this.#part(key, id, last);
		const fits = sizes.some((size) => part && last * size + part.bytes.length === said);
		return part && fits ? { bytes: said, until: part.until } : null;
	}

	/** Counts only as far as the parts open: what comes after a gap belongs to nothing. */
	async #measure(key: CryptoKey, id: string): Promise<Kept & { readonly parts: number }> {
		let [bytes, until, parts] = [0, 0, 0];
		for await (const lot of openedParts(key, id)) {
			for (const part of lot) bytes += part.bytes.length;
			until = lot.at(-1)?.until ?? until;
			parts += lot.length;
		}
		return { bytes, until, parts };
	}

	#inTurn(act: (key: CryptoKey) => Promise<Result<null, PartNotKept>>): Promise<Result<null, PartNotKept>> {
		const turn = this.#turn.then(async (): Promise<Result<null, PartNotKept>> => {
			if (!this.#key) return refused('away');
			return this.#mayWrite() ? act(this.#key) : refused('elsewhere');
		});
		this.#turn = turn.catch(() => undefined);
		return turn;
	}
}
