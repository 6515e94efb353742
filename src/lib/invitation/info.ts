/** What the server tells about an invitation (`GET /api/invitations/{id}`, docs/wire.md): enough to show who will read it. */
import * as v from 'valibot';
import type { Day, Instant } from '../base/brand.ts';
import { isId, type InvitationId, type MeetingId, type RequestId, type StaffId } from '../base/ids.ts';

/** One invitation, as the server tells the child’s device of it: written there, checked here. */
export interface InvitationInfo {
	readonly id: InvitationId;
	readonly meeting: {
		readonly id: MeetingId;
		readonly kind: string;
		readonly date: Day;
		readonly time: string;
		readonly place: string;
		readonly answersBy: Instant;
		/** The journey's id. */
		readonly journey: string;
		/** Who will be there and what is talked about, as far as the coordinator has said. */
		readonly people: readonly {
			readonly name: string;
			readonly role: string;
			readonly face: number | null;
		}[];
		readonly themes: readonly string[];
		/** What grown-ups owe this child around it: ids of duties. */
		readonly promises: readonly string[];
	};
	readonly child: { readonly label: string; readonly age: number | null };
	readonly look: string;
	readonly locale: string;
	readonly chair: StaffId;
	readonly deputy: StaffId;
	/** The practice pack. */
	readonly pack: string;
	/** An advocate has been asked for on this child's behalf: the request, and when; the child may say no to it. */
	readonly arranged: { readonly rid: RequestId; readonly at: Instant } | null;
}

const id = v.custom<string>(isId);
const text = v.pipe(v.string(), v.maxLength(500));

/** Checks what the server, or whoever stands in its place, answered. Unknown members are dropped. */
export const invitationInfoSchema = v.pipe(
	v.object({
		id,
		meeting: v.object({
			id,
			kind: text,
			date: v.pipe(v.string(), v.isoDate()),
			time: text,
			place: text,
			answersBy: v.pipe(v.string(), v.isoTimestamp()),
			journey: text,
			// Left out by what was kept before there was such a thing.
			people: v.optional(
				v.array(v.object({ name: text, role: text, face: v.nullable(v.pipe(v.number(), v.integer())) })),
				[]
			),
			themes: v.optional(v.array(text), []),
			promises: v.optional(v.array(text), [])
		}),
		child: v.object({ label: text, age: v.nullable(v.number()) }),
		look: text,
		locale: text,
		chair: id,
		deputy: id,
		pack: text,
		// Left out by what was kept before there was such a thing.
		arranged: v.optional(v.nullable(v.object({ rid: id, at: v.pipe(v.string(), v.isoTimestamp()) })), null)
	}),
	v.transform((told) => told as unknown as InvitationInfo)
);
