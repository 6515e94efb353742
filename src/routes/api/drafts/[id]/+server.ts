/** Keeps a draft that was put away, sealed to its letter. */
import type { InvitationId } from '$lib/base/ids';
import { draftLimit, keepDraft } from '$lib/server/draft/draft';
import { idIn, jwsSchema, readJson } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({
	authorisation: jwsSchema,
	rev: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
	sealed: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(draftLimit))
});

export const POST = open(async ({ params, request }, { drafts }) => {
	const id = idIn<InvitationId>(params['id']);
	const { authorisation, ...draft } = await readJson(request, schema, draftLimit + requestLimit);
	await keepDraft(drafts, id, authorisation, draft);
	return json({});
});
