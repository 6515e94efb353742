/** Takes a child's sealed views. */
import { demandKind, readBytes, textOf } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { submissionLimit } from '$lib/server/settings';
import { checkSubmission } from '$lib/server/submission/check';

export const POST = open(async ({ request }, { counter, devices }) => {
	demandKind(request, 'application/json');
	const text = textOf(await readBytes(request, submissionLimit));
	const { receipt, fresh } = await counter.take(await checkSubmission(devices, text));
	return json({ receipt }, fresh ? 201 : 200);
});
