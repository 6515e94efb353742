import { describe, expect, it } from 'vitest';
import { praiseWords, secrecyWords } from '../gate-words.ts';
import { loadGlossary } from '../load.ts';
import { sentencesIn, wordsIn } from '../reading.ts';
import { localeIds } from '../version.ts';
import { termsIn } from './terms.ts';

const en = await loadGlossary('en', 'full');
const cy = await loadGlossary('cy', 'full');
const found = (text: string, locale: 'en' | 'cy') =>
	termsIn([text], locale === 'en' ? en : cy, locale).map(({ term }) => term);

describe('the words of a screen that are explained', () => {
	it.each([
		['en', 'What do you want to do about an advocate?', ['advocate']],
		['en', 'How well do you know your Social Worker?', ['social worker']],
		['en', 'How much of your pathway plan fits your life?', ['pathway plan']],
		['en', 'Advocates and carers', ['advocate', 'carer']],
		['en', 'Planning what I spend, in an armchair', []],
		['cy', "Pa mor dda wyt ti'n nabod dy weithiwr cymdeithasol?", ['gweithiwr cymdeithasol']],
		['cy', 'Fy ngweithiwr cymdeithasol', ['gweithiwr cymdeithasol']],
		['cy', 'Beth ddylai ddigwydd i dy gynllun?', ['cynllun']],
		['cy', 'Gyda theulu, neu dy ofalwr', ['teulu', 'gofalwr']],
		['cy', 'Beth ddylai aros yn breifat?', ['preifat']],
		['cy', 'Sut wyt ti heddiw?', []]
	] as const)('%s: %s', (locale, text, terms) => {
		expect(found(text, locale)).toEqual(terms);
	});

	it('mean what the glossary of the language says', () => {
		expect(termsIn(['A file', 'A file'], en, 'en')).toEqual([{ term: 'file', means: en['file'] }]);
	});
});

describe.each(localeIds)('the short glossary in %s', (locale) => {
	it('explains what the whole one explains, shorter, and has all the rest of it', async () => {
		const full = await loadGlossary(locale, 'full');
		const short = await loadGlossary(locale, 'short');
		expect(Object.keys(short)).toEqual(Object.keys(full));
		const own = Object.entries(short).filter(([term, means]) => means !== full[term]);
		expect(own.length).toBeGreaterThan(6);
		for (const [term, means] of own) {
			expect(wordsIn(means).length, term).toBeLessThanOrEqual(wordsIn(full[term] ?? '').length);
			for (const sentence of sentencesIn(means))
				expect(wordsIn(sentence).length, term).toBeLessThanOrEqual(10);
		}
	});
	it('praises nothing and promises no secrecy', async () => {
		for (const form of ['short', 'full'] as const)
			for (const [term, means] of Object.entries(await loadGlossary(locale, form))) {
				expect(praiseWords[locale]?.test(means), term).toBe(false);
				expect(secrecyWords[locale]?.test(means), term).toBe(false);
			}
	});
});
