/** Who should do what by when: the rows as they stand on the screen, and as a value. */
import type { ToDo, Value } from '../../../journey/answer.ts';

/** At most this many. */
export const mostRows = 5;

/** One row on the screen; words may be empty there. */
export interface Row {
	readonly who: string | null;
	/** Somebody who is not on the list. */
	readonly whoWords: string;
	readonly what: string;
	readonly when: ToDo['when'] | null;
}

/** A row nobody has touched. */
export const emptyRow: Row = { who: null, whoWords: '', what: '', when: null };

/** Whether `row` says anything. */
export const saysNothing = (row: Row): boolean =>
	row.who === null && row.whoWords.trim() === '' && row.what.trim() === '' && row.when === null;

/** The rows of `value`; one empty row where there are none. */
export function rowsOf(value: Value | undefined): readonly Row[] {
	const rows = value?.kind === 'who-does-what' ? value.rows : [];
	return rows.length === 0
		? [emptyRow]
		: rows.map(({ who, whoWords = '', what = '', when = null }) => ({ who, whoWords, what, when }));
}

/** What `rows` say; those that say nothing are left out. */
export const rowsValue = (rows: readonly Row[]): Value => ({
	kind: 'who-does-what',
	rows: rows
		.filter((row) => !saysNothing(row))
		.map(({ who, whoWords, what, when }) => ({
			who,
			...(whoWords.trim() === '' ? {} : { whoWords }),
			...(what.trim() === '' ? {} : { what }),
			...(when === null ? {} : { when })
		}))
});
