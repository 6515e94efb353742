/** Then and now: one step of a scale each; pressing what is chosen takes it back. */
import type { Value } from '../../../journey/answer.ts';

/** A then-and-now answer. */
export type ThenNow = Extract<Value, { kind: 'then-now' }>;

/** `value` with `step` for `moment`; what was there already is taken back. */
export function withStep(value: Value | undefined, moment: 'then' | 'now', step: string): ThenNow {
	const before = value?.kind === 'then-now' ? value : { kind: 'then-now' as const };
	const { [moment]: chosen, ...rest } = before;
	return chosen === step ? { ...rest, kind: 'then-now' } : { ...rest, kind: 'then-now', [moment]: step };
}
