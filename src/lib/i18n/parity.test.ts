/** Every language says everything: same keys, same places, whole plurals, nothing empty, nothing left in English. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { childNamespaces } from './languages.ts';
import type { WordTree } from './pseudo.ts';

const folder = new URL('../../../locales/', import.meta.url);
const others = readdirSync(folder).filter((locale) => locale !== 'en');
/** What is said to a grown-up in place of other words: not a namespace, and not the same in every language. */
const toGrownUps = 'grown-up';
const namespaces = readdirSync(new URL('en/', folder))
	.map((file) => file.replace(/\.json$/, ''))
	.filter((name) => name !== toGrownUps);

/** Keys whose words are rightly the same in English and another language: names, figures, borrowed words. */
const same = new Set<string>([
	'access:font.andika',
	'access:font.atkinson',
	'access:font.lexend',
	'access:font.opendyslexic',
	'lock:pictures.car',
	'common:appName',
	'common:languageName.cy',
	'common:languageName.en',
	'drawing:brush.pen',
	'drawing:colour.brown',
	'drawing:sticker.car',
	'drawing:sticker.dad',
	'drawing:place.top',
	'gallery:pseudoLong',
	'gathering:role.dad',
	'gallery:pseudoRtl',
	'gallery:sample.dad'
]);

const plural = /_(zero|one|two|few|many|other)$/;

function flat(tree: WordTree, path = ''): Map<string, string> {
	const all = new Map<string, string>();
	for (const [name, value] of Object.entries(tree)) {
		if (typeof value === 'string') all.set(path + name, value);
		else for (const [key, words] of flat(value, `${path}${name}.`)) all.set(key, words);
	}
	return all;
}

const read = (locale: string, namespace: string) =>
	flat(JSON.parse(readFileSync(new URL(`${locale}/${namespace}.json`, folder), 'utf8')) as WordTree);

/** Whether `words` has letters beside its places: nothing else can be translated. */
const sayable = (words: string) => /\p{L}/u.test(words.replaceAll(/\{\{.*?\}\}/g, ''));

const places = (words: string) =>
	[...words.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((found) => found[1]).sort();

/** Keys without plural endings; a plural's forms collected under its bare key. */
function forms(all: Map<string, string>) {
	const plurals = new Map<string, Set<string>>();
	const bare = new Set<string>();
	for (const key of all.keys()) {
		const form = plural.exec(key)?.[1];
		if (form) {
			const name = key.replace(plural, '');
			plurals.set(name, (plurals.get(name) ?? new Set()).add(form));
		} else bare.add(key);
	}
	return { plurals, bare };
}

describe.each(namespaces)('%s', (namespace) => {
	const english = read('en', namespace);

	it('has something to say under every English key', () => {
		expect([...english].filter(([, words]) => words.trim() === '')).toEqual([]);
	});

	it('has whole plurals in English', () => {
		for (const [key, found] of forms(english).plurals)
			expect([key, ...[...found].sort()]).toEqual([key, 'one', 'other']);
	});

	describe.each(others)('in %s', (locale) => {
		const words = read(locale, namespace);

		it('has the same keys', () => {
			expect([...forms(words).bare].sort()).toEqual([...forms(english).bare].sort());
			expect([...forms(words).plurals.keys()].sort()).toEqual([...forms(english).plurals.keys()].sort());
		});

		it('has every plural form of the language', () => {
			const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
			for (const [key, found] of forms(words).plurals)
				expect([key, ...[...found].sort()]).toEqual([key, ...needed]);
		});

		it('fills the same places', () => {
			for (const [key, said] of words) {
				const source = english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';
				// A form for none, one or two may say the number as a word.
				const optional = plural.test(key) ? ['count'] : [];
				const wanted = places(source).filter((place) => !optional.includes(place ?? ''));
				expect([key, ...places(said).filter((place) => !optional.includes(place ?? ''))]).toEqual([
					key,
					...wanted
				]);
			}
		});

		it('is neither empty nor left in English', () => {
			const left = [...words].filter(
				([key, said]) =>
					said.trim() === '' ||
					(said === english.get(key) && sayable(said) && !same.has(`${namespace}:${key}`))
			);
			expect(left).toEqual([]);
		});
	});
});

describe.each(['en', ...others])('what is said to a grown-up in %s', (locale) => {
	const said = JSON.parse(readFileSync(new URL(`${locale}/${toGrownUps}.json`, folder), 'utf8')) as WordTree;
	const all = Object.entries(said).flatMap(([namespace, tree]) => {
		const base = read(locale, namespace);
		return [...flat(tree as WordTree)].map(
			([key, words]) => [`${namespace}:${key}`, words, base.get(key)] as const
		);
	});

	it('stands in place of something else, and fills the same places', () => {
		for (const [key, words, before] of all) {
			expect(before, key).toBeDefined();
			expect([key, words]).not.toEqual([key, before]);
			expect([key, ...places(words)]).toEqual([key, ...places(before ?? '')]);
		}
	});
});

it('says chi to a grown-up in Welsh wherever it would say ti, on every screen of the fullest voice', () => {
	const familiar =
		/(?<!\p{L})(?:ti|di|dy|wyt|rwyt|dwyt|g[ae]lli|ddywedaist|wnest|dewisa|pwysa|gwasga|cadwa|dangosa|edrycha|cymer|cer|rho|dweda|ysgrifenna|tynna|teipia|gofynna|arhosa|defnyddia|cofia|gwna|dechreua|ateba)(?!\p{L})|\p{L}(?:wrthot|arnat|gennyt)/iu;
	/** Not met with a grown-up's letter: a face, who is there, what is asked at any moment, what is owed to a child. */
	const childs =
		/^(?:player:(?:face|who|look|away|unsafe|advocate)|helper:own|gathering:promise|kinds:people|child:(?:first|words)|dials)/;
	const said = JSON.parse(readFileSync(new URL(`cy/${toGrownUps}.json`, folder), 'utf8')) as WordTree;
	const left = childNamespaces
		.filter((namespace) => namespace !== 'asking')
		.flatMap((namespace) => {
			const others = flat((said[namespace] ?? {}) as WordTree);
			return [...read('cy', namespace)]
				.filter(([key]) => !/\.(?:short|plain)$/.test(key) && !others.has(key))
				.map(([key, words]) => [`${namespace}:${key}`, words] as const);
		})
		.filter(([key, words]) => !childs.test(key) && familiar.test(words));
	expect(left).toEqual([]);
});

it('has the same files in every language', () => {
	for (const locale of others)
		expect(readdirSync(new URL(`${locale}/`, folder)).sort()).toEqual(
			readdirSync(new URL('en/', folder)).sort()
		);
});
