/**
 * How the open draft opens again, and what happens when nobody is at the device: with a code it locks, without one it rests
 * behind a plain screen. Decision 0009.
 */
import { cover } from '$lib/access/cover';
import { refused, type Result } from '$lib/base/result';
import type { Draft } from '$lib/draft/draft';
import type { DeviceMode } from '$lib/journey/answer';
import type { Code } from '$lib/lock/code';
import { isCoded, lockBeforeChoice, type LockKind } from '$lib/lock/kind';
import type { KeptLock, NotLocked } from '$lib/lock/set-up';
import { watchStillness } from '$lib/lock/still';

/** How long a draft rests before it is put away as in a post box, in milliseconds. The letter brings it back as it was. */
const forgottenAfter = 60 * 60_000;

/** The lock of whichever draft is open. */
export class ChildLock {
	readonly #putAway: (evenIfLost: boolean) => Promise<boolean>;
	#draft: Draft | null = null;
	#kept = $state.raw<KeptLock | null>(null);
	#resting = $state(false);
	#forgotten: ReturnType<typeof setTimeout> | undefined;

	/** `putAway` puts the open draft away and loads the page anew, so that nothing of it stays in memory. */
	constructor(putAway: (evenIfLost: boolean) => Promise<boolean>) {
		this.#putAway = putAway;
	}

	/** The lock that somebody chose for the open draft; null before. */
	get kept(): KeptLock | null {
		return this.#kept;
	}

	/** Nobody has touched the page for a while, and there is no code to ask for. */
	get resting(): boolean {
		return this.#resting;
	}

	/** Somebody is here again. */
	wake(): void {
		this.#resting = false;
		clearTimeout(this.#forgotten);
	}

	/** Looks after `draft` from now on, until the function it gives is called. `device`: whose device it is, as was said. */
	async keep(draft: Draft, device: () => DeviceMode): Promise<() => void> {
		const { lockOf } = await import('$lib/lock/set-up');
		this.#draft = draft;
		this.#kept = await lockOf(draft);
		this.wake();
		const kind = () => this.#kept?.lock ?? lockBeforeChoice(device());
		const unwatch = watchStillness({
			still: () => (isCoded(kind()) ? this.#lockNow() : this.#rest(kind())),
			// Without a code, looking away is no reason: the page is covered while it is hidden.
			hidden: () => {
				if (isCoded(kind())) this.#lockNow();
			}
		});
		return () => {
			unwatch();
			clearTimeout(this.#forgotten);
		};
	}

	/** Gives the open draft a lock. */
	async choose(kind: LockKind, code: Code | null): Promise<Result<KeptLock, NotLocked>> {
		if (!this.#draft) return refused('not-kept');
		const { lockDraft } = await import('$lib/lock/set-up');
		const locked = await lockDraft(this.#draft, kind, code);
		if (locked.ok) this.#kept = locked.value;
		return locked;
	}

	#lockNow(): void {
		cover();
		void this.#putAway(true);
	}

	#rest(kind: LockKind): void {
		this.#resting = true;
		if (kind === 'post-box') this.#forgotten = setTimeout(() => void this.#putAway(true), forgottenAfter);
	}
}
