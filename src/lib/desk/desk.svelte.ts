/**
 * The desk of whoever sits at it: signed in or not, keys unlocked or not, letters that were made and not yet put away.
 * Everything secret lives in this object's memory and goes with sign-out, lock or the page.
 */
import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { InvitationId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import { Unlocked } from '../vault/unlocked.svelte.ts';
import type { ApiFault } from './api.ts';
import { ask } from './api.ts';
import type { Letter } from './letter/make-letter.ts';
import type { KeyState, Me } from './records.ts';

/** Where the desk stands. */
export type DeskState = 'asking' | 'signed-out' | 'signed-in' | 'no-signal';

/** One open desk. */
export class Desk {
	#state: DeskState = $state('asking');
	#me: Me | null = $state.raw(null);
	#keys: KeyState = $state.raw({ published: false, pending: false });
	/** The unlocked keys. */
	readonly unlocked = new Unlocked();
	/** Letters made here and not yet put away: the only place where their secrets are. */
	readonly letters = new SvelteMap<InvitationId, Letter>();

	get state(): DeskState {
		return this.#state;
	}
	/** Whoever is signed in; null while nobody is. */
	get me(): Me | null {
		return this.#me;
	}
	get keyState(): KeyState {
		return this.#keys;
	}
	get isChair(): boolean {
		return this.#me?.roles.includes('chair') ?? false;
	}
	get isCoordinator(): boolean {
		return this.#me?.roles.includes('coordinator') ?? false;
	}

	/** Makes or leads meetings. */
	get hasMeetings(): boolean {
		return this.isChair || this.isCoordinator;
	}
	/** Runs the service. */
	get isAdministrator(): boolean {
		return this.#me?.roles.includes('administrator') ?? false;
	}
	/** Answers what children ask at any moment. */
	get answersRequests(): boolean {
		return this.#me?.roles.some((role) => ['advocate', 'duty', 'chair'].includes(role)) ?? false;
	}

	/** Asks who is signed in. */
	async look(): Promise<void> {
		const answer = await ask<{ staff: Me; keys: KeyState }>('GET', '/api/staff/me');
		if (answer.ok) {
			this.#me = answer.value.staff;
			this.#keys = answer.value.keys;
			this.#state = 'signed-in';
		} else this.fail(answer.reason);
	}

	/** What any request found out about the session: signed out there means signed out here. */
	fail(reason: ApiFault): void {
		if (reason === 'signed-out') this.#leave();
		else if (this.#state === 'asking') this.#state = 'no-signal';
	}

	/** After a sign-in that went well. */
	async arrive(): Promise<void> {
		this.#state = 'asking';
		await this.look();
	}

	/** Signs out: here at once, on the server as soon as it answers. */
	async signOut(): Promise<Result<unknown, ApiFault>> {
		this.#leave();
		return ask('POST', '/api/auth/sign-out', {});
	}

	/** Drops the keys and every letter's secret, and stays signed in. */
	lock(): void {
		this.unlocked.lock();
		this.letters.clear();
	}

	#leave(): void {
		this.lock();
		this.#me = null;
		this.#keys = { published: false, pending: false };
		this.#state = 'signed-out';
	}
}

const [getDesk, setDesk] = createContext<() => Desk>();

/** Gives `desk` to every page below. Call in the staff layout. */
export const provideDesk = (desk: Desk): void => {
	setDesk(() => desk);
};

/** The desk. Throws outside the staff layout. */
export const useDesk = (): Desk => getDesk()();
