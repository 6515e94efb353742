/**
 * One child's open draft in one tab: everything comes in and goes out sealed, the newest state is kept by itself, one tab
 * writes at a time. Opened by `session.ts`; after *put away* this object holds no key and does nothing.
 */
import type { InvitationId } from '../base/ids.ts';
import { newId } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { DraftState } from '../journey/draft-state.ts';
import { Autosave, type Pace, type Saving } from './autosave.ts';
import { markAway } from './away.ts';
import { checkState } from './check-state.ts';
import {
	checkDeviceKey,
	newDeviceKey,
	useDeviceKey,
	type DeviceKey,
	type KeptDeviceKey
} from './device-key.ts';
import { checkInvitation, toKept, type KeptInvitation } from './kept-invitation.ts';
import { Latest } from './latest.ts';
import { MadeStore } from './made-store.ts';
import type { RecordReason, SealedRecord } from './record.ts';
import { dropSessionKey } from './session-key.ts';
import { Slot } from './slot.ts';
import { forgetSession, keep, setAside, type KeepReason, type OutboxRow, type RecordIds } from './store.ts';
import { holdLock, openLine, type Held, type Line, type TabMessage } from './tabs.ts';
import { Watched, type Watchable } from './watched.ts';

/**
 * Why a state is not kept: no room on the device; another tab writes; what is there is damaged or newer and is not
 * overwritten; put away; or the browser failed otherwise.
 */
export type NotKept = KeepReason | RecordReason | 'elsewhere' | 'away';

/** Who may write: this tab; another one (`takeOver` is offered); nobody, it has been put away. */
export type Role = 'writing' | 'elsewhere' | 'away';

/** What the child's screen may say about keeping. */
export interface DraftStatus {
	readonly role: Role;
	readonly saving: Saving<NotKept>;
}

interface Slots {
	readonly state: Slot<DraftState>;
	readonly latest: Latest;
	readonly device: Slot<KeptDeviceKey>;
	readonly invitation: Slot<KeptInvitation>;
}

/** The name of the lock of the tab that writes the draft whose state record is `record`. */
export const lockName = (record: string): string => `keep ${record}`;

/** An open draft. */
export class Draft {
	/** The invitation's id, as the server knows it. */
	readonly invitationId: InvitationId;
	/** Recordings, photos and drawings. */
	readonly made: MadeStore;
	readonly #status = new Watched<DraftStatus>({ role: 'elsewhere', saving: { is: 'kept' } });
	readonly #autosave: Autosave<DraftState, NotKept>;
	readonly #records: RecordIds;
	readonly #line: Line;
	readonly #hidden = () => {
		if (document.visibilityState === 'hidden') void this.#autosave.flush();
	};
	readonly #left = () => this.#handOver();
	#slots: Slots | null;
	#held: Held | null = null;
	#shut: RecordReason | null = null;
	#sent: DraftState['sent'] = { seq: 0, prev: null };
	#device: Promise<Result<DeviceKey, NotKept>> | null = null;
	/** One thing at a time touches the records. */
	#turn: Promise<unknown> = Promise.resolve();

	/** Made by `openDraft` and `resumeDraft` alone. */
	constructor(key: CryptoKey, records: RecordIds, invitationId: InvitationId) {
		this.invitationId = invitationId;
		this.#records = records;
		const state = new Slot(key, records.state, checkState);
		this.#slots = {
			state,
			latest: new Latest(state),
			device: new Slot(key, records.device, checkDeviceKey),
			invitation: new Slot(key, records.invitation, checkInvitation, toKept)
		};
		this.made = new MadeStore(key, () => this.#held !== null);
		this.#autosave = new Autosave<DraftState, NotKept>(
			(state) => this.#write(state),
			(saving) => this.#say({ saving })
		);
		this.#line = openLine((message) => void this.#hear(message));
		document.addEventListener('visibilitychange', this.#hidden);
		addEventListener('pagehide', this.#left);
	}

	/** What the screen may say; a Svelte store. */
	get status(): Watchable<DraftStatus> {
		return this.#status;
	}

	/** Becomes the writing tab if no other one is. Waits a moment: after a reload the old page may still let go. */
	async start(): Promise<void> {
		await this.#hold((await holdLock(this.#lock, 'if-free', this.#lost)) ?? (await this.#heldSoon()));
	}

	/** The kept state: null where nothing was kept yet. Refused where it does not open; its bytes stay as they are. */
	load(): Promise<Result<DraftState | null, RecordReason | 'away'>> {
		return this.#inTurn(async (slots) => {
			const state = await slots.state.read();
			this.#shut = state.ok ? null : state.reason;
			if (state.ok && state.value) this.#sent = state.value.sent;
			return state;
		});
	}

	/**
	 * Takes a newer state: `now` after a choice, `soon` while somebody types (kept within two seconds). Resolves once this
	 * state, or a newer one, is on the disk or could not be kept; `status` says the same. Never throws.
	 */
	async save(state: DraftState, pace: Pace = 'now'): Promise<Result<null, NotKept>> {
		if (this.#held && !this.#shut) this.#slots?.latest.take(state);
		else this.#slots?.latest.pass();
		const saving = await this.#autosave.save(state, pace);
		return saving.is === 'not-kept' ? refused(saving.reason) : ok(null);
	}

	/** Keeps what waits, now, and says whether everything is kept. */
	async flush(): Promise<Result<null, NotKept>> {
		await this.#autosave.flush();
		const { saving } = this.#autosave;
		return saving.is === 'not-kept' ? refused(saving.reason) : ok(null);
	}

	/** After `load` was refused: puts what does not open aside, where its bytes stay, and lets a new state be kept. */
	beginAgain(): Promise<Result<null, 'away'>> {
		return this.#inTurn(async (slots) => {
			await setAside(this.#records.state, newId());
			slots.state.freed();
			this.#shut = null;
			return ok(null);
		});
	}

	/** Makes this tab the one that writes. The other one keeps what it has first; afterwards `load` again. */
	async takeOver(): Promise<void> {
		if (this.#status.now.role !== 'elsewhere') return;
		this.#autosave.stop();
		this.#line.tell({ say: 'hand-over', record: this.#records.state });
		await this.#hold(
			(await holdLock(this.#lock, 'wait', this.#lost)) ?? (await holdLock(this.#lock, 'steal', this.#lost))
		);
	}

	/** The key with which this device signs for this child; made and kept at first use. */
	device(): Promise<Result<DeviceKey, NotKept>> {
		this.#device ??= this.#readDevice().then((device) => {
			if (!device.ok) this.#device = null;
			return device;
		});
		return this.#device;
	}

	/** What is kept of the invitation; null before anything was. */
	invitation(): Promise<Result<KeptInvitation | null, RecordReason | 'away'>> {
		return this.#inTurn((slots) => slots.invitation.read());
	}

	/** Keeps what `change` makes of what is kept of the invitation; nothing where it gives the same object back. */
	changeInvitation(
		change: (there: KeptInvitation | null) => KeptInvitation | null
	): Promise<Result<null, NotKept>> {
		return this.#inTurn(async (slots) => {
			const there = await slots.invitation.read();
			if (!there.ok) return there;
			const changed = change(there.value);
			return changed === null || changed === there.value ? ok(null) : this.#keep(slots.invitation, changed);
		});
	}

	/**
	 * Keeps a sealed envelope for the outbox together with the state that says it was made: both or neither, so that no
	 * number in the chain of views is ever used twice.
	 */
	async keepSent(state: DraftState, outbox: OutboxRow): Promise<Result<null, NotKept>> {
		await this.#autosave.flush();
		return this.#inTurn(async (slots) => {
			const kept = await this.#keep(slots.state, state, outbox);
			if (kept.ok) this.#sent = state.sent;
			return kept;
		});
	}

	/**
	 * Keeps everything, then forgets the key in every tab of this device: what stays opens with the letter alone. Where the
	 * last change could not be kept it is refused and everything stays open, unless `evenIfLost`.
	 */
	async putAway(evenIfLost = false): Promise<Result<null, NotKept>> {
		await this.made.settled();
		const kept = await this.flush();
		if (!kept.ok && kept.reason !== 'elsewhere' && kept.reason !== 'away' && !evenIfLost) return kept;
		markAway();
		this.#line.tell({ say: 'put-away', record: this.#records.state });
		// The tab that writes, if it is another one, keeps its last change before it lets go.
		if (!this.#held) (await holdLock(this.#lock, 'wait'))?.release();
		await dropSessionKey();
		await forgetSession();
		this.#drop();
		return ok(null);
	}

	/**
	 * Leaving in a hurry: the session counts for nothing from this very moment, and this tab drops its key. Never waits: the
	 * last change is on its way to the disk when it returns.
	 */
	leave(): void {
		markAway();
		this.#line.tell({ say: 'put-away', record: this.#records.state });
		this.#handOver();
		void dropSessionKey();
		void forgetSession();
		this.#drop();
	}

	get #lock(): string {
		return lockName(this.#records.state);
	}

	async #heldSoon(): Promise<Held | null> {
		await new Promise((resolve) => setTimeout(resolve, 300));
		return holdLock(this.#lock, 'if-free', this.#lost);
	}

	readonly #lost = (): void => {
		this.#held = null;
		if (this.#slots) this.#say({ role: 'elsewhere' });
	};

	async #hold(held: Held | null): Promise<void> {
		if (!this.#slots) return held?.release();
		this.#held = held;
		// What another tab wrote before must be followed, not fought.
		this.made.forgetWhatLies();
		await this.load();
		this.#say({ role: held ? 'writing' : 'elsewhere' });
	}

	async #hear(message: TabMessage): Promise<void> {
		if (message.say === 'outbox-changed' || message.record !== this.#records.state) return;
		await this.#autosave.flush();
		this.#autosave.stop();
		this.#held?.release();
		this.#held = null;
		if (message.say === 'put-away') this.#drop();
		else if (this.#slots) this.#say({ role: 'elsewhere' });
	}

	#write(state: DraftState): Promise<Result<null, NotKept>> {
		return this.#inTurn(async (slots) => {
			if (this.#shut) return refused(this.#shut);
			if (!this.#held) return refused('elsewhere');
			// A screen that has not heard of what was sent meanwhile must not take it back.
			const behind = state.sent.seq < this.#sent.seq;
			const record = await (behind
				? slots.state.seal({ ...state, sent: this.#sent })
				: slots.latest.next(state));
			const kept = await this.#commit(slots.state, record);
			slots.latest.written(kept.ok ? record : null);
			return kept;
		});
	}

	/** The page is being left: what is sealed and not yet written goes to the disk in one breath. */
	#handOver(): void {
		const record = this.#held && !this.#shut ? this.#slots?.latest.unwritten : null;
		if (record) void keep({ sealed: [record] });
	}

	async #keep<Content>(
		slot: Slot<Content>,
		content: Content,
		outbox?: OutboxRow
	): Promise<Result<null, NotKept>> {
		if (!this.#held) return refused('elsewhere');
		return this.#commit(slot, await slot.seal(content), outbox);
	}

	async #commit<Content>(
		slot: Slot<Content>,
		record: SealedRecord,
		outbox?: OutboxRow
	): Promise<Result<null, NotKept>> {
		const kept = await keep({ sealed: [record], ...(outbox ? { outbox } : {}) });
		if (kept.ok) slot.kept(record);
		else if (kept.reason === 'stale') this.#lost();
		return kept;
	}

	#readDevice(): Promise<Result<DeviceKey, NotKept>> {
		return this.#inTurn(async (slots) => {
			const there = await slots.device.read();
			if (!there.ok) return there;
			if (there.value) return ok(await useDeviceKey(there.value));
			const made = await newDeviceKey();
			const kept = await this.#keep(slots.device, made);
			return kept.ok ? ok(await useDeviceKey(made)) : kept;
		});
	}

	#inTurn<Value, Reason extends string>(
		act: (slots: Slots) => Promise<Result<Value, Reason>>
	): Promise<Result<Value, Reason | 'away'>> {
		const turn = this.#turn.then(async (): Promise<Result<Value, Reason | 'away'>> => {
			return this.#slots ? act(this.#slots) : refused('away');
		});
		this.#turn = turn.catch(() => undefined);
		return turn;
	}

	#drop(): void {
		this.#autosave.stop();
		this.made.drop();
		this.#slots = null;
		this.#device = null;
		this.#held?.release();
		this.#held = null;
		this.#line.close();
		document.removeEventListener('visibilitychange', this.#hidden);
		removeEventListener('pagehide', this.#left);
		this.#say({ role: 'away' });
	}

	#say(change: Partial<DraftStatus>): void {
		this.#status.set({ ...this.#status.now, ...change });
	}
}
