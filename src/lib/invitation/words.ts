/**
 * Six words instead of a QR code: choosing them, and reading what somebody typed. Capitals, accents, commas and odd spaces
 * never matter; a slip of the finger is met with the nearest word of the list.
 */
/** How many words stand for an invitation: 6 × 11 bits. */
export const wordCount = 6;

/** How many words a language's list has. */
export const listLength = 2048;

/** Why typed words cannot be used yet. */
export type WordsReason = 'too-few' | 'too-many' | 'unknown-word';

/** One typed word that stands in no list. */
export interface UnknownWord {
	/** Which of the words, from 0. */
	readonly at: number;
	/** Up to three words of the list that it may have been, nearest first. */
	readonly perhaps: readonly string[];
}

/** What came of reading typed words. On `unknown-word` every unknown one is named. */
export type WordsRead =
	| { readonly ok: true; readonly value: string }
	| { readonly ok: false; readonly reason: WordsReason; readonly unknown: readonly UnknownWord[] };

/** `word` as it counts: lower case, without accents (`Tŷ` → `ty`), compatibility forms made plain. */
export const fold = (word: string): string =>
	word
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.toLowerCase();

/** What of `text` are words: runs of letters; whatever stands between them (spaces, commas, dashes, numbers) does not matter. */
export const splitWords = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? [];

/** Six words at random from `list` (2,048, of which no two fold to the same). Throws RangeError for any other list. */
export function newWords(list: readonly string[]): string[] {
	checkList(list);
	return Array.from(
		crypto.getRandomValues(new Uint16Array(wordCount)),
		(draw) => list[draw % listLength] ?? ''
	);
}

/**
 * The canonical spelling of six typed words, the one that is stretched: folded, one space between. `lists` are the lists
 * of every language, each in full; a letter's language is not asked for.
 */
export function readWords(text: string, lists: readonly (readonly string[])[]): WordsRead {
	const typed = splitWords(text);
	const known = new Map(lists.flat().map((word) => [fold(word), word]));
	const unknown = typed.flatMap((word, at) =>
		known.has(word) ? [] : [{ at, perhaps: nearest(word, known) }]
	);
	if (unknown.length > 0) return { ok: false, reason: 'unknown-word', unknown };
	if (typed.length < wordCount) return { ok: false, reason: 'too-few', unknown };
	if (typed.length > wordCount) return { ok: false, reason: 'too-many', unknown };
	return { ok: true, value: canonicalWords(typed) };
}

/** The one spelling of `words` that is stretched. */
export const canonicalWords = (words: readonly string[]): string => words.map(fold).join(' ');

/** Throws RangeError where `list` cannot carry 11 bits a word: wrong length, or two words that fold to the same. */
export function checkList(list: readonly string[]): void {
	if (list.length !== listLength) throw new RangeError(`A list has ${listLength} words, not ${list.length}`);
	if (new Set(list.map(fold)).size !== listLength) throw new RangeError('Two words of the list are the same');
}

/** Up to three words of `known` (folded → as listed) at most two slips from `typed`, nearest first, then by the alphabet. */
function nearest(typed: string, known: ReadonlyMap<string, string>): string[] {
	const near: { word: string; slips: number }[] = [];
	for (const [folded, word] of known) {
		if (Math.abs(folded.length - typed.length) > 2) continue;
		const slips = slipsBetween(typed, folded);
		if (slips <= 2 && slips < folded.length) near.push({ word, slips });
	}
	near.sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1));
	return near.slice(0, 3).map(({ word }) => word);
}

/** Optimal string alignment distance: letters left out, added, mistaken, or two neighbours swapped, each one slip. */
export function slipsBetween(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			let slips = Math.min(
				(last[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
				(last[column - 1] ?? 0) + (same ? 0 : 1)
			);
			if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
				slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
			current.push(slips);
		}
		before = last;
		last = current;
	}
	return last[b.length] ?? 0;
}
