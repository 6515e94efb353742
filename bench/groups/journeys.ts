/**
 * What journeys cost: validating every journey, its words and every practice pack; one journey as fetched; how evenly
 * options stand in each position; whether every answer leads to as many screens.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { walk } from '../../tests/fixtures/random-child.ts';
import type { Instant } from '../../src/lib/base/brand.ts';
import { checkJourney, checkText } from '../../src/lib/journey/check.ts';
import { askQuestion } from '../../src/lib/journey/engine.ts';
import type { Journey, JourneyText } from '../../src/lib/journey/journey.ts';
import { ruleOf } from '../../src/lib/journey/kind.ts';
import { localeIds, versionIds } from '../../src/lib/journey/version.ts';
import { pictureNames } from '../../src/lib/picture/names.ts';
import { checkPack } from '../../src/lib/practice/packs.ts';
import { median, type Figure } from '../figure.ts';

const journeys = new URL('../../src/lib/journey/journeys/', import.meta.url);
const packs = new URL('../../src/lib/practice/packs/', import.meta.url);
const ids = readdirSync(journeys, { withFileTypes: true }).flatMap((entry) =>
	entry.isDirectory() ? [entry.name] : []
);
const read = (file: string | URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
const journeyOf = (id: string) => read(new URL(`${id}/journey.json`, journeys)) as Journey;
const textOf = (id: string, locale: string) =>
	read(new URL(`${id}/text.${locale}.json`, journeys)) as JourneyText;

const pictures: ReadonlySet<string> = new Set(pictureNames);

/** Children that each order of options is counted over. */
const children = 10_000;
/** Walks of each journey, version and way (with further questions, without). */
const walks = 20;

/** Reads and checks everything once; ms. Throws where anything is refused. */
function validateAll(): number {
	const began = performance.now();
	for (const id of ids) {
		const file = `${id}/journey.json`;
		const journey = checkJourney(file, journeyOf(id), pictures);
		if (!journey.ok) throw new Error(`${file}: ${journey.reason}`);
		for (const locale of localeIds) {
			const text = checkText(`${id}/text.${locale}.json`, textOf(id, locale), journey.value);
			if (!text.ok) throw new Error(`${id} ${locale}: ${text.reason}`);
		}
	}
	for (const name of readdirSync(packs)) {
		const pack = checkPack(read(new URL(name, packs)));
		if (!pack.ok) throw new Error(`${name}: ${pack.reason}`);
	}
	return performance.now() - began;
}

/** The largest journey with its words in one language, as a bundle carries it, in KB of brotli. */
function largest(): { readonly kb: number; readonly name: string } {
	const bytes = (value: unknown): number => brotliCompressSync(JSON.stringify(value)).length;
	const all = ids.flatMap((id) =>
		localeIds.map((locale) => ({
			name: `${id} ${locale}`,
			kb: (bytes(journeyOf(id)) + bytes(textOf(id, locale))) / 1000
		}))
	);
	return all.reduce((most, each) => (each.kb > most.kb ? each : most));
}

/** How far any option of any question is from standing in each position equally often, in points of a hundred. */
function unevenness(): number {
	let worst = 0;
	for (const id of ids) {
		const journey = journeyOf(id);
		const text = textOf(id, 'en');
		for (const question of journey.questions.filter((each) => ruleOf(each.kind).turned))
			for (const version of versionIds) {
				const options = question.asked[version]?.options;
				if (!options) continue;
				const seen = new Map<string, number>();
				for (let child = 0; child < children; child++)
					askQuestion(journey, text, question.id, version, `child-${child}`).options.forEach((option, at) => {
						const key = `${option.id} ${at}`;
						seen.set(key, (seen.get(key) ?? 0) + 1);
					});
				for (const option of options)
					for (let at = 0; at < options.length; at++) {
						const share = (seen.get(`${option} ${at}`) ?? 0) / children;
						worst = Math.max(worst, Math.abs(share - 1 / options.length) * 100);
					}
			}
	}
	return worst;
}

/** Journeys and versions in which two walks came to different numbers of screens. */
function unequal(): number {
	let found = 0;
	const at = '2026-11-22T10:00:00.000Z' as Instant;
	for (const id of ids) {
		const journey = journeyOf(id);
		const text = textOf(id, 'en');
		for (const look of versionIds) {
			if (!journey.questions.some((question) => question.asked[look])) continue;
			for (const more of [true, false]) {
				const screens = new Set<number>();
				for (let seed = 0; seed < walks; seed++)
					screens.add(walk(journey, text, { look, locale: 'en', seed, more, at }).screens);
				if (screens.size > 1) found += 1;
			}
		}
	}
	return found;
}

/** Measures `rounds` validations; the rest is counted once, for it is the same every time. */
export function measure(rounds: number): Promise<Figure[]> {
	const took = Array.from({ length: rounds }, validateAll);
	const { kb, name } = largest();
	return Promise.resolve([
		{ name: 'validating all journeys and packs', value: median(took), unit: 'ms', target: 1000 },
		{ name: 'the largest journey in one language', value: kb, unit: 'KB', target: 25, note: name },
		{ name: 'an option away from its share of a position', value: unevenness(), unit: '%', target: 2 },
		{ name: 'journeys whose answers change the screens', value: unequal(), unit: '', target: 0 }
	]);
}
