/**
 * How hard some words are to read: words, sentences, syllables, grade. For the word gates of `gates.ts`; nothing
 * here ever looks at what a child has said.
 */

/** The words of `text`, lower-case. A hyphenated or apostrophed word is one; figures count as words. */
export const wordsIn = (text: string): readonly string[] =>
	text
		.toLowerCase()
		.replaceAll('’', "'")
		.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*'?/gu)
		?.map((word) => word.replace(/'$/, '')) ?? [];

/** The sentences of `text`: what stands between full stops, question marks, exclamation marks and colons. */
export const sentencesIn = (text: string): readonly string[] =>
	text.split(/[.?!:]+/u).flatMap((sentence) => (wordsIn(sentence).length > 0 ? [sentence.trim()] : []));

/** Words that the rule of `syllablesIn` counts wrongly. */
const spoken: Readonly<Record<string, number>> = {
	anything: 3,
	area: 3,
	being: 2,
	bedtime: 2,
	before: 2,
	beforehand: 3,
	carer: 2,
	carers: 2,
	create: 2,
	diary: 3,
	doing: 2,
	else: 1,
	evening: 2,
	every: 2,
	everybody: 4,
	everyone: 3,
	friday: 2,
	going: 2,
	idea: 3,
	interested: 3,
	liked: 1,
	naming: 2,
	people: 2,
	playing: 2,
	quiet: 2,
	safely: 2,
	science: 2,
	seeing: 2,
	social: 2,
	someone: 2,
	something: 2,
	sometimes: 2,
	somewhere: 2,
	somebody: 3,
	trying: 2,
	used: 1,
	video: 3,
	worried: 2
};

/** Syllables of one English word, by its vowel groups; hyphenated parts are added up. */
export function syllablesIn(word: string): number {
	if (word.includes('-')) return word.split('-').reduce((sum, part) => sum + syllablesIn(part), 0);
	const plain = word.replace(/'(s|re|ve|ll|d|m)$/, '').replace(/[^a-z]/g, '');
	if (plain === '') return 1;
	const known = spoken[plain];
	if (known !== undefined) return known;
	const trimmed = plain
		.replace(/([^aeiouy])es$/, (all, before: string) => (/[szxc]|sh|ch|g/.test(before) ? all : before))
		.replace(/([^aeioutdy])ed$/, '$1')
		.replace(/([^aeiouyl])e$/, '$1')
		.replace(/([aeiouy]l)e$/, '$1')
		.replace(/^y/, '');
	return Math.max(1, trimmed.match(/[aeiouy]+/g)?.length ?? 1);
}

/** The Flesch–Kincaid grade of `sentences`. Means something from 100 words on, and for English alone. */
export function gradeOf(sentences: readonly string[]): number {
	const words = sentences.flatMap(wordsIn);
	const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
	return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
