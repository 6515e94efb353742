/** Reads the folder of an authority's own journeys and packs. For Node.js: the server at its start, and the author's tools. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ok, refused, type Result } from '../base/result.ts';
import { checkJourney, checkText, type JourneyFault } from '../journey/check.ts';
import { asksChild, type JourneyText } from '../journey/journey.ts';
import type { OwnJourney } from '../journey/own.ts';
import { isShipped } from '../journey/shipped.ts';
import { localeIds } from '../journey/version.ts';
import { pictureNames } from '../picture/names.ts';
import type { Pack, Rule } from '../practice/pack.ts';
import { checkPack, packIds, packsShipped } from '../practice/packs.ts';

/** Why a file of an authority's own is refused, beside what any journey or pack can miss. */
export type OwnFault =
	| JourneyFault
	| 'malformed-pack'
	| 'not-there'
	| 'not-json'
	| 'taken'
	| 'name-unfit'
	| 'other-name'
	| 'audience-unwanted'
	| 'language-unknown'
	| 'no-words'
	| 'way-unknown';

/** All of an authority's own. */
export interface Own {
	/** By id. */
	readonly journeys: ReadonlyMap<string, OwnJourney>;
	readonly packs: readonly Pack[];
}

/** Where there is no such folder. */
export const nothingOwn: Own = { journeys: new Map(), packs: [] };

/** What an authority wrote cannot be used: `message` names file, path and reason. */
export class OwnRefused extends RangeError {
	readonly reason: OwnFault;

	constructor(reason: OwnFault, detail: string) {
		super(`${detail}: ${reason}`);
		this.name = 'OwnRefused';
		this.reason = reason;
	}
}

const pictures: ReadonlySet<string> = new Set(pictureNames);
const name = /^[a-z][a-z0-9-]{0,39}$/;

/** The JSON in `file`, without the `$schema` that an editor wants. */
function parse(file: string, named: string): Result<unknown, OwnFault> {
	if (!existsSync(file)) return refused('not-there', named);
	try {
		const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
		if (typeof read !== 'object' || read === null || Array.isArray(read)) return ok(read);
		const { $schema: _, ...content } = read as Record<string, unknown>;
		return ok(content);
	} catch (error) {
		const at = /position \d+(?: \(line \d+ column \d+\))?/.exec(String(error))?.[0];
		return refused('not-json', at ? `${named}: ${at}` : named);
	}
}

/**
 * The journey in `folder`: `journey.json`, and `text.<language>.json` for at least one language. Its id is the folder's name. `from`:
 * what files are named from in a refusal's detail.
 */
export function checkJourneyFolder(folder: string, from = folder): Result<OwnJourney, OwnFault> {
	const named = (file: string): string => relative(from, join(folder, file)) || file;
	const file = named('journey.json');
	const read = parse(join(folder, 'journey.json'), file);
	if (!read.ok) return read;
	const checked = checkJourney(file, read.value, pictures);
	if (!checked.ok) return checked;
	const journey = checked.value;
	if (!name.test(journey.id)) return refused('name-unfit', `${file}: id`);
	if (journey.id !== basename(folder)) return refused('other-name', `${file}: id`);
	if (isShipped(journey.id)) return refused('taken', `${file}: id`);
	if (!asksChild(journey)) return refused('audience-unwanted', `${file}: audience`);
	const texts: Record<string, JourneyText> = {};
	for (const each of readdirSync(folder).sort()) {
		const locale = /^text\.(.+)\.json$/.exec(each)?.[1];
		if (locale === undefined) continue;
		if (!localeIds.some((known) => known === locale)) return refused('language-unknown', named(each));
		const words = parse(join(folder, each), named(each));
		if (!words.ok) return words;
		const text = checkText(named(each), words.value, journey);
		if (!text.ok) return text;
		if (text.value.locale !== locale) return refused('other-name', `${named(each)}: locale`);
		texts[locale] = text.value;
	}
	return Object.keys(texts).length === 0 ? refused('no-words', file) : ok({ journey, texts });
}

/** What the product has words for: how a duty is met, and what is weighed before a decision. */
const wordsOf = ({ way, weigh = [] }: Rule): readonly string[] => [
	...(way === undefined ? [] : [way]),
	...weigh
];

/** The pack in `file`; its id is the file's name. */
export function checkPackFile(file: string, from?: string): Result<Pack, OwnFault> {
	const named = from === undefined ? basename(file) : relative(from, file);
	const read = parse(file, named);
	if (!read.ok) return read;
	const checked = checkPack(read.value);
	if (!checked.ok) return refused('malformed-pack', `${named}: ${checked.detail ?? ''}`);
	const pack = checked.value;
	if (!name.test(pack.id)) return refused('name-unfit', `${named}: id`);
	if (pack.id !== basename(file, '.json')) return refused('other-name', `${named}: id`);
	if (packIds.includes(pack.id)) return refused('taken', `${named}: id`);
	const known = new Set(packsShipped().flatMap(({ rules }) => rules.flatMap(wordsOf)));
	const strange = pack.rules.findIndex((rule) => wordsOf(rule).some((word) => !known.has(word)));
	return strange < 0 ? ok(pack) : refused('way-unknown', `${named}: rules.${strange}`);
}

const within = (folder: string): readonly string[] =>
	existsSync(folder)
		? readdirSync(folder)
				.filter((each) => !each.startsWith('.'))
				.sort()
		: [];

/** Everything in `folder`: `journeys/<id>/`, `packs/<id>.json`. Throws `OwnRefused` for the first fault, and where there is no such folder. */
export function readOwn(folder: string): Own {
	if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new OwnRefused('not-there', folder);
	const must = <Value>(checked: Result<Value, OwnFault>): Value => {
		if (checked.ok) return checked.value;
		throw new OwnRefused(checked.reason, checked.detail ?? '');
	};
	const journeys = within(join(folder, 'journeys'))
		.filter((each) => statSync(join(folder, 'journeys', each)).isDirectory())
		.map((each) => must(checkJourneyFolder(join(folder, 'journeys', each), folder)));
	const packs = within(join(folder, 'packs'))
		.filter((each) => each.endsWith('.json'))
		.map((each) => must(checkPackFile(join(folder, 'packs', each), folder)));
	return { journeys: new Map(journeys.map((one) => [one.journey.id, one])), packs };
}
