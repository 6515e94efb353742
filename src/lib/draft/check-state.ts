/** Whether what was opened is a draft's state, in its full shape: a damaged one is refused, never half used. */
import * as v from 'valibot';
import { draftStateSchema, type DraftState } from '../journey/draft-state.ts';

/** `content` where it is a draft's state, else null. */
export function checkState(content: unknown): DraftState | null {
	const checked = v.safeParse(draftStateSchema, content);
	return checked.success ? (checked.output as unknown as DraftState) : null;
}
