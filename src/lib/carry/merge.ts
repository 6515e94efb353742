/**
 * Two states of one child's draft, from two devices, as one. Of each answer the one that was changed last counts, by the
 * devices' clocks; an answer that only one of them has stays. Where the child is, and how it looks, follows the later one.
 */
import type { Answer } from '../journey/answer.ts';
import type { DraftState } from '../journey/draft-state.ts';

/** When `state` was last answered in: ISO 8601, or an empty text. */
const latest = (state: DraftState): string =>
	Object.values(state.answers).reduce((last, { at }) => (at > last ? at : last), '');

/** `here` (this device's) and `carried`, together. What was sent stays what this device sent. */
export function mergeDrafts(here: DraftState, carried: DraftState): DraftState {
	const later = latest(carried) > latest(here) || Object.keys(here.answers).length === 0 ? carried : here;
	const answers = { ...carried.answers, ...here.answers };
	for (const [question, answer] of Object.entries(carried.answers)) {
		const own = here.answers[question];
		if (own && answer.at > own.at) answers[question] = withMadeOf(own, answer);
	}
	// What another device sent this one knows nothing of: it shows the answers, not where they are.
	const at = later === carried && carried.at === 'sent' ? 'review' : later.at;
	const access = later.access ?? here.access ?? carried.access;
	return {
		...later,
		...(access ? { access } : {}),
		at,
		answers,
		journey: here.journey,
		device: here.device,
		sent: here.sent
	};
}

/** Own words, and what was made beside them: its bytes lie on the device where it was made. */
interface OwnWay {
	readonly words?: string;
	readonly made?: readonly unknown[];
}

const wayOf = ({ myWay }: Answer): OwnWay | undefined => myWay;

/** `answer`, changed elsewhere, with what was made here for it: nothing that a child made is dropped. */
function withMadeOf(own: Answer, answer: Answer): Answer {
	const made = wayOf(own)?.made;
	return made ? ({ ...answer, state: 'answered', myWay: { ...wayOf(answer), made } } as Answer) : answer;
}

/** `state` as it is carried: without what was made, which stays on this device. An answer of that alone is not carried. */
export function withoutMade(state: DraftState): DraftState {
	const answers = Object.entries(state.answers).flatMap(([question, answer]) => {
		const { made, ...words } = wayOf(answer) ?? {};
		if (!made) return [[question, answer] as const];
		const { myWay: _made, ...rest } = answer;
		if (words.words) return [[question, { ...rest, myWay: words } as Answer] as const];
		return answer.value ? [[question, rest] as const] : [];
	});
	return { ...state, answers: Object.fromEntries(answers) };
}
