/**
 * Joins the parts of the child's side: letter → draft → invitation → journey → player → outbox. Holds what is shown now;
 * each part knows nothing of the others. Decision 0006.
 */
import { createWords, type Words } from '$lib/i18n/words.svelte';
import { systemClock } from '$lib/base/clock';
import { markAway } from '$lib/draft/away';
import type { Draft } from '$lib/draft/draft';
import { askToPersist, openDraft, reopenDraft, resumeDraft } from '$lib/draft/session';
import { refused, type Result } from '$lib/base/result';
import { bringBack, carryOut } from '$lib/carry/carry';
import { mergeDrafts } from '$lib/carry/merge';
import { sendParcels } from '$lib/carry/parcel';
import { markBegun, wasCleared } from '$lib/draft/storage-state';
import type { InvitationLink } from '$lib/invitation/link';
import { parseLink } from '$lib/invitation/link';
import type { DeviceMode } from '$lib/journey/answer';
import type { Dial } from '$lib/journey/dials';
import type { DraftState } from '$lib/journey/draft-state';
import { asksChild } from '$lib/journey/journey';
import { loadJourney, loadText } from '$lib/journey/load';
import { localeIds, versionIds, type VersionId } from '$lib/journey/version';
import type { Code } from '$lib/lock/code';
import type { NotOpened } from '$lib/lock/open';
import { FirstOutbox } from '$lib/outbox/first';
import { Outbox } from '$lib/outbox/outbox';
import { prepare, type NotPrepared, type Prepared } from '$lib/outbox/prepare';
import { queueViews } from '$lib/outbox/queue';
import type { MeetingFacts, SentViews } from '$lib/player/facts';
import { Looks } from '$lib/player/looks.svelte';
import type { Making } from '$lib/player/making';
import { PlayerController } from '$lib/player/player.svelte';
import { ChildLock } from './child-lock.svelte.ts';
import { AskingSession } from './asking-session.svelte.ts';
import { BareAsking } from './bare-asking.svelte.ts';
import { letNewerVersionIn } from './offline.ts';
import { factsOf, newState, settled } from './play-from.ts';
import { OwnAnswers } from './own-answers.svelte.ts';
import { OwnSentViews } from './sent-views.svelte.ts';

/** Why the letter is not open. */
export type NotOpen = 'offline' | 'failed' | 'closed' | 'damaged';

/** What is shown: the first screen of the document itself, the typing of words, the places, the opening, or the journey. */
export type Showing =
	| { readonly is: 'first' }
	| { readonly is: 'words' }
	| { readonly is: 'places' }
	| { readonly is: 'opening'; readonly not: NotOpen | null }
	| { readonly is: 'elsewhere' }
	| {
			readonly is: 'journey';
			readonly player: PlayerController;
			readonly facts: MeetingFacts;
			readonly making: Making;
			readonly sent: SentViews;
			readonly answers: OwnAnswers;
	  };

const isVersion = (look: string): look is VersionId => (versionIds as readonly string[]).includes(look);
const isSpoken = (locale: string): boolean => (localeIds as readonly string[]).includes(locale);

/** The browser could not read what is kept: nothing is said of whether something is. */
const failedNow = (resumed: Awaited<ReturnType<typeof resumeDraft>>): boolean =>
	!resumed.ok && resumed.reason === 'failed';

const notOpen = (reason: NotPrepared): NotOpen =>
	reason === 'needs-signal' ? 'offline' : reason === 'not-valid' ? 'closed' : 'failed';

/** The child's side in one page. Made once; ends with the page. */
export class ChildSession {
	readonly words: Words;
	readonly looks = new Looks();
	readonly #outbox = new Outbox();
	readonly #first = new FirstOutbox();
	#asking = $state.raw<AskingSession | null>(null);
	/** The way to ask where no letter is open: lives as long as this page, and leaves nothing. */
	readonly bare = new BareAsking({ look: () => this.look, locale: () => this.words.locale });
	#showing = $state.raw<Showing>({ is: 'first' });
	#look = $state<VersionId>('8-11');
	/** The browser cleared what was kept here: to be said once; with whether something came back. */
	#cleared = $state.raw<{ readonly brought: boolean } | null>(null);
	#link: InvitationLink | null = null;
	#draft: Draft | null = null;
	/** How the open draft opens again, and whether it rests. */
	readonly lock = new ChildLock((evenIfLost) => this.putAway(evenIfLost));
	#stop: (() => void)[] = [];

	private constructor(words: Words) {
		this.words = words;
		const look = document.documentElement.dataset['look'] ?? '';
		if (isVersion(look)) this.#look = look;
		void this.#first.start();
		void this.#outbox.start();
		void sendParcels();
		addEventListener('online', () => void sendParcels());
	}

	/** Ready to open a letter; speaks the language that the first screen speaks. */
	static async create(): Promise<ChildSession> {
		const locale = document.documentElement.lang;
		const session = new ChildSession(
			await createWords(isSpoken(locale) ? locale : 'en', [
				...([
					'common',
					'child',
					'player',
					'dials',
					'kinds',
					'made',
					'answers',
					'asking',
					'lock',
					'gathering',
					'helper',
					'access',
					'speech'
				] as const)
			])
		);
		return session;
	}

	get showing(): Showing {
		return this.#showing;
	}

	/** The version of the words: the draft's own, and before there is one the letter's. At the places the largest: nobody is known. */
	get look(): VersionId {
		return this.#dialled('words');
	}
	/** The version of paper, shapes, sizes and letters. */
	get dress(): VersionId {
		return this.#dialled('dress');
	}

	/** What to say of what the browser cleared, or null. */
	get cleared(): { readonly brought: boolean } | null {
		return this.#cleared;
	}

	/** It has been read. */
	readCleared(): void {
		this.#cleared = null;
	}

	/** The way to ask for an advocate or for help; null before a letter is open. */
	get asking(): AskingSession | null {
		return this.#asking;
	}

	setLook(look: VersionId): void {
		this.#look = look;
		if (this.#showing.is === 'journey') this.#showing.player.setLook(look);
	}

	/** Speaks another language everywhere, or nowhere: throws, unchanged, where a part of it cannot be fetched. */
	async speak(locale: string): Promise<void> {
		await this.words.setLocale(locale);
		if (this.#showing.is === 'journey') await this.#showing.player.setLocale(locale);
		this.looks.speak(locale);
	}

	/** Goes on with the draft that is open on this device, or says that it does not open now. False where none is. */
	async resume(): Promise<boolean> {
		let resumed = await resumeDraft();
		// Right after a crash, or where the device is busy, what is kept may open a moment later.
		for (const pause of [500, 2_000]) {
			if (!failedNow(resumed)) break;
			await new Promise((resolve) => setTimeout(resolve, pause));
			resumed = await resumeDraft();
		}
		if (failedNow(resumed) && this.#showing.is !== 'journey' && !this.#link) {
			this.#showing = { is: 'opening', not: 'failed' };
			return true;
		}
		if (!resumed.ok || !resumed.value) {
			void letNewerVersionIn();
			return false;
		}
		await this.#enter(resumed.value);
		return true;
	}

	/** Opens the letter that the address carried, `#v1.…`. */
	async openFragment(fragment: string): Promise<void> {
		const link = parseLink(fragment);
		if (!link.ok) {
			this.#showing = { is: 'opening', not: 'damaged' };
			return;
		}
		await this.openLetter(link.value);
	}

	/** Opens the letter `link`. */
	async openLetter(link: InvitationLink): Promise<void> {
		this.#link = link;
		if (isVersion(link.look)) this.#look = link.look;
		this.#showing = { is: 'opening', not: null };
		const cleared = await wasCleared();
		const opened = await openDraft(link);
		markBegun();
		if (cleared) this.#cleared = { brought: false };
		if (!opened.ok) {
			this.#showing = { is: 'opening', not: 'failed' };
			return;
		}
		await this.#enter(opened.value);
	}

	/** Tries again what could not be opened. */
	async again(): Promise<void> {
		if (this.#draft) await this.#enter(this.#draft);
		else if (this.#link) await this.openLetter(this.#link);
		else if (!(await this.resume())) this.typeWords();
	}

	/** Back to the first screen, before anything is open. */
	toFirst(): void {
		this.#showing = { is: 'first' };
	}

	/** To the typing of the six words. */
	typeWords(): void {
		this.#showing = { is: 'words' };
	}

	/** To the places that a code opens. */
	toPlaces(): void {
		this.#showing = { is: 'places' };
	}

	/** Whose device this is, as was said. */
	get device(): DeviceMode {
		return this.#showing.is === 'journey' ? this.#showing.player.state.device : 'shared';
	}

	/** Opens what lies at `place` with `code`; refused in the same words whether it is somebody's or nobody's. */
	async unlock(place: number, code: Code): Promise<Result<null, NotOpened>> {
		const { openPlace } = await import('$lib/lock/open');
		const opened = await openPlace(place, code);
		if (!opened.ok) return opened;
		const draft = await reopenDraft(opened.value.key, opened.value.records);
		if (!draft.ok || !draft.value) return refused('empty');
		await this.#enter(draft.value);
		return { ok: true, value: null };
	}

	/** Takes the draft over from the tab that has it. */
	async takeOver(): Promise<void> {
		await this.#draft?.takeOver();
		if (this.#draft) await this.#enter(this.#draft);
	}

	/** Puts everything away; false where the last change could not be kept. Then the neutral start, without a trace. */
	async putAway(evenIfLost = false): Promise<boolean> {
		const [draft, showing] = [this.#draft, this.#showing];
		// Sealed to the letter, so that the child can go on anywhere: sent by the next page, which needs no key for it.
		if (draft && showing.is === 'journey') await carryOut(draft, showing.player.state);
		const away = await this.#draft?.putAway(evenIfLost);
		if (away && !away.ok) return false;
		// Whoever has this device next need not meet what somebody else needs to see and to read.
		if (this.device !== 'own') this.looks.forget();
		location.replace('/');
		return true;
	}

	/** Forgets, at once: leaving quickly. Never waits. */
	forget(): void {
		const [draft, showing] = [this.#draft, this.#showing];
		// First, so that nothing that hears of it takes this page somewhere else.
		this.#draft = this.#link = this.#asking = null;
		this.#showing = { is: 'first' };
		this.bare.end();
		if (draft) draft.leave();
		else markAway();
		if (showing.is === 'journey') showing.player.forget();
	}

	#dialled(dial: Dial): VersionId {
		if (this.#showing.is === 'places') return '4-7';
		return this.#showing.is === 'journey' ? this.#showing.player.dials[dial] : this.#look;
	}

	async #enter(draft: Draft): Promise<void> {
		this.#draft = draft;
		for (const stop of this.#stop) stop();
		this.#showing = { is: 'opening', not: null };
		try {
			const prepared = await prepare(draft);
			if (!prepared.ok) {
				this.#showing =
					prepared.reason === 'elsewhere' || draft.status.now.role === 'elsewhere'
						? { is: 'elsewhere' }
						: { is: 'opening', not: notOpen(prepared.reason) };
				return;
			}
			await this.#play(draft, prepared.value);
		} catch {
			// A part of the app could not be fetched: no signal in the middle of it.
			this.#showing = { is: 'opening', not: navigator.onLine ? 'failed' : 'offline' };
		}
	}

	async #play(draft: Draft, prepared: Prepared): Promise<void> {
		const kept = await draft.load();
		if (!kept.ok) {
			this.#showing = { is: 'opening', not: 'failed' };
			return;
		}
		const journey = await loadJourney(prepared.info.meeting.journey);
		const state = await this.#brought(
			draft,
			kept.value,
			kept.value
				? await settled(draft, kept.value)
				: newState(journey, { look: this.#look, locale: this.words.locale })
		);
		await this.words.speakTo(asksChild(journey) ? 'child' : 'grown-up');
		if (state.locale !== this.words.locale) await this.words.setLocale(state.locale);
		// The next first screen on this device speaks it, too: a language says nothing of who it was.
		this.looks.speak(state.locale);
		const text = await loadText(journey.id, state.locale);
		const player = new PlayerController({
			journey,
			text,
			state,
			clock: systemClock,
			loadText: (locale) => loadText(journey.id, locale),
			onchange: (next, pace) => this.#keep(draft, next, pace),
			onsubmit: (next) => this.#submit(draft, next)
		});
		this.#stop = [
			await this.lock.keep(draft, () => this.device),
			draft.status.subscribe(({ role }) => {
				if (role === 'elsewhere' && this.#draft === draft) this.#showing = { is: 'elsewhere' };
				// Put away in another tab: nothing may stay on this screen.
				if (role === 'away' && this.#showing.is !== 'first') location.replace('/');
			})
		];
		if (draft.status.now.role === 'elsewhere') return;
		const speaking = { look: () => player.look, locale: () => this.words.locale };
		const asking = new AskingSession(draft, this.#first, speaking, prepared.info.arranged);
		this.#stop.push(() => asking.end());
		this.#asking = asking;
		const access = this.looks.bring(state.access ?? null, kept.value === null);
		if (access) player.setAccess(access);
		this.looks.onchange = (kept) => player.setAccess(kept);
		this.#stop.push(() => (this.looks.onchange = null));
		const sent = new OwnSentViews(this.#outbox, draft.invitationId);
		this.#stop.push(sent.end);
		const answers = new OwnAnswers(draft, this.words);
		this.#showing = { is: 'journey', player, facts: factsOf(prepared), making: draft.made, sent, answers };
		void askToPersist();
	}

	/** `state` with what another device put away for the same letter. Only asked where the letter has just been opened. */
	async #brought(draft: Draft, kept: DraftState | null, state: DraftState): Promise<DraftState> {
		if (!this.#link || !navigator.onLine) return state;
		const carried = await bringBack(draft, kept ? 2_500 : 10_000);
		if (!carried) return state;
		const merged = mergeDrafts(state, carried);
		await draft.save(merged);
		if (this.#cleared) this.#cleared = { brought: true };
		return merged;
	}

	async #keep(draft: Draft, state: DraftState, pace: 'now' | 'soon'): Promise<void> {
		const saved = await draft.save(state, pace);
		if (!saved.ok && saved.reason !== 'elsewhere' && saved.reason !== 'away') throw new Error(saved.reason);
	}

	async #submit(draft: Draft, state: DraftState): Promise<DraftState['sent']> {
		// What the letter told may be older than a change of chair: ask again where there is signal.
		if (navigator.onLine) await prepare(draft);
		const answers = this.#showing.is === 'journey' ? this.#showing.player.answers : [];
		const queued = await queueViews(draft, { state: { ...state, at: 'sent' }, answers, build: __BUILD_ID__ });
		if (!queued.ok) throw new Error(queued.reason);
		await this.#outbox.changed();
		return queued.value.state.sent;
	}
}
