/**
 * Making the keys of whoever is signed in: choose unlockers, keep them, prove that two of them open a test envelope, and
 * only then store the vault and offer the public halves to the administrator. Nothing leaves the browser before that.
 */
import { instant, systemClock } from '../../base/clock.ts';
import type { StaffId } from '../../base/ids.ts';
import type { StaffKeys } from '../../vault/keys.ts';
import { newStaffKeys, proveKeys, publicHalf } from '../../vault/keys.ts';
import { createVault } from '../../vault/open.ts';
import { askPasskey, makePasskey, type PasskeyUnlocker } from '../../vault/passkey.ts';
import { newPrintedCode } from '../../vault/printed-code.ts';
import { testUnlockers, type TestedVault } from '../../vault/test-unlockers.ts';
import type { Unlocker, UnlockerKind } from '../../vault/unlocker.ts';
import { passphraseFits, plainPassphrase } from '../../vault/unlocker.ts';
import type { Vault } from '../../vault/vault.ts';
import { listUnlockers } from '../../vault/vault.ts';
import { ask } from '../api.ts';

/** The steps, in order. */
export type MakingStep = 'choose' | 'test' | 'done';

/** What is typed, and how far things have come. One for each visit; gone with the page. */
export class Making {
	step: MakingStep = $state('choose');
	busy = $state(false);
	fault: string | null = $state(null);
	/** Which unlockers there will be. */
	chosen: readonly UnlockerKind[] = $state.raw(['passphrase', 'code']);
	passphrase = $state('');
	again = $state('');
	/** The printed code; made with the page, shown once. */
	code: string | null = $state(null);
	/** What was typed to test. */
	testPhrase = $state('');
	testCode = $state('');
	/** Unlockers that have been seen to open. */
	tested: ReadonlySet<UnlockerKind> = $state.raw(new Set());

	#keys: StaffKeys | null = null;
	#vault: Vault | null = null;
	#passkey: PasskeyUnlocker | null = null;
	/** What opened, for the joint test at the end. */
	readonly #opened = new Map<UnlockerKind, Unlocker>();

	/** Takes an unlocker into the choice or out of it. */
	choose(kind: UnlockerKind, on: boolean): void {
		const rest = this.chosen.filter((one) => one !== kind);
		this.chosen = on ? [...rest, kind] : rest;
	}

	/** Makes keys and vault, in memory. */
	async make(name: string): Promise<void> {
		await this.#while(async () => {
			const fault = this.#faultOfChoice();
			if (fault) return fault;
			const unlockers: Unlocker[] = [];
			if (this.chosen.includes('passkey')) {
				const made = await makePasskey(name);
				if (!made.ok) return made.reason;
				this.#passkey = made.value;
				unlockers.push(made.value);
			}
			if (this.chosen.includes('passphrase'))
				unlockers.push({ kind: 'passphrase', passphrase: this.passphrase });
			const code = await newPrintedCode();
			if (this.chosen.includes('code')) unlockers.push({ kind: 'code', code });
			const keys = await newStaffKeys();
			const vault = await createVault(keys, unlockers, systemClock);
			if (!vault.ok) return vault.reason;
			this.#keys = keys;
			this.#vault = vault.value;
			this.code = this.chosen.includes('code') ? code : null;
			this.passphrase = this.again = '';
			this.step = 'test';
			return null;
		});
	}

	#faultOfChoice(): string | null {
		if (this.chosen.length < 2) return 'too-few-unlockers';
		if (!this.chosen.includes('passphrase')) return null;
		if (!passphraseFits(this.passphrase)) return 'passphrase-too-short';
		return plainPassphrase(this.passphrase) === plainPassphrase(this.again) ? null : 'passphrases-differ';
	}

	/** Opens the test envelope with one unlocker, as it will be used: typed, read from paper, touched. */
	async test(kind: UnlockerKind): Promise<void> {
		await this.#while(async () => {
			const [vault, keys] = [this.#vault, this.#keys];
			if (!vault || !keys) return 'not-a-vault';
			const unlocker = await this.#typed(kind, vault);
			if (!unlocker.ok) return unlocker.reason;
			// Alone it cannot pass (two are needed), but it says what is wrong with this one.
			const alone = await testUnlockers(vault, [unlocker.value], keys);
			if (!alone.ok && alone.reason !== 'too-few-unlockers') return alone.reason;
			this.#opened.set(kind, unlocker.value);
			this.tested = new Set(this.#opened.keys());
			return null;
		});
	}

	async #typed(
		kind: UnlockerKind,
		vault: Vault
	): Promise<{ ok: true; value: Unlocker } | { ok: false; reason: string }> {
		if (kind === 'passkey') return askPasskey(listUnlockers(vault) ?? []);
		return {
			ok: true,
			value: kind === 'code' ? { kind, code: this.testCode } : { kind, passphrase: this.testPhrase }
		};
	}

	/** Stores the vault and offers the public keys; needs two unlockers that were seen to open. */
	async publish(staff: StaffId): Promise<void> {
		await this.#while(async () => {
			const [vault, keys] = [this.#vault, this.#keys];
			if (!vault || !keys) return 'not-a-vault';
			const tested = await testUnlockers(vault, [...this.#opened.values()], keys);
			if (!tested.ok) return tested.reason;
			const fault = await offer(tested.value, keys, staff);
			if (fault) return fault;
			this.#forget();
			this.step = 'done';
			return null;
		});
	}

	/** Lets go of everything secret. */
	#forget(): void {
		this.#keys = this.#vault = this.#passkey = null;
		this.#opened.clear();
		this.code = null;
		this.testPhrase = this.testCode = '';
	}

	/** Whether a passkey was made in this visit. */
	get hasPasskey(): boolean {
		return this.#passkey !== null;
	}

	async #while(work: () => Promise<string | null>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.fault = null;
		this.fault = await work();
		this.busy = false;
	}
}

/** First the vault, then the keys: published keys without a stored vault would be keys that nobody can open. */
async function offer(
	{ vault, enc, sig }: TestedVault,
	keys: StaffKeys,
	staff: StaffId
): Promise<string | null> {
	const stored = await ask('PUT', '/api/staff/vault', { vault });
	if (!stored.ok) return stored.reason;
	const proof = await proveKeys(keys, staff, instant(systemClock));
	const offered = await ask('POST', '/api/staff/keys', {
		enc: publicHalf(enc),
		sig: publicHalf(sig),
		proof
	});
	return offered.ok ? null : offered.reason;
}
