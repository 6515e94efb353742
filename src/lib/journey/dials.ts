/**
 * The three dials of a child's own: which words, which look, how much is asked and how. Each names a version; turned apart,
 * a question may be wanted in words that nobody has written for it: then the nearest stand there. Pure.
 */
import { versionsOf, type Journey, type Question } from './journey.ts';
import type { VersionId } from './version.ts';
import { versionIds } from './version.ts';

/** `words`: the reading level · `dress`: paper, shapes, sizes, letters · `asks`: how many questions, one by one or by topic. */
export type Dial = 'words' | 'dress' | 'asks';

/** Where each dial stands. */
export type Dials = Readonly<Record<Dial, VersionId>>;

/** What of a draft says where they stand. `look` is the version of the words; the others follow it until they were turned. */
export interface Dialled {
	readonly look: VersionId;
	readonly dials?: { readonly dress: VersionId; readonly asks: VersionId } | undefined;
}

/** Where each dial stands for `dialled`. */
export const dialsOf = ({ look, dials }: Dialled): Dials => ({
	words: look,
	dress: dials?.dress ?? look,
	asks: dials?.asks ?? look
});

/** `dialled` with one dial turned: the two others stay where they are. */
export function turned(
	dialled: Dialled,
	dial: Dial,
	version: VersionId
): Required<Pick<Dialled, 'look' | 'dials'>> {
	const before = dialsOf(dialled);
	const to = (each: Dial): VersionId => (each === dial ? version : before[each]);
	return { look: to('words'), dials: { dress: to('dress'), asks: to('asks') } };
}

/** From the easiest to the hardest to read. */
const byEase: readonly VersionId[] = ['easy', ...versionIds.filter((version) => version !== 'easy')];

/** `wanted`, or the nearest of `offered` that is easier to read, or else the easiest of those that are harder; null: none. */
export function nearestVersion(wanted: VersionId, offered: readonly VersionId[]): VersionId | null {
	const all = byEase.filter((version) => offered.includes(version));
	return all.findLast((version) => byEase.indexOf(version) <= byEase.indexOf(wanted)) ?? all[0] ?? null;
}

/** The version whose words `question` is put in for somebody who reads `words`. Throws RangeError where it has none. */
export function wordsVersion(question: Question, words: VersionId): VersionId {
	const version = nearestVersion(
		words,
		versionIds.filter((id) => question.asked[id])
	);
	if (!version) throw new RangeError(`${question.id} is asked in no version`);
	return version;
}

/** The version whose questions are asked: where nobody is asked in `asks` (a parent's journey), the nearest one. */
export const asksIn = (journey: Journey, asks: VersionId): VersionId =>
	nearestVersion(asks, versionsOf(journey)) ?? asks;
