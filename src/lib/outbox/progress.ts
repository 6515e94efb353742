/** What the server tells of a request, verified on the child's device: who has read it, and what was answered. */
import type { RequestId } from '../base/ids.ts';
import type { AskedRow } from '../draft/asked.ts';
import { verifyDirectory, type VerifiedDirectory } from '../envelope/directory.ts';
import { verifyOpen } from '../envelope/mark.ts';
import { openNote, type OpenedNote } from '../envelope/note.ts';
import type { UnwrappingKey } from '../envelope/keys.ts';

/** Who has answered, as far as signatures hold. */
export interface Progress {
	/** Names of those who signed that they read it, as the directory has them; first first. */
	readonly readBy: readonly string[];
	/** What was answered, oldest first. */
	readonly notes: readonly OpenedNote[];
}

/** The name of whoever signed `open` about `row`; null where nobody of the directory did. */
async function readerOf(open: unknown, row: AskedRow, directory: VerifiedDirectory): Promise<string | null> {
	for (const key of [...directory.readers.values()].flat()) {
		if (!key.sig) continue;
		const mark = await verifyOpen(open, key.sig);
		if (mark.ok && (mark.value.vid as string) === row.rid && mark.value.envelope === row.hash)
			return key.name;
	}
	return null;
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
	const names = await Promise.all(row.told.readings.map((open) => readerOf(open, row, directory.value)));
	const readBy = [...new Set(names.filter((name) => name !== null))];
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
