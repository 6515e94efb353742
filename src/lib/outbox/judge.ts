/**
 * What an answer to a submission means: arrived, refused for good, or to be tried again. Only a receipt that verifies, for
 * this very envelope, ever says *arrived*.
 */
import type { Answered } from './ask.ts';

/** What became of one try. */
export type Verdict =
	| { readonly is: 'arrived'; readonly receipt: string }
	/** The server understood and will not take it; sending the same again is of no use until somebody has looked. */
	| { readonly is: 'refused'; readonly reason: string }
	/** `reason`: `no-signal`, `no-receipt` (an answer without a receipt that holds), or the server's own. */
	| { readonly is: 'later'; readonly reason: string; readonly after: number | null };

/** Reasons of the server's that do not pass by themselves (docs/wire.md, Errors). */
const forGood: ReadonlySet<string> = new Set([
	'malformed',
	'not-enrolled',
	'forbidden',
	'missing',
	'conflict',
	'too-large',
	'wrong-kind',
	'replayed-with-other-bytes'
]);

/** The verdict on `answered`; `holds` verifies a receipt for the envelope that was sent. */
export async function judge(
	answered: Answered,
	holds: (receipt: string) => Promise<boolean>
): Promise<Verdict> {
	if (answered.is === 'nothing') return { is: 'later', reason: 'no-signal', after: null };
	if (answered.is === 'problem')
		return forGood.has(answered.reason)
			? { is: 'refused', reason: answered.reason }
			: { is: 'later', reason: answered.reason, after: answered.after };
	const { receipt } = answered.body;
	return typeof receipt === 'string' && (await holds(receipt))
		? { is: 'arrived', receipt }
		: { is: 'later', reason: 'no-receipt', after: null };
}
