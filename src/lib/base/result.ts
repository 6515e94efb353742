/** An outcome that may be a named refusal: for what goes wrong in the ordinary course, where throwing would hide it. */

/** Either a value or the name of why there is none. */
export type Result<Value, Reason extends string = string> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly reason: Reason; readonly detail?: string };

/** It went well. */
export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
	ok: true,
	value
});

/** It was refused, for `reason`. `detail` is for people at a desk and never carries a child's words. */
export const refused = <Reason extends string>(
	reason: Reason,
	detail?: string
): { readonly ok: false; readonly reason: Reason; readonly detail?: string } =>
	detail === undefined ? { ok: false, reason } : { ok: false, reason, detail };
