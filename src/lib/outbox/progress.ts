/** What the server tells of a request, verified on the child's device: who has read it, and what was answered. */
import type { RequestId } from '../base/ids.ts';
import type { AskedRow } from '../draft/asked.ts';
import { verifyDirectory } from '../envelope/directory.ts';
import { openNote, type OpenedNote } from '../envelope/note.ts';
import type { UnwrappingKey } from '../envelope/keys.ts';
import { openersOf } from './openers.ts';

/** Who has answered, as far as signatures hold. */
export interface Progress {
	/** Names of those who signed that they read it, as the directory has them; first first. */
	readonly readBy: readonly string[];
	/** What was answered, oldest first. */
	readonly notes: readonly OpenedNote[];
}

/**
 * How far `row` is, by what the server told and `directoryJws` vouches for. What does not verify is left out: it is shown
 * to nobody and counts for nothing. `reply` gives the key that answers are sealed to, and is asked only where there are some.
 */
export async function progressOf(
	row: AskedRow,
	reply: () => Promise<UnwrappingKey>,
	directoryJws: string
): Promise<Progress> {
	const directory = await verifyDirectory(directoryJws, row.root);
	if (!directory.ok) return { readBy: [], notes: [] };
	const readBy = await openersOf(row.told.readings, { id: row.rid, hash: row.hash }, directory.value);
	if (row.told.notes.length === 0) return { readBy, notes: [] };
	const enc = await reply();
	const opened = await Promise.all(
		row.told.notes.map((told) => {
			const envelope = typeof told === 'object' && told !== null && 'envelope' in told ? told.envelope : null;
			return openNote(envelope, { enc }, directory.value, enc.thumbprint);
		})
	);
	const notes = opened.flatMap((note) =>
		note.ok && note.value.rid === (row.rid as RequestId) ? [note.value] : []
	);
	return { readBy, notes };
}
