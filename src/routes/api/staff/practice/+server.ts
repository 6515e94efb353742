/** What this authority works by: practice packs, the one that is usual, and journeys of its own. */
import { versionsOf } from '$lib/journey/journey';
import { allPacks } from '$lib/practice/packs';
import { desk, json } from '$lib/server/route';

export const GET = desk((_event, { settings, own }) => {
	const journeys = [...own.journeys.values()].map(({ journey, texts }) => ({
		id: journey.id,
		versions: versionsOf(journey),
		titles: Object.fromEntries(Object.values(texts).map(({ locale, title }) => [locale, title['16-17']]))
	}));
	return Promise.resolve(json({ usual: settings.pack, packs: allPacks(), journeys }));
});
