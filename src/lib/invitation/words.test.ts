import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { canonicalWords, checkList, fold, newWords, readWords, slipsBetween, splitWords } from './words.ts';

/** 2,048 spellable nonsense words, so that these tests do not hang on the authored lists. */
const list = Array.from({ length: 2048 }, (_, at) => {
	const letter = (digit: number) => 'abdeghilmnorstuw'[digit % 16] ?? 'a';
	return `k${letter(at >> 8)}${letter(at >> 4)}${letter(at)}o`;
});
const accented = list.map((word) => word.replace('a', 'â').replace('w', 'ŵ'));
const sixOf = fc.array(fc.constantFrom(...list), { minLength: 6, maxLength: 6 });

describe('six words', () => {
	it('are drawn from the whole list, each word equally often', () => {
		expect(newWords(list).every((word) => list.includes(word))).toBe(true);
		const draws = vi.spyOn(crypto, 'getRandomValues');
		for (const draw of [0, 1, 2047, 2048, 65535]) {
			draws.mockImplementationOnce((array) => (array as Uint16Array).fill(draw) as typeof array);
			expect(newWords(list)).toEqual(Array(6).fill(list[draw % 2048]));
		}
	});

	it('are not drawn from a list that cannot carry them', () => {
		expect(() => newWords(list.slice(1))).toThrow(RangeError);
		expect(() => checkList([...list.slice(1), `${list[1] ?? ''}\u0302`])).toThrow(RangeError);
		expect(() => checkList(accented)).not.toThrow();
	});

	it('count the same however they are typed', () => {
		const separators = fc.constantFrom(' ', ', ', '  ', ' - ', '\n', '. ', ' 1. ', '\u00a0', ',');
		fc.assert(
			fc.property(sixOf, separators, fc.boolean(), fc.boolean(), (words, between, capitals, accents) => {
				const shown = accents ? words.map((word) => accented[list.indexOf(word)] ?? '') : words;
				const typed = shown.map((word) => (capitals ? word.toUpperCase() : word)).join(between);
				expect(readWords(` ${typed} `, [list])).toEqual({ ok: true, value: canonicalWords(words) });
			})
		);
	});

	it('may come from either language without saying which', () => {
		const other = list.map((word) => `z${word}`);
		const typed = [...list.slice(0, 3), ...other.slice(0, 3)].join(' ');
		expect(readWords(typed, [list, other]).ok).toBe(true);
	});

	it('names each unknown word, and the nearest ones as the list spells them', () => {
		const words = ['tŷ', 'afal', 'bara', 'cwch', 'dafad', 'eira', ...list.slice(6)];
		const read = readWords('Ty afla bara cwhc dafad eira', [words]);
		expect(read).toEqual({
			ok: false,
			reason: 'unknown-word',
			unknown: [
				{ at: 1, perhaps: expect.arrayContaining(['afal']) },
				{ at: 3, perhaps: expect.arrayContaining(['cwch']) }
			]
		});
	});

	it('names a word with nothing near it without guessing', () => {
		const read = readWords('xxxxxxxxxxxx', [list]);
		expect(read).toMatchObject({ reason: 'unknown-word', unknown: [{ at: 0, perhaps: [] }] });
	});

	it('says when there are too few or too many', () => {
		expect(readWords(list.slice(0, 5).join(' '), [list])).toMatchObject({ reason: 'too-few' });
		expect(readWords(list.slice(0, 7).join(' '), [list])).toMatchObject({ reason: 'too-many' });
		expect(readWords('', [list])).toMatchObject({ reason: 'too-few' });
	});

	it('folds anything once and for all, and splits without throwing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
				for (const word of splitWords(text)) expect(fold(word)).toBe(word);
			})
		);
	});

	it('measures slips like a person would', () => {
		expect(slipsBetween('afal', 'afal')).toBe(0);
		expect(slipsBetween('afla', 'afal')).toBe(1);
		expect(slipsBetween('fal', 'afal')).toBe(1);
		expect(slipsBetween('affal', 'afal')).toBe(1);
		expect(slipsBetween('', 'afal')).toBe(4);
		fc.assert(fc.property(fc.string(), fc.string(), (a, b) => slipsBetween(a, b) === slipsBetween(b, a)));
	});
});
