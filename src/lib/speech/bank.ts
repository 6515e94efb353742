/**
 * A bank: the clips of one journey and version, or of the screens around it, in one file, so that a child's device fetches
 * and keeps one thing. Owns its format and how words that are shown find their clips.
 *
 * The file: `MSB1`, the length of the heading (unsigned, 4 bytes, little-endian), the heading (JSON, UTF-8), the clips.
 */
import { unpacked } from './container.ts';
import { asSaid, canBeSaid, fixedParts, patternOf } from './said.ts';

/** When a word is spoken: milliseconds from the start, first character and number of characters (UTF-16 units) in the text. */
export type WordTime = readonly [ms: number, from: number, length: number];

/** One clip. */
export interface Clip {
	/** Opus packets, as `container.ts` wraps them for the browser. */
	readonly packets: readonly Uint8Array[];
	readonly ms: number;
	readonly words: readonly WordTime[];
}

/** A piece of what is to be said: a clip, or words that no clip can have (a name, a child's own words). */
export type Piece =
	| { readonly clip: Clip; readonly from: number; readonly text: string }
	| { readonly clip: null; readonly from: number; readonly text: string };

/** What a bank's file says of itself. */
export interface BankHeading {
	readonly locale: string;
	/** Per clip: where it begins after the heading, how long it is in bytes and in milliseconds, its words end to end. */
	readonly clips: readonly (readonly [offset: number, bytes: number, ms: number, words: readonly number[]])[];
	/** Text as it is said → clip. */
	readonly texts: Readonly<Record<string, number>>;
	/** Texts with places, as they stand in the files of words. */
	readonly patterns: readonly string[];
}

const magic = [0x4d, 0x53, 0x42, 0x31];

/** The file of a bank. `clips` in the order of the heading. */
export function writeBank(heading: BankHeading, clips: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const head = new TextEncoder().encode(JSON.stringify(heading));
	const size = clips.reduce((sum, clip) => sum + clip.length, 0);
	const file = new Uint8Array(8 + head.length + size);
	file.set(magic);
	new DataView(file.buffer).setUint32(4, head.length, true);
	file.set(head, 8);
	let at = 8 + head.length;
	for (const clip of clips) {
		file.set(clip, at);
		at += clip.length;
	}
	return file;
}

/** Words that stand in a row, flat → by three. */
const wordTimes = (flat: readonly number[]): readonly WordTime[] =>
	Array.from({ length: Math.floor(flat.length / 3) }, (_, at) => [
		flat[at * 3] ?? 0,
		flat[at * 3 + 1] ?? 0,
		flat[at * 3 + 2] ?? 0
	]);

/** One bank, opened. */
export class Bank {
	readonly locale: string;
	readonly #heading: BankHeading;
	readonly #clips: Uint8Array<ArrayBuffer>;

	/** Opens a bank's file. Throws TypeError where it is none. */
	constructor(file: Uint8Array<ArrayBuffer>) {
		if (magic.some((byte, at) => file[at] !== byte)) throw new TypeError('Not a bank of clips');
		const length = new DataView(file.buffer, file.byteOffset).getUint32(4, true);
		const head = new TextDecoder().decode(file.subarray(8, 8 + length));
		this.#heading = JSON.parse(head) as BankHeading;
		this.#clips = file.subarray(8 + length);
		this.locale = this.#heading.locale;
	}

	/** Its texts with places. */
	get patterns(): readonly string[] {
		return this.#heading.patterns;
	}

	/** The clip of exactly this text (`asSaid`), or null. */
	clip(text: string): Clip | null {
		const found = Object.hasOwn(this.#heading.texts, text) ? this.#heading.texts[text] : undefined;
		const clip = found === undefined ? undefined : this.#heading.clips[found];
		if (!clip) return null;
		const [offset, bytes, ms, words] = clip;
		return { packets: unpacked(this.#clips.subarray(offset, offset + bytes)), ms, words: wordTimes(words) };
	}
}

/** Several banks asked as one: the screens around, then the journey. */
export class Banks {
	readonly #banks: readonly Bank[];
	readonly #patterns: readonly RegExp[];

	constructor(banks: readonly Bank[]) {
		this.#banks = banks;
		// The pattern that says most itself is asked first: "{{a}} and {{b}}" would take what is another's.
		// One that says nothing itself ("{{a}}: {{b}}") would take everything, and is found piece by piece anyway.
		this.#patterns = [...new Set(banks.flatMap((bank) => bank.patterns))]
			.filter((text) => fixedParts(text).length > 0)
			.sort((one, two) => two.length - one.length)
			.map(patternOf);
	}

	#clip(text: string): Clip | null {
		for (const bank of this.#banks) {
			const clip = bank.clip(text);
			if (clip) return clip;
		}
		return null;
	}

	/**
	 * What to play for `shown` (`asSaid`), in order. Whole texts first; then texts whose places were filled; then sentence by
	 * sentence; then the longest runs of words that have a clip. What is left has none. Nothing where nothing can be said.
	 */
	find(shown: string, from = 0): readonly Piece[] {
		const text = shown.trimStart();
		const at = from + shown.length - text.length;
		const said = text.trimEnd();
		if (!canBeSaid(said)) return [];
		const whole = this.#whole(said, at, true);
		if (whole) return whole;
		const sentences = [...said.matchAll(/[^.!?,;:،؟।·]+[.!?,;:،؟।·]*\s*/gu)];
		// Two texts may stand in one line: as many sentences as make one are taken together.
		for (const { index } of sentences.slice(1).reverse()) {
			const first = this.#whole(said.slice(0, index).trimEnd(), at, true);
			if (first) return [...first, ...this.find(said.slice(index), at + index)];
		}
		const loosely = this.#whole(said, at, false);
		if (loosely) return loosely;
		if (sentences.length > 1)
			return sentences.flatMap((sentence) => this.find(sentence[0], at + sentence.index));
		return this.#runs(said, at);
	}

	/**
	 * What to play where `said` is one text, as it stands in the files or with its places filled; null where it is none.
	 * `strict`: no sentence ends in what fills a place, as it would where the next text was taken for a part of it.
	 */
	#whole(said: string, at: number, strict: boolean): readonly Piece[] | null {
		const clip = this.#clip(asSaid(said));
		if (clip) return [{ clip, from: at, text: said }];
		for (const pattern of this.#patterns) {
			const found = pattern.exec(said);
			if (found && !(strict && found.slice(1).some((filled) => /[.!?؟।]\s/u.test(filled))))
				return this.#filled(said, found, at);
		}
		return null;
	}

	/** A number that has no clip, as one says a telephone number: digit by digit. Nothing where `word` is none. */
	#digits(word: string, from: number): readonly Piece[] {
		if (!/^[\p{P}\p{S}]*\d[\d\p{P}\p{S}]*$/u.test(word)) return [];
		const digits = [...word.matchAll(/\d/g)].flatMap(({ 0: digit, index }) => {
			const clip = this.#clip(digit);
			return [{ clip, from: from + index, text: digit }];
		});
		return digits.every(({ clip }) => clip !== null) ? digits : [];
	}

	/** A text whose places are filled: its own parts, and between them what fills them. */
	#filled(said: string, found: RegExpExecArray, from: number): readonly Piece[] {
		const pieces: Piece[] = [];
		let end = 0;
		for (const [start, stop] of found.indices?.slice(1).filter((range) => range !== undefined) ?? []) {
			pieces.push(...this.find(said.slice(end, start), from + end));
			pieces.push(...this.find(said.slice(start, stop), from + start));
			end = stop;
		}
		return [...pieces, ...this.find(said.slice(end), from + end)];
	}

	/** The longest runs of whole words that have a clip, from the start on; words without one are left together. */
	#runs(said: string, from: number): readonly Piece[] {
		const words = [...said.matchAll(/\S+/gu)];
		const pieces: Piece[] = [];
		for (let first = 0; first < words.length;) {
			const start = words[first]?.index ?? 0;
			let taken = 0;
			for (let last = words.length; last > first && taken === 0; last--) {
				const stop = (words[last - 1]?.index ?? 0) + (words[last - 1]?.[0].length ?? 0);
				const whole = said.slice(start, stop);
				const bare = whole.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
				const clip = this.#clip(asSaid(whole)) ?? this.#clip(asSaid(bare));
				if (!clip) continue;
				pieces.push({ clip, from: from + start + Math.max(0, whole.indexOf(bare)), text: whole });
				taken = last - first;
			}
			if (taken === 0) {
				const before = pieces.at(-1);
				const word = words[first]?.[0] ?? '';
				const digits = this.#digits(word, from + start);
				if (digits.length > 0) pieces.push(...digits);
				else if (before?.clip === null) {
					const text = said.slice(before.from - from, start + word.length);
					pieces[pieces.length - 1] = { clip: null, from: before.from, text };
				} else if (canBeSaid(word)) pieces.push({ clip: null, from: from + start, text: word });
				taken = 1;
			}
			first += taken;
		}
		return pieces;
	}
}
