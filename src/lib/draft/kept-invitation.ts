/** What a device keeps of an invitation, sealed: the letter's content, and what the server told while there was signal. */
import * as v from 'valibot';
import { invitationInfoSchema, type InvitationInfo } from '../invitation/info.ts';
import { answeredSchema, lastTimeSchema, type Answered, type LastTime } from '../journey/reply.ts';
import { linkFragment, parseLink, type InvitationLink } from '../invitation/link.ts';

/** An invitation as known on this device. */
export interface KeptInvitation {
	readonly link: InvitationLink;
	/** null until it was fetched once. */
	readonly info: InvitationInfo | null;
	/** directory.jws, verified against the link's root when it was fetched; null until then. */
	readonly directory: string | null;
	/** Set once the server knows this device: the pair of animals that the worker sees as well. */
	readonly enrolled: { readonly animals: readonly [string, string] } | null;
	/** What was answered by this letter, verified when it was fetched. */
	readonly answered: readonly Answered[];
	/** What earlier letters of the same child said and were answered, where the child opened them here. */
	readonly before: readonly LastTime[];
}

const schema = v.object({
	format: v.literal(1),
	link: v.string(),
	info: v.nullable(invitationInfoSchema),
	directory: v.nullable(v.string()),
	enrolled: v.nullable(v.object({ animals: v.tuple([v.string(), v.string()]) })),
	// Absent in what earlier builds kept; what a later one kept otherwise is asked for anew.
	answered: v.fallback(v.optional(v.array(answeredSchema), []), []),
	before: v.fallback(v.optional(v.array(lastTimeSchema), []), [])
});

/** What of `link` is known before anything was fetched. */
export const newInvitation = (link: InvitationLink): KeptInvitation => ({
	link,
	info: null,
	directory: null,
	enrolled: null,
	answered: [],
	before: []
});

/** As it is kept. */
export const toKept = (invitation: KeptInvitation): unknown => ({
	format: 1,
	...invitation,
	link: linkFragment(invitation.link)
});

/** `content` where it is a kept invitation, else null. */
export function checkInvitation(content: unknown): KeptInvitation | null {
	const checked = v.safeParse(schema, content);
	if (!checked.success) return null;
	const link = parseLink(checked.output.link);
	if (!link.ok) return null;
	const { info, directory, enrolled } = checked.output;
	const answered = checked.output.answered as unknown as readonly Answered[];
	const before = checked.output.before as unknown as readonly LastTime[];
	return { link: link.value, info, directory, enrolled, answered, before };
}
