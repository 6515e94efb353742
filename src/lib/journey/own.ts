/**
 * A journey of an authority's own: fetched from its server, checked by the same schema as those of the product, and kept in the
 * browser's store so that it opens without signal. It is the same for everybody and says nothing of a child.
 */
import type { Journey, JourneyText } from './journey.ts';
import { checkJourneyShape, checkTextShape } from './schema.ts';

/** A journey with its words in each language that it has. */
export interface OwnJourney {
	readonly journey: Journey;
	readonly texts: Readonly<Record<string, JourneyText>>;
}

const store = 'asked-1';
/** How long to wait for a newer one where one is kept, in milliseconds. */
const whenKept = 2_500;

/** The journey `id` from the server, else as it is kept. Throws RangeError where there is none that holds. */
export async function fetchOwn(id: string): Promise<OwnJourney> {
	const address = `/api/journeys/${encodeURIComponent(id)}`;
	const cache = 'caches' in globalThis ? await caches.open(store).catch(() => null) : null;
	const kept = await cache?.match(address);
	const response = await fetch(address, {
		credentials: 'omit',
		redirect: 'error',
		cache: 'no-cache',
		signal: AbortSignal.timeout(kept ? whenKept : 30_000)
	}).catch(() => null);
	const fresh = response?.ok ? await read(id, response.clone()) : null;
	if (fresh && response) {
		// A full disk keeps nothing: it is still asked now.
		await cache?.put(address, response).catch(() => undefined);
		return fresh;
	}
	const found = kept ? await read(id, kept) : null;
	if (!found) throw new RangeError(`No journey is called ${id}`);
	return found;
}

/** What `response` holds, where it is a journey called `id` with its words. */
async function read(id: string, response: Response): Promise<OwnJourney | null> {
	const body: unknown = await response.json().catch(() => null);
	if (typeof body !== 'object' || body === null || !('journey' in body) || !('texts' in body)) return null;
	const journey = checkJourneyShape(body.journey);
	if (!journey.ok || journey.value.id !== id) return null;
	const texts: Record<string, JourneyText> = {};
	for (const [locale, from] of Object.entries(body.texts as object)) {
		const text = checkTextShape(from);
		if (!text.ok || text.value.journey !== id || text.value.locale !== locale) return null;
		texts[locale] = text.value;
	}
	return { journey: journey.value, texts };
}
