/**
 * What may go wrong, as a closed list, and how it is said: `application/problem+json` (RFC 9457) with a `reason`.
 * Owns the list, the statuses and the turning of a thrown thing into an answer. Never a stack trace, never a body.
 */

/** Every reason with its status and the one sentence that goes with it. Clients go by `reason` alone. */
const reasons = {
	malformed: [400, 'The request is not in the agreed form.'],
	'signed-out': [401, 'Sign in first.'],
	'not-enrolled': [403, 'This device is not enrolled for this invitation.'],
	forbidden: [403, 'The request came from another site.'],
	missing: [404, 'There is nothing here.'],
	conflict: [409, 'Something this request builds on is not there, or has moved on.'],
	'too-large': [413, 'The request is larger than allowed.'],
	'wrong-kind': [415, 'The content is not of the agreed kind.'],
	'replayed-with-other-bytes': [422, 'The same id was used before with other content.'],
	'over-quota': [429, 'Too many of these for now.'],
	failed: [500, 'Something went wrong here. Nothing that was acknowledged is lost.'],
	unknown: [503, 'It is not certain that this was stored. Send it again.'],
	'disk-full': [507, 'There is no room to store this. Everything stored before is safe.']
} as const satisfies Record<string, readonly [number, string]>;

/** Why a request was refused. */
export type Reason = keyof typeof reasons;

/** A refusal on its way to the client. Thrown by the folders of this module, caught by `answering`. */
export class Refusal extends Error {
	readonly reason: Reason;
	/** Seconds after which trying again makes sense (`over-quota`, `unknown`). */
	readonly retryAfter: number | null;
	/** `because.cause`: what stands behind it, for the log. */
	constructor(reason: Reason, retryAfter: number | null = null, because: ErrorOptions = {}) {
		super(reason, because);
		this.reason = reason;
		this.retryAfter = retryAfter;
	}
}

/** The status of `reason`. */
export const statusOf = (reason: Reason): number => reasons[reason][0];

/** The body of the answer for `reason`. */
export const problemBody = (reason: Reason): string =>
	JSON.stringify({ type: 'about:blank', title: reasons[reason][1], status: reasons[reason][0], reason });

/** The answer for `reason`. */
export function problem(reason: Reason, retryAfter: number | null = null): Response {
	const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
	if (retryAfter !== null) headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
	return new Response(problemBody(reason), { status: statusOf(reason), headers });
}

/** Codes that say "no room": of the operating system, of SQLite (also behind an I/O error), of PostgreSQL. */
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE', '53100']);

/** Whether `thrown` says that the disk, or the share of it that this server may use, is full. */
export function saysDiskFull(thrown: unknown): boolean {
	const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
	return typeof code === 'string' && noRoom.has(code);
}

/** The reason that `thrown` stands for. */
export const reasonOf = (thrown: unknown): Reason =>
	thrown instanceof Refusal ? thrown.reason : saysDiskFull(thrown) ? 'disk-full' : 'failed';
