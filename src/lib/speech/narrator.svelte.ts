/**
 * Reads out what stands on a child's screen: finds the clips, plays them one after another, shows each word as it comes.
 * Owns when it begins and ends; asks nobody but the page itself what there is to read.
 */
import { createContext } from 'svelte';
import { Banks, type Bank, type Piece } from './bank.ts';
import { blocksOf, rangeOf, type Block } from './block.ts';
import { hearVoices, localVoice, sayOnDevice, type Saying } from './device-voice.ts';
import type { Hearing } from './hearing.ts';
import { paint } from './highlight.ts';
import type { Spoken, Voice } from './shelf.ts';
import { cue, warmUp, type Cued, type Playing } from './sound.ts';

/** Between one block and the next: milliseconds of rest. */
const rest = 300;

interface Part {
	readonly block: Block;
	readonly piece: Piece;
	/** The first of its block. */
	readonly first: boolean;
}

/** One for a page. `state`, `ready` and `silent` are reactive. */
export class Narrator {
	/** What is wanted of it, now: reactive where it is read. */
	readonly #wanted: () => Hearing;
	#state = $state<'still' | 'speaking' | 'paused'>('still');
	#banks = $state.raw<Banks | null>(null);
	#silent = $state(false);
	/** Whether a voice of the device speaks this language: then there is something to hear even without clips. */
	#device = $state(false);
	#by = $state<symbol | null>(null);
	#willing = $state(false);
	#voice = $state<Voice>('plain');
	#spoken: Spoken | null = null;
	#turn = 0;
	#now: Playing | Saying | null = null;
	#goOn: (() => void) | null = null;
	#marked: Element | null = null;

	constructor(wanted: () => Hearing) {
		this.#wanted = wanted;
		// Browsers find their voices some time after the page begins.
		hearVoices(() => (this.#device = localVoice(this.#spoken?.locale ?? '') !== null));
	}

	/** What it does now. Whatever else waits for quiet (switch scanning) waits while it is `speaking`. */
	get state(): 'still' | 'speaking' | 'paused' {
		return this.#state;
	}
	/** Which button asked for what is being read; null where none did. */
	get by(): symbol | null {
		return this.#by;
	}
	/** Whether something is heard at this moment. */
	get speaking(): boolean {
		return this.#state === 'speaking';
	}
	/** Whether this language has sound, and it is there: clips, or a voice of the device. */
	get spoken(): boolean {
		return this.#banks !== null || this.#device;
	}
	/** Whether anything is to be heard: there is sound, and it is wanted. */
	get ready(): boolean {
		return this.spoken && this.reading !== 'never' && !this.#wanted().silent;
	}
	/** When words are read out to whoever is here. */
	get reading(): 'itself' | 'pressed' | 'never' {
		const { reading } = this.#wanted();
		return reading !== 'version' ? reading : this.#voice === 'short' ? 'itself' : 'pressed';
	}
	/** Something just read could only be shown: no clip, and no voice on this device. */
	get silent(): boolean {
		return this.#silent;
	}
	/** Whether screens are read out when they come, and answers are heard before they are chosen. */
	get automatic(): boolean {
		return this.ready && this.#willing && this.reading === 'itself' && !this.#wanted().calm;
	}

	/** Somebody has pressed something with a finger or a pointer, or asked to listen: browsers allow sound from then on. */
	allow(): void {
		this.#willing = true;
	}

	/** What is spoken from now on. Fetches it; keeps the journey's clips on the device. Never throws. */
	async speak(spoken: Spoken): Promise<void> {
		const before = this.#spoken;
		this.#spoken = spoken;
		this.#voice = spoken.voice;
		this.#device = localVoice(spoken.locale) !== null;
		const shelf = await import('./shelf.ts').catch(() => null);
		if (!shelf || this.#spoken !== spoken) return;
		const { banksFor, keepOnly, takeBank } = shelf;
		const names = banksFor(spoken);
		if (before && this.#banks && banksFor(before).join() === names.join()) return;
		// A letter that opens adds to what is there, and interrupts nothing; another language or way of saying does.
		if (before?.locale !== spoken.locale || before.voice !== spoken.voice) {
			this.stop();
			this.#banks = null;
		}
		const [first, ...others] = names;
		if (first === undefined) return;
		// The rest of what a journey says is wanted soon; what lies beside it, at some time.
		const banks = [await takeBank(first)];
		this.#take(spoken, banks);
		void warmUp().catch(() => undefined);
		for (const name of others) {
			banks.push(await takeBank(name));
			this.#take(spoken, banks);
		}
		if (this.#spoken === spoken && spoken.journey !== null) await keepOnly(names).catch(() => undefined);
	}

	#take(spoken: Spoken, banks: readonly (Bank | null)[]): void {
		if (this.#spoken !== spoken) return;
		const there = banks.filter((bank) => bank !== null);
		this.#banks = there.length > 0 ? new Banks(there) : null;
	}

	/**
	 * Reads out `elements` from the first word, in place of whatever is being read. `by`: the button that asked for it; none
	 * where the screen reads itself. Resolves when all is read or it was stopped.
	 */
	async read(elements: readonly Element[], by: symbol | null = null): Promise<void> {
		const banks = this.#banks ?? new Banks([]);
		this.stop();
		if (!this.ready || document.hidden) return;
		this.#by = by;
		const turn = ++this.#turn;
		const parts = elements
			.flatMap(blocksOf)
			.flatMap((block) =>
				banks.find(block.text).map((piece, at): Part => ({ block, piece, first: at === 0 }))
			);
		this.#silent = false;
		this.#state = 'speaking';
		let next: Promise<Cued | null> | null = null;
		for (const [at, part] of parts.entries()) {
			const cued: Cued | null = await (next ?? this.#cue(part));
			const following = parts[at + 1];
			next = following ? this.#cue(following) : null;
			if (at > 0 && part.first) await new Promise((resolve) => setTimeout(resolve, rest));
			if (this.#paused) await new Promise<void>((resolve) => (this.#goOn = resolve));
			const went = turn === this.#turn && (await this.#say(part, cued, turn));
			if (!went) {
				if (turn !== this.#turn) cued?.drop();
				void next?.then((unused) => unused?.drop());
				break;
			}
		}
		if (turn === this.#turn) this.stop();
	}

	/** A getter, because the state changes while one waits. */
	get #paused(): boolean {
		return this.#state === 'paused';
	}

	async #cue({ piece }: Part): Promise<Cued | null> {
		return piece.clip ? cue(piece.clip, this.#wanted().rate).catch(() => null) : null;
	}

	/** Says one part; false where it was stopped, or the browser allows no sound. */
	async #say({ block, piece }: Part, cued: Cued | null, turn: number): Promise<boolean> {
		this.#mark(block.element);
		if (piece.clip) {
			if (!cued) return this.#unsaid();
			const playing = cued.play();
			this.#now = playing;
			this.#follow(playing, block, piece, turn);
			const how = await playing.done;
			if (this.#now === playing) this.#now = null;
			return how === 'ended';
		}
		const voice = localVoice(this.#spoken?.locale ?? '');
		if (!voice) return this.#unsaid();
		paint(rangeOf(block, piece.from, piece.text.length));
		const saying = sayOnDevice(piece.text, voice, this.#wanted().rate);
		this.#now = saying;
		return (await saying.done) !== 'stopped';
	}

	/** Shown and not said: nothing leaves the device for it. */
	#unsaid(): true {
		this.#silent = true;
		return true;
	}

	/** Paints each word of `piece` when it comes. */
	#follow(playing: Playing, block: Block, piece: Piece, turn: number): void {
		const words = piece.clip?.words ?? [];
		let shown = -1;
		const frame = () => {
			if (turn !== this.#turn || this.#now !== playing) return;
			const at = playing.at();
			const now = words.findLastIndex(([ms]) => ms <= at + 40);
			// At its end a clip stands at its start again: nothing goes back.
			if (now > shown && words[now]) paint(rangeOf(block, piece.from + words[now][1], words[now][2]));
			shown = Math.max(shown, now);
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	}

	/** Marks what is being heard, for the eye alone. */
	#mark(element: Element | null): void {
		this.#marked?.removeAttribute('data-heard');
		this.#marked = element?.closest('button') ?? element;
		this.#marked?.setAttribute('data-heard', '');
	}

	/** Rests, and can go on where it was. */
	pause(): void {
		if (this.#state !== 'speaking') return;
		this.#state = 'paused';
		if (this.#now && 'pause' in this.#now) this.#now.pause();
		else if (this.#now) speechSynthesis.pause();
	}

	/** Goes on after a pause. */
	goOn(): void {
		if (this.#state !== 'paused') return;
		this.#state = 'speaking';
		if (this.#now && 'resume' in this.#now) this.#now.resume();
		else if (this.#now) speechSynthesis.resume();
		this.#goOn?.();
		this.#goOn = null;
	}

	/** Stops, at once. Nothing is heard after it returns. */
	stop(): void {
		this.#turn += 1;
		this.#now?.stop();
		this.#now = null;
		this.#goOn?.();
		this.#goOn = null;
		this.#state = 'still';
		this.#mark(null);
		paint(null);
	}
}

const [get, set, has] = createContext<Narrator>();

/** Gives a page its narrator. Call while a component is being set up. */
export const provideNarrator = (narrator: Narrator): Narrator => set(narrator);

/** The page's narrator; null where nothing is read out (the gallery, a component alone). */
export const useNarrator = (): Narrator | null => (has() ? get() : null);
