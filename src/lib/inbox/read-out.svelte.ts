/**
 * Which answers were read out in the meeting. Kept on this computer under the view's id: question ids and nothing a child
 * said. A computer that keeps nothing (private window) forgets it with the page.
 */
import type { ViewId } from '../base/ids.ts';

/** The part of `Storage` used here. */
export type ReadOutStore = Pick<Storage, 'getItem' | 'setItem'>;

const place = (vid: ViewId): string => `read-out.${vid}`;

/** The marks of one set of views. */
export class ReadOut {
	#marked: ReadonlySet<string> = $state.raw(new Set());
	readonly #vid: ViewId;
	readonly #store: ReadOutStore | null;

	constructor(vid: ViewId, store: ReadOutStore | null) {
		this.#vid = vid;
		this.#store = store;
		this.#marked = new Set(read(store, vid));
	}

	/** Whether the answer to `question` is marked. */
	has(question: string): boolean {
		return this.#marked.has(question);
	}

	/** How many are marked. */
	get count(): number {
		return this.#marked.size;
	}

	/** Marks, or takes the mark away. */
	set(question: string, marked: boolean): void {
		const next = new Set(this.#marked);
		if (marked) next.add(question);
		else next.delete(question);
		this.#marked = next;
		try {
			this.#store?.setItem(place(this.#vid), JSON.stringify([...next]));
		} catch {
			// A full or forbidden store: the mark lives as long as the page does.
		}
	}
}

/** The stored marks; whatever else stands there counts as none. */
function read(store: ReadOutStore | null, vid: ViewId): readonly string[] {
	try {
		const value: unknown = JSON.parse(store?.getItem(place(vid)) ?? '[]');
		return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
	} catch {
		return [];
	}
}
