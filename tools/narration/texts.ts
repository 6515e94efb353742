/**
 * Every text of the child's side that can be said, with where it stands: the words of its screens (`locales`), of the
 * journeys, and of the glossary. One list for making clips, for the banks and for the test of coverage.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { childNamespaces } from '../../src/lib/i18n/languages.ts';
import type { JourneyText } from '../../src/lib/journey/journey.ts';
import { versionIds, type VersionId } from '../../src/lib/journey/version.ts';
import { fixedParts } from '../../src/lib/speech/said.ts';

/** A text, who meets it, and its key: `player.readers.title.short`, `review-conference.home.ask.8-11`. */
export interface Spoken {
	readonly key: string;
	readonly text: string;
	/** The banks that it lies in: the screens around a journey by how much is said, a journey and version, a grown-up's words. */
	readonly banks: readonly string[];
}

type Tree = { readonly [name: string]: string | Tree };

const locales = new URL('../../locales/', import.meta.url);
const journeys = new URL('../../src/lib/journey/journeys/', import.meta.url);
const glossary = new URL('../../src/lib/journey/glossary/', import.meta.url);

/** How much is said on the screens around a journey (`voiceOf`): each has a bank of its own. */
export const voices = ['short', 'plain', 'full'] as const;

/** Every language that has a folder. */
export const spokenLocales = (): readonly string[] =>
	readdirSync(locales, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Every journey: not every grown-up reads with ease. */
export const spokenJourneys = (): readonly string[] =>
	readdirSync(journeys, { withFileTypes: true })
		.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
		.sort();

const read = <Read>(file: URL): Read => JSON.parse(readFileSync(file, 'utf8')) as Read;

function* leaves(tree: Tree, path: string): Generator<readonly [key: string, text: string]> {
	for (const [name, value] of Object.entries(tree)) {
		if (typeof value === 'string') yield [`${path}.${name}`, value];
		else yield* leaves(value, `${path}.${name}`);
	}
}

/** What is met beside a journey and not by everybody lies in a bank of its own, fetched after the first. */
const beside = [
	...['access', 'answers', 'asking', 'drawing', 'gathering', 'glossary', 'helper', 'lock', 'made'],
	...['child.elsewhere', 'child.words', 'player.rehearsal', 'player.settings', 'speech.settings']
];

/** The banks of the text under `key`: one voice's, where the key says so, else every one's. Some names of days are short, too. */
const banksOf = (key: string): readonly string[] => {
	const [namespace = '', ...path] = key.split('.');
	const named = namespace === 'dates' ? [] : voices.filter((voice) => path.includes(voice));
	const place = beside.some((start) => `${key}.`.startsWith(`${start}.`)) ? 'beside' : 'around';
	return (named.length > 0 ? named : voices).map((voice) => `${place}-${voice}`);
};

function ofScreens(locale: string): readonly Spoken[] {
	return childNamespaces.flatMap((namespace) => {
		const file = new URL(`${locale}/${namespace}.json`, locales);
		if (!existsSync(file)) return [];
		return [...leaves(read<Tree>(file), namespace)].map(([key, text]) => ({
			key,
			text,
			banks: banksOf(key)
		}));
	});
}

function ofJourney(id: string, locale: string): readonly Spoken[] {
	const file = new URL(`${id}/text.${locale}.json`, journeys);
	if (!existsSync(file)) return [];
	const text = read<JourneyText>(file);
	const at = (version: VersionId, key: string, said: string | undefined): readonly Spoken[] =>
		said === undefined ? [] : [{ key: `${id}.${key}.${version}`, text: said, banks: [`${id}-${version}`] }];
	return versionIds.flatMap((version) => {
		const asked = Object.entries(text.questions).flatMap(([question, by]) =>
			by[version] ? [...leaves(by[version] as unknown as Tree, question)] : []
		);
		if (asked.length === 0) return [];
		return [
			...at(version, 'title', text.title[version]),
			...Object.entries(text.topics).flatMap(([topic, by]) => at(version, `topics.${topic}`, by[version])),
			...asked.flatMap(([key, said]) => at(version, key, said))
		];
	});
}

/** What the screens around a journey say to a grown-up in place of other words. */
function ofGrownUps(locale: string): readonly Spoken[] {
	const file = new URL(`${locale}/grown-up.json`, locales);
	if (!existsSync(file)) return [];
	return [...leaves(read<Tree>(file), 'grown-up')].map(([key, text]) => ({ key, text, banks: ['grown-up'] }));
}

function ofGlossary(locale: string): readonly Spoken[] {
	const file = new URL(`${locale}.json`, glossary);
	if (!existsSync(file)) return [];
	return Object.entries(read<Record<string, string>>(file)).flatMap(([word, meaning]) => [
		{ key: `glossary.${word}.word`, text: word, banks: banksOf('glossary') },
		{ key: `glossary.${word}.meaning`, text: meaning, banks: banksOf('glossary') }
	]);
}

/** Numbers that stand in places: days, counts, times, sizes, years of meetings. */
const numbers = [
	...Array.from({ length: 60 }, (_, number) => number),
	...[100, 125, 150, 175, 200, 250],
	...Array.from({ length: 4 }, (_, year) => 2026 + year)
];

/** Every text of `locale`, in the order of the files. */
export const textsOf = (locale: string): readonly Spoken[] => [
	...ofScreens(locale),
	...ofGlossary(locale),
	...numbers.map((number) => ({
		key: `number.${number}`,
		text: String(number),
		banks: banksOf(`number.${number}`)
	})),
	...spokenJourneys().flatMap((id) => ofJourney(id, locale)),
	...ofGrownUps(locale)
];

/** What is to be spoken in `locale`, each once: whole texts, and the parts between the places of others. */
export const partsOf = (texts: readonly Spoken[]): readonly string[] => [
	...new Set(texts.flatMap(({ text }) => fixedParts(text)))
];
