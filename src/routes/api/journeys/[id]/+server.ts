/** A journey of the authority's own, with its words in every language that it has. It says nothing of anybody. */
import { json, open } from '$lib/server/route';
import { Refusal } from '$lib/server/problem';

export const GET = open(({ params }, { own }) => {
	const found = own.journeys.get(params['id'] ?? '');
	if (!found) throw new Refusal('missing');
	return Promise.resolve(json(found));
});
