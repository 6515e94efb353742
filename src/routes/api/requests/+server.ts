/** Takes what a child asks at any moment, sealed, and sees to it that somebody is called at once. */
import { demandKind, readBytes, textOf } from '$lib/server/input';
import { checkRequest } from '$lib/server/request/check';
import { storeRequest } from '$lib/server/request/store';
import { json, open } from '$lib/server/route';
import { submissionLimit } from '$lib/server/settings';

export const POST = open(async ({ request }, { database, work, requests, caller, log }) => {
	demandKind(request, 'application/json');
	const checked = await checkRequest(database, work, textOf(await readBytes(request, submissionLimit)));
	const { receipt, fresh } = await storeRequest(requests, checked);
	if (fresh && checked.ask.invitation === null) work.taken();
	// It is stored; whoever asked need not wait until the mail is out.
	if (fresh) void caller.look().catch(() => log.error({ alarm: 'calling-failed' }));
	return json({ receipt }, fresh ? 201 : 200);
});
