/** What the player begins with: what it is told of the meeting, the draft as it is kept, or a new one. */
import { newId } from '$lib/base/ids';
import type { Draft } from '$lib/draft/draft';
import { gatheringOf } from '$lib/journey/gathering';
import { beginDraft, withKept, type DraftState } from '$lib/journey/draft-state';
import type { VersionId } from '$lib/journey/version';
import type { Prepared } from '$lib/outbox/prepare';
import type { MeetingFacts } from '$lib/player/facts';

/** A draft nobody has answered yet. Shared until somebody says whose device it is. */
export const newState = (
	journey: { readonly id: string; readonly version: number },
	{ look, locale }: { readonly look: VersionId; readonly locale: string }
): DraftState => beginDraft(journey, { look, locale, seed: newId<string>(), device: 'shared' });

/** `state` with what of the made things is really there: a page may have ended while one was being made. */
export async function settled(draft: Draft, state: DraftState): Promise<DraftState> {
	const made = Object.values(state.answers).flatMap(({ myWay }) => myWay?.made ?? []);
	return withKept(state, await draft.made.settle(made));
}

/** What the player is told of the meeting that was `prepared`. */
export function factsOf({ info, organisation, readers }: Prepared): MeetingFacts {
	const named = (staff: string) => readers.find((reader) => reader.staff === staff)?.name ?? organisation;
	return {
		chair: named(info.chair),
		deputy: named(info.deputy),
		organisation,
		date: info.meeting.date,
		time: info.meeting.time,
		place: info.meeting.place,
		answersBy: info.meeting.answersBy,
		gathering: gatheringOf(info.meeting)
	};
}
