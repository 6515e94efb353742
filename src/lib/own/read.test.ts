import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askingMissed, wordsMissed } from '../journey/gates.ts';
import { schemas } from '../../../tools/schemas.ts';
import { OwnRefused, readOwn } from './read.ts';

const example = join(import.meta.dirname, '../../../docs/examples/own');
const journey = 'journeys/moving-home/journey.json';
const english = 'journeys/moving-home/text.en.json';
const pack = 'packs/our-county.json';
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'my-say-own-'));
	cpSync(example, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

type Content = Record<string, unknown>;
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const change = (file: string, by: (content: Content) => Content) =>
	write(file, JSON.stringify(by(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Content)));

test('the example is read, keeps to every gate of the words, and stands in two languages', () => {
	const { journeys, packs } = readOwn(folder);
	const own = journeys.get('moving-home');
	expect(Object.keys(own?.texts ?? {})).toEqual(['cy', 'en']);
	expect(own && askingMissed(own.journey)).toEqual([]);
	expect(own && Object.values(own.texts).flatMap((text) => wordsMissed(own.journey, text))).toEqual([]);
	expect(packs.map(({ id, answersBy }) => [id, answersBy.workingDays])).toEqual([['our-county', 3]]);
});

const faults: readonly [what: string, bend: () => void, says: RegExp][] = [
	[
		'no JSON',
		() => write(journey, '{"id": "moving-home",}'),
		/^journeys\/moving-home\/journey\.json.*: not-json$/
	],
	['a journey gone', () => rmSync(join(folder, journey)), /journey\.json: not-there$/],
	[
		'an unknown member',
		() => change(journey, (it) => ({ ...it, colour: 1 })),
		/journey\.json: colour: unknown-field: malformed$/
	],
	[
		'another name',
		() => change(journey, (it) => ({ ...it, id: 'moving' })),
		/journey\.json: id: other-name$/
	],
	[
		'a name of the product’s',
		() => {
			cpSync(join(folder, 'journeys/moving-home'), join(folder, 'journeys/worry'), { recursive: true });
			change('journeys/worry/journey.json', (it) => ({ ...it, id: 'worry' }));
		},
		/journeys\/worry\/journey\.json: id: taken$/
	],
	[
		'a name that no address takes',
		() => {
			cpSync(join(folder, 'journeys/moving-home'), join(folder, 'journeys/Moving'), { recursive: true });
			change('journeys/Moving/journey.json', (it) => ({ ...it, id: 'Moving' }));
		},
		/Moving\/journey\.json: id: name-unfit$/
	],
	[
		'parents',
		() => change(journey, (it) => ({ ...it, audience: 'parent' })),
		/journey\.json: .*(version-unwanted|audience-unwanted)$/
	],
	[
		'a picture that is not there',
		() => change(journey, (it) => ({ ...it, topics: [{ id: 'move', picture: 'moon' }] })),
		/picture-unknown$/
	],
	[
		'words of another journey',
		() => change(english, (it) => ({ ...it, journey: 'worry' })),
		/text\.en\.json: journey: other-journey$/
	],
	[
		'words in another language than the name says',
		() => change(english, (it) => ({ ...it, locale: 'cy' })),
		/text\.en\.json: locale: other-name$/
	],
	[
		'a language that is not spoken',
		() => write('journeys/moving-home/text.xx.json', '{}'),
		/text\.xx\.json: language-unknown$/
	],
	[
		'words left out',
		() => change(english, (it) => ({ ...it, questions: {} })),
		/text\.en\.json: questions\..*: words-missing$/
	],
	[
		'no words at all',
		() => ['en', 'cy'].forEach((one) => rmSync(join(folder, `journeys/moving-home/text.${one}.json`))),
		/journey\.json: no-words$/
	],
	[
		'a pack without rules',
		() => change(pack, ({ rules: _, ...it }) => it),
		/^packs\/our-county\.json: rules: .*: malformed-pack$/
	],
	[
		'a pack by another name',
		() => change(pack, (it) => ({ ...it, id: 'ours' })),
		/our-county\.json: id: other-name$/
	],
	[
		'a pack of the product’s',
		() => {
			cpSync(join(folder, pack), join(folder, 'packs/wales.json'));
			change('packs/wales.json', (it) => ({ ...it, id: 'wales' }));
		},
		/wales\.json: id: taken$/
	],
	[
		'a way that there are no words for',
		() => change(pack, (it) => ({ ...it, rules: [{ ...(it['rules'] as Content[])[0], way: 'by-owl' }] })),
		/our-county\.json: rules\.0: way-unknown$/
	]
];

test.each(faults)('%s is refused by file, path and reason', (_what, bend, says) => {
	bend();
	expect(() => readOwn(folder)).toThrow(OwnRefused);
	expect(() => readOwn(folder)).toThrow(says);
});

test('a folder that is not there is refused, an empty one is nothing', () => {
	expect(() => readOwn(join(folder, 'nowhere'))).toThrow(/nowhere: not-there$/);
	rmSync(join(folder, 'journeys'), { recursive: true });
	rmSync(join(folder, 'packs'), { recursive: true });
	expect(readOwn(folder)).toEqual({ journeys: new Map(), packs: [] });
});

test('the published schemas are those that are checked by: `node tools/schemas.ts` writes them', () => {
	for (const [name, text] of Object.entries(schemas()))
		expect(JSON.parse(readFileSync(join(example, '../../schemas', name), 'utf8')), name).toEqual(
			JSON.parse(text)
		);
});
