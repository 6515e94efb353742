/** Who will be at a meeting and what is talked about: written by the coordinator, shown to the child whose letter it is. */
import * as v from 'valibot';
import type { MeetingId } from '../../base/ids.ts';
import type { Database } from '../db/connect.ts';
import { lineSchema } from '../input.ts';
import { Refusal } from '../problem.ts';
import { demandRole, type Me } from '../staff/staff.ts';

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,39}$/));

/** What is sent: names as the child calls people, roles and themes by their ids, faces by their place in the list. */
export const gatheringSchema = v.object({
	people: v.pipe(
		v.array(
			v.object({
				name: lineSchema(60),
				role: name,
				face: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)))
			})
		),
		v.maxLength(20)
	),
	themes: v.pipe(
		v.array(name),
		v.maxLength(20),
		v.check((themes) => new Set(themes).size === themes.length)
	)
});

/** Who will be there, and what is talked about. */
export type Gathering = v.InferOutput<typeof gatheringSchema>;

/** As it lies in the table. */
export const readGathering = (row: { readonly people: string; readonly themes: string }): Gathering => ({
	people: JSON.parse(row.people) as Gathering['people'],
	themes: JSON.parse(row.themes) as Gathering['themes']
});

/** Writes what is known of the meeting `id` now. Refuses `missing` where there is no such meeting. */
export async function setGathering(
	{ db }: Database,
	me: Me,
	id: MeetingId,
	{ people, themes }: Gathering
): Promise<void> {
	demandRole(me, 'coordinator');
	const { numUpdatedRows } = await db
		.updateTable('meeting')
		.set({ people: JSON.stringify(people), themes: JSON.stringify(themes) })
		.where('id', '=', id)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal('missing');
}
