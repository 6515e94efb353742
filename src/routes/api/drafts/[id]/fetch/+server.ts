/** Gives the draft that was put away to a device that the letter enrolled. */
import type { InvitationId } from '$lib/base/ids';
import { fetchDraft } from '$lib/server/draft/draft';
import { idIn, jwsSchema, readJson } from '$lib/server/input';
import { json, open } from '$lib/server/route';
import { requestLimit } from '$lib/server/settings';
import * as v from 'valibot';

const schema = v.object({ authorisation: jwsSchema });

export const POST = open(async ({ params, request }, { drafts }) => {
	const id = idIn<InvitationId>(params['id']);
	const { authorisation } = await readJson(request, schema, requestLimit);
	return json({ draft: await fetchDraft(drafts, id, authorisation) });
});
