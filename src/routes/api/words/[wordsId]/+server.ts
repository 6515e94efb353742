/** What six words unlock. */
import { idIn } from '$lib/server/input';
import { readWords } from '$lib/server/invitation/read';
import { json, open } from '$lib/server/route';

export const GET = open(async ({ params }, { database, clock }) =>
	json({ wrapped: await readWords(database, clock, idIn(params['wordsId'])) })
);
