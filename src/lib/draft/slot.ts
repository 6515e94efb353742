/** One record's place on the device: reads it, and seals the next revision of it. */
import { ok, refused, type Result } from '../base/result.ts';
import { openRecord, sealRecord, type RecordReason, type SealedRecord } from './record.ts';
import { sealedRecord } from './store.ts';

/** One record of an open draft. */
export class Slot<Content> {
	readonly id: string;
	readonly #key: CryptoKey;
	readonly #check: (content: unknown) => Content | null;
	readonly #form: (content: Content) => unknown;
	#rev = 0;

	/** `check` gives the content where what was opened has the right shape, else null; `form` is how it is kept. */
	constructor(
		key: CryptoKey,
		id: string,
		check: (content: unknown) => Content | null,
		form: (content: Content) => unknown = (content) => content
	) {
		this.#key = key;
		this.id = id;
		this.#check = check;
		this.#form = form;
	}

	/** What is kept, null where nothing is. Afterwards `seal` follows on this revision. */
	async read(): Promise<Result<Content | null, RecordReason>> {
		const record = await sealedRecord(this.id);
		this.#rev = record?.rev ?? 0;
		if (!record) return ok(null);
		const opened = await openRecord(this.#key, record);
		if (!opened.ok) return opened;
		const content = this.#check(opened.value);
		return content === null ? refused('damaged') : ok(content);
	}

	/** The revision that is on the disk; 0 where none is. */
	get rev(): number {
		return this.#rev;
	}

	/** The next revision, or the one `ahead` of the disk by more, sealed but not kept yet. */
	seal(content: Content, ahead = 1): Promise<SealedRecord> {
		return sealRecord(this.#key, this.id, this.#rev + ahead, this.#form(content));
	}

	/** The sealed revision is on the disk now: the next follows on it. */
	kept(record: SealedRecord): void {
		this.#rev = record.rev;
	}

	/** The record has been set aside: the next begins anew. */
	freed(): void {
		this.#rev = 0;
	}
}
