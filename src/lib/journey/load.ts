/**
 * Loads one journey, and one language of its words, only when they are wanted: neither stands in the first screen.
 */
import type { Journey, JourneyText } from './journey.ts';

const journeys = import.meta.glob<Journey>('./journeys/*/journey.json', { import: 'default' });
const texts = import.meta.glob<JourneyText>('./journeys/*/text.*.json', { import: 'default' });

/** The ids of the journeys that this build carries. */
export const journeyIds: readonly string[] = Object.keys(journeys).map((path) => path.split('/')[2] ?? '');

/** The journey called `id`. Throws RangeError where there is none, and as the network does where it cannot be fetched. */
export async function loadJourney(id: string): Promise<Journey> {
	const load = journeys[`./journeys/${id}/journey.json`];
	if (!load) throw new RangeError(`No journey is called ${id}`);
	return load();
}

/** The words of journey `id` in `locale`. Throws like `loadJourney`; there is no other language to fall back on. */
export async function loadText(id: string, locale: string): Promise<JourneyText> {
	const load = texts[`./journeys/${id}/text.${locale}.json`];
	if (!load) throw new RangeError(`Journey ${id} has no words in ${locale}`);
	return load();
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
