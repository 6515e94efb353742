/** Who can be at a meeting and what can be talked about: each has its words in every language, and its picture. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isPictureName } from '../picture/names.ts';
import { gatheringOf, promises, roles, themes } from './gathering.ts';

const locales = new URL('../../../locales/', import.meta.url);
type Named = Readonly<Record<'role' | 'theme' | 'promise', Readonly<Record<string, string>>>>;

test.each(readdirSync(locales))(
	'in %s each role, theme and promise has words, and no others have',
	(locale) => {
		const words = JSON.parse(readFileSync(new URL(`${locale}/gathering.json`, locales), 'utf8')) as Named;
		expect(Object.keys(words.role)).toEqual(Object.keys(roles));
		expect(Object.keys(words.theme)).toEqual(Object.keys(themes));
		expect(Object.keys(words.promise)).toEqual(promises);
	}
);

test('each has a picture of the set', () => {
	expect([...Object.values(roles), ...Object.values(themes)].filter((name) => !isPictureName(name))).toEqual(
		[]
	);
});

test('what another build knows and this one does not is not guessed at', () => {
	const told = {
		people: [
			{ name: 'Ann', role: 'teacher', face: 2 },
			{ name: 'Bo', role: 'constructor', face: null }
		],
		themes: ['home', 'toString', 'moon'],
		promises: ['outcome', 'ask-views', 'praise']
	};
	expect(gatheringOf(told)).toEqual({
		people: [
			{ name: 'Ann', role: 'teacher', face: 2 },
			{ name: 'Bo', role: 'other', face: null }
		],
		themes: ['home'],
		promises: ['ask-views', 'outcome']
	});
});
