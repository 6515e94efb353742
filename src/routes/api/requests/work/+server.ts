/** What has to be worked out before a request without a letter is taken. */
import { json, open } from '$lib/server/route';

export const GET = open((_event, { work }) => Promise.resolve(json(work.task())));
