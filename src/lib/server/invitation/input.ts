/** The form of a new invitation, as the coordinator's desk sends it. */
import * as v from 'valibot';
import type { InvitationId } from '../../base/ids.ts';
import { hashSchema, idSchema, lineSchema } from '../input.ts';

/** A `NewInvitation`. Versions and languages are spelled right, not known: a later letter may name a newer one. */
export const newInvitationSchema = v.object({
	id: v.pipe(
		idSchema,
		v.transform((text) => text as InvitationId)
	),
	enrolHash: hashSchema,
	wordsId: idSchema,
	wrapped: v.pipe(v.string(), v.maxLength(1024), v.regex(/^[A-Za-z0-9_-]+$/)),
	label: lineSchema(80),
	age: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(25))), null),
	look: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,8}$/)),
	locale: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)),
	journey: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))), null)
});
