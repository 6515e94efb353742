/** Ends the session. */
import { json, open } from '$lib/server/route';

export const POST = open(async ({ request }, { auth }) => json({}, 200, await auth.signOut(request.headers)));
