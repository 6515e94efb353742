/**
 * Requests without a letter: sealed by a key that is made for this page alone, sent while the page is open, and never written on
 * the device. What was asked is gone from here with the page, and nobody can tell that it was.
 */
import { instant, systemClock } from '../base/clock.ts';
import type { RequestId } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { AskedRow } from '../draft/asked.ts';
import { Watched, type Watchable } from '../draft/watched.ts';
import { askingText, type Work } from '../envelope/ask.ts';
import { verifyByOwnRoot, type VerifiedDirectory } from '../envelope/directory.ts';
import { envelopeHash } from '../envelope/hash.ts';
import { thumbprint } from '../envelope/jwk.ts';
import { generateDeviceKey, type UnwrappingKey } from '../envelope/keys.ts';
import type { SigningKey } from '../envelope/jws.ts';
import type { RefusalReason } from '../envelope/refusal.ts';
import { replyKeyOf } from '../envelope/reply-key.ts';
import { ask } from './ask.ts';
import { deliverRequest, type DeliveryParts } from './deliver.ts';
import { pauseAfter } from './pause.ts';
import { readersNow, sealRequest, type Asked, type SealedRequest } from './seal-request.ts';
import { workOut, type Task } from './work.ts';

/** The longest pause between two tries, in milliseconds. */
const longest = 15_000;

/** What is asked, and what the child is called and how old, where it is said. */
export interface BareAsked extends Asked {
	readonly name: string | null;
	readonly age?: number | null;
}

/** Why nothing goes: nobody could read it, nobody can be asked for them now, or it cannot be sealed. */
export type NotBareAsked = 'nobody' | 'needs-signal' | RefusalReason;

/** The directory that readers are taken from. */
export interface Known {
	readonly jws: string;
	/** Thumbprint. */
	readonly root: string;
	readonly directory: VerifiedDirectory;
}

/** Everything that is asked on one page without a letter. */
export class BareRequests {
	readonly #rows = new Watched<readonly AskedRow[]>([]);
	readonly #sealed = new Map<string, SealedRequest>();
	readonly #parts: DeliveryParts;
	readonly #back = () => void this.#send();
	#keys: Promise<{ readonly device: SigningKey; readonly reply: UnwrappingKey }> | null = null;
	#known: Known | null = null;
	#sending = false;
	#closed = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	readonly #know: (() => Promise<Known | null>) | null;

	/**
	 * `fetch` and the rest may be handed in; a child's page hands in nothing. `know`: the directory, for whoever has seen its root
	 * before; otherwise the one that answers is taken at its word.
	 */
	constructor(parts: Partial<DeliveryParts> = {}, know: (() => Promise<Known | null>) | null = null) {
		this.#know = know;
		this.#parts = {
			fetch: (input, init) => fetch(input, init),
			now: Date.now,
			chance: Math.random,
			...parts
		};
		addEventListener('online', this.#back);
	}

	/** What was asked, oldest first; a Svelte store. */
	get rows(): Watchable<readonly AskedRow[]> {
		return this.#rows;
	}

	/** The key that answers are sealed to. */
	readonly reply = async (): Promise<UnwrappingKey> => (await this.#ownKeys()).reply;

	/** Who would read what is asked now, by name, and whether any of them is on duty for it. */
	async whoWouldRead(
		to: Asked['to']
	): Promise<Result<{ readonly names: readonly string[]; readonly onDuty: boolean }, NotBareAsked>> {
		const known = await this.#directory();
		if (!known) return refused('needs-signal');
		const found = readersNow(known.directory, to, null, instant(systemClock));
		if (!found.ok) return found;
		return ok({ names: found.value.readers.map(({ name }) => name), onDuty: found.value.onDuty });
	}

	/** Seals what is asked and begins to send it. `needs-signal`: the readers are not known, and cannot be asked for now. */
	async ask({ name, age = null, ...asked }: BareAsked): Promise<Result<RequestId, NotBareAsked>> {
		const known = await this.#directory();
		if (!known) return refused('needs-signal');
		const { device, reply } = await this.#ownKeys();
		const asker = { invitation: null, meeting: null, child: { name, age }, reply: reply.jwk, device };
		const sealed = await sealRequest(asked, asker, known.directory, instant(systemClock));
		if (!sealed.ok) return sealed;
		const { rid, envelope, onDuty } = sealed.value;
		this.#sealed.set(rid, sealed.value);
		const row: AskedRow = {
			...{ rid, invitation: '', what: asked.what, about: asked.about, queued: this.#parts.now() },
			...{ body: '', hash: await envelopeHash(envelope), root: known.root },
			...{ directory: known.jws, onDuty, state: 'waiting', tries: 0, next: 0 },
			...{ reason: null, receipt: null, told: { readings: [], notes: [] } }
		};
		this.#rows.set([...this.#rows.now, row]);
		void this.#send();
		return ok(rid);
	}

	/** Asks the server how far everything is. */
	async askProgress(): Promise<void> {
		for (const { rid, state } of this.#rows.now) {
			if (state !== 'arrived') continue;
			const answered = await ask(this.#parts.fetch, `/api/requests/${rid}`);
			if (answered.is !== 'json') continue;
			const { readings, notes } = answered.body;
			if (Array.isArray(readings) && Array.isArray(notes)) this.#change(rid, { told: { readings, notes } });
		}
	}

	/** Forgets everything; what has not been sent is not sent any more. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
		removeEventListener('online', this.#back);
		this.#sealed.clear();
		this.#keys = null;
		this.#rows.set([]);
	}

	#ownKeys() {
		this.#keys ??= (async () => ({
			device: await generateDeviceKey(),
			reply: await replyKeyOf(crypto.getRandomValues(new Uint8Array(32)))
		}))();
		return this.#keys;
	}

	/** The directory as it is now; the one that was known where there is no signal. */
	async #directory(): Promise<Known | null> {
		if (this.#know) return (this.#known = (await this.#know()) ?? this.#known);
		const answered = await ask(this.#parts.fetch, '/api/directory');
		const jws = answered.is === 'json' ? answered.body['directory'] : null;
		const verified = await verifyByOwnRoot(jws);
		if (verified.ok && typeof jws === 'string') {
			const root = await thumbprint(verified.value.directory.root);
			this.#known = { jws, root, directory: verified.value };
		}
		return this.#known;
	}

	#change(rid: string, change: Partial<AskedRow>): void {
		this.#rows.set(this.#rows.now.map((row) => (row.rid === rid ? { ...row, ...change } : row)));
	}

	/** Sends what waits, in order; tries again by itself until everything has arrived or was refused. */
	async #send(): Promise<void> {
		if (this.#sending || this.#closed) return;
		this.#sending = true;
		clearTimeout(this.#timer);
		let pause = 0;
		for (const row of this.#rows.now) {
			if (row.state !== 'waiting' || this.#closed) continue;
			pause = await this.#sendOne(row);
			// What adds to it must not come before it.
			if (pause > 0) break;
		}
		this.#sending = false;
		if (pause > 0 && !this.#closed) this.#timer = setTimeout(() => void this.#send(), pause);
	}

	/** Tries once. Milliseconds until the next try; 0 where there will be none. */
	async #sendOne(row: AskedRow): Promise<number> {
		const sealed = this.#sealed.get(row.rid);
		if (!sealed) return 0;
		this.#change(row.rid, { state: 'sending' });
		const work = await this.#work(row);
		const { device } = await this.#ownKeys();
		const body = askingText({ ask: sealed.ask, envelope: sealed.envelope, key: device.jwk, work });
		const change = work
			? await deliverRequest({ ...row, vid: row.rid, body }, this.#parts, '/api/requests')
			: { state: 'waiting' as const, reason: 'no-signal', tries: row.tries + 1 };
		const { state = 'waiting', reason = null, receipt = null, tries = row.tries + 1 } = change;
		this.#change(row.rid, { state: state === 'opened' ? 'arrived' : state, reason, receipt, tries });
		if (state === 'arrived') this.#sealed.delete(row.rid);
		return state === 'waiting' ? Math.min(longest, pauseAfter(tries, null, this.#parts.chance())) : 0;
	}

	/** Work for `row`, by what the server wants now; null without signal. */
	async #work({ rid, hash }: AskedRow): Promise<Work | null> {
		const answered = await ask(this.#parts.fetch, '/api/requests/work');
		if (answered.is !== 'json') return null;
		const { salt, bits } = answered.body;
		if (typeof salt !== 'string' || typeof bits !== 'number' || bits > 26) return null;
		return workOut({ salt, bits } satisfies Task, rid, hash);
	}
}
