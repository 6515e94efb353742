/** The newest directory of keys, as the organisation's root signed it. */
import { currentDirectory } from '$lib/server/directory/directory';
import { json, open } from '$lib/server/route';

export const GET = open(async (_event, { database }) =>
	json({ directory: (await currentDirectory(database)).jws })
);
