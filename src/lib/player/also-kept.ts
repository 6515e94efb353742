/** What of a draft an answer changes beside itself: who is there, and the child's own mark. */
import type { Present, Value } from '../journey/answer.ts';
import type { DraftState } from '../journey/draft-state.ts';
import type { Question } from '../journey/journey.ts';

/** What changes where `value` answers `question`; `undefined` where it is answered no more. */
export function alsoKept(
	question: Question,
	value: Value | undefined,
	present: Present
): Partial<DraftState> {
	if (value?.kind === 'helped') return { present: { ...present, who: value.who, how: value.how } };
	if (value?.kind === 'sign') return { mark: value.mark };
	return question.kind === 'sign' ? { mark: null } : {};
}
