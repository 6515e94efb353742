/**
 * Loads one journey, and one language of its words, only when they are wanted: neither stands in the first screen.
 * An authority's own come from its server (`own.ts`).
 */
import type { Journey, JourneyText } from './journey.ts';
import type { OwnJourney } from './own.ts';

const journeys = import.meta.glob<Journey>('./journeys/*/journey.json', { import: 'default' });
const texts = import.meta.glob<JourneyText>('./journeys/*/text.*.json', { import: 'default' });

/** The ids of the journeys that this build carries. */
export const journeyIds: readonly string[] = Object.keys(journeys).map((path) => path.split('/')[2] ?? '');

/** The journey called `id`. Throws RangeError where there is none, and as the network does where it cannot be fetched. */
export async function loadJourney(id: string): Promise<Journey> {
	const load = journeys[`./journeys/${id}/journey.json`];
	return load ? load() : (await own(id)).journey;
}

/** What is fetched of an authority's own journeys, each once in a page. */
const fetched = new Map<string, Promise<OwnJourney>>();

function own(id: string): Promise<OwnJourney> {
	const known = fetched.get(id) ?? import('./own.ts').then(({ fetchOwn }) => fetchOwn(id));
	fetched.set(id, known);
	// Not there now is not never: it is asked for again.
	known.catch(() => fetched.delete(id));
	return known;
}

/**
 * The words of journey `id` in `locale`. Throws like `loadJourney`. A journey of the product has every language; an authority's own
 * falls back on the first that it has.
 */
export async function loadText(id: string, locale: string): Promise<JourneyText> {
	const load = texts[`./journeys/${id}/text.${locale}.json`];
	if (load) return load();
	if (Object.hasOwn(journeys, `./journeys/${id}/journey.json`))
		throw new RangeError(`Journey ${id} has no words in ${locale}`);
	const all = (await own(id)).texts;
	const text = all[locale] ?? Object.values(all)[0];
	if (!text) throw new RangeError(`Journey ${id} has no words`);
	return text;
}

const glossaries = import.meta.glob<Readonly<Record<string, string>>>('./glossary/*.json', {
	import: 'default'
});

/**
 * What words mean in `locale`, by term; `short`: as said to the youngest and in easy read, where that is shorter. Throws like
 * `loadJourney`.
 */
export async function loadGlossary(
	locale: string,
	form: 'full' | 'short'
): Promise<Readonly<Record<string, string>>> {
	const [full, short] = [
		glossaries[`./glossary/${locale}.json`],
		glossaries[`./glossary/${locale}.short.json`]
	];
	if (!full) throw new RangeError(`There is no glossary in ${locale}`);
	return { ...(await full()), ...(form === 'short' ? await short?.() : {}) };
}
