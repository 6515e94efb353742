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
