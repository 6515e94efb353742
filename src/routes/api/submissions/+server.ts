/** Takes a child's sealed views. */
import { demandKind, readBytes } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { submissionLimit } from '$lib/server/settings';
import { checkSubmission } from '$lib/server/submission/check';

export const POST = open(async ({ request }, { counter, checker, devices }) => {
	demandKind(request, 'application/json');
	const bytes = await readBytes(request, submissionLimit);
	const { receipt, fresh } = await counter.take(await checkSubmission(checker, devices, bytes));
	return json({ receipt }, fresh ? 201 : 200);
});
