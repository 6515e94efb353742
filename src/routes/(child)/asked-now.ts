/** What was asked, as the player is told of it: from its rows and from what was verified of them. Pure. */
import type { RequestId } from '$lib/base/ids';
import type { AskedRow } from '$lib/draft/asked';
import type { Progress } from '$lib/outbox/progress';
import { faceOf } from '$lib/picture/kept-face';
import type { AskedNow, Wanted, Where } from '$lib/player/asking/asking';

const nothing: Progress = { readBy: [], notes: [] };

/** The request of this kind that all later ones add to; null where nothing was asked. */
export const firstOf = (rows: readonly AskedRow[], what: Wanted): RequestId | null =>
	(rows.find((row) => row.what === what && row.about === null)?.rid ?? null) as RequestId | null;

/** How far what was asked of this kind is, with everything that was added to it; null where nothing was. */
export function askedNow(
	rows: readonly AskedRow[],
	what: Wanted,
	progress: ReadonlyMap<string, Progress>
): AskedNow | null {
	const first = firstOf(rows, what);
	if (!first) return null;
	const all = rows.filter((row) => row.rid === first || row.about === first);
	const told = all.map((row) => progress.get(row.rid) ?? nothing);
	const readBy = [...new Set(told.flatMap((one) => one.readBy))];
	const answers = told
		.flatMap((one) => one.notes)
		.map((note) => ({
			...{ who: note.who, when: note.when, words: note.words, by: note.by.name },
			...{ coming: note.says === 'coming', face: faceOf(note.face) }
		}));
	return {
		where: whereOf(all, readBy, answers),
		...{ readBy, answers, changedMind: all.some((row) => row.what === 'changed-mind') }
	};
}

/** Where the child's no is to `rid`, which was asked for on their behalf; null where they said none. */
export function noTo(
	rows: readonly AskedRow[],
	rid: RequestId,
	progress: ReadonlyMap<string, Progress>
): Where | null {
	const no = rows.filter((row) => row.about === rid);
	if (no.length === 0) return null;
	return whereOf(no, [...new Set(no.flatMap((row) => progress.get(row.rid)?.readBy ?? []))], []);
}

function whereOf(
	rows: readonly AskedRow[],
	readBy: readonly string[],
	answers: readonly { readonly coming: boolean }[]
): Where {
	if (answers.some(({ coming }) => coming)) return 'coming';
	if (readBy.length > 0) return 'read';
	const last = rows.at(-1);
	if (last?.state === 'arrived') return 'arrived';
	if (last?.state === 'refused') return 'stuck';
	const tried = last?.reason !== null && last?.reason !== 'no-signal';
	return last?.state === 'sending' || (last && tried) ? 'onTheWay' : 'kept';
}
