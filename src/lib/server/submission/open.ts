/** A reader's signed first opening: checked against the directory, written down once, shown to the child as *opened*. */
import { instant, type Clock } from '../../base/clock.ts';
import type { ViewId } from '../../base/ids.ts';
import { verifyOpen } from '../../envelope/mark.ts';
import type { Database } from '../db/connect.ts';
import { currentDirectory } from '../directory/directory.ts';
import { Refusal } from '../problem.ts';
import type { Me } from '../staff/staff.ts';
import { ownView } from './read.ts';

/**
 * Notes that `me` opened the views `vid`, as `open` (open.jws) says under a key that the directory gives them; doing so
 * again is harmless. Refuses `missing` to who is no reader, `malformed` where the mark is about something else.
 */
export async function openView(
	database: Database,
	clock: Clock,
	me: Me,
	vid: ViewId,
	open: string
): Promise<void> {
	const { envelopeHash } = await ownView(database, me, vid);
	const { directory } = await currentDirectory(database);
	const keys = directory.keys.filter((key) => key.use === 'reader' && key.staff === me.id && key.sig);
	const marks = await Promise.all(keys.map((key) => verifyOpen(open, key.sig)));
	const fits = marks.some(
		(mark) => mark.ok && mark.value.vid === vid && mark.value.envelope === envelopeHash
	);
	if (!fits) throw new Refusal('malformed');
	await database.db
		.insertInto('opening')
		.values({ vid, staff: me.id, open, at: instant(clock) })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
