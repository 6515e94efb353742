/**
 * Asking the server, and knowing whether it was the server that answered: a school's or hotel's sign-in page answers 200
 * with a page of its own, a lost connection answers nothing, and neither ever counts as an answer.
 */

/** What came back. */
export type Answered =
	/** JSON of this server's: 200, 201 or 202. */
	| { readonly is: 'json'; readonly body: Readonly<Record<string, unknown>> }
	/** A refusal in this server's own form (RFC 9457), with its reason and seconds to wait, where it says so. */
	| { readonly is: 'problem'; readonly reason: string; readonly after: number | null }
	/** No signal, a time-out, or somebody else's answer. */
	| { readonly is: 'nothing' };

/** How one asks: `fetch`, or another of the same kind. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Asks `path`; `body` is posted as JSON text. Waits at most `patience` milliseconds. Never throws. */
export const ask = (
	fetch: Fetch,
	path: string,
	body: string | null = null,
	patience = 30_000
): Promise<Answered> => {
	const headers: Record<string, string> = body === null ? {} : { 'content-type': 'application/json' };
	return askWith(fetch, path, { method: body === null ? 'GET' : 'POST', body, headers }, patience);
};

/** As `ask`, with any method, body and headers. */
export async function askWith(
	fetch: Fetch,
	path: string,
	{ method, body, headers }: { method: string; body: BodyInit | null; headers: Record<string, string> },
	patience: number
): Promise<Answered> {
	try {
		const response = await fetch(path, {
			method,
			body,
			headers: { accept: 'application/json', ...headers },
			// A sign-in page reached by a redirect is not this server.
			redirect: 'error',
			credentials: 'omit',
			cache: 'no-store',
			referrerPolicy: 'no-referrer',
			signal: AbortSignal.timeout(patience)
		});
		return await readAnswer(response);
	} catch {
		return { is: 'nothing' };
	}
}

async function readAnswer(response: Response): Promise<Answered> {
	const kind = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
	if (kind !== 'application/json' && kind !== 'application/problem+json') return { is: 'nothing' };
	const body: unknown = await response.json();
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return { is: 'nothing' };
	if (kind === 'application/json')
		return response.ok ? { is: 'json', body: body as Record<string, unknown> } : { is: 'nothing' };
	if (response.ok || !('reason' in body) || typeof body.reason !== 'string') return { is: 'nothing' };
	const after = Number(response.headers.get('retry-after') ?? Number.NaN);
	return { is: 'problem', reason: body.reason, after: Number.isFinite(after) && after >= 0 ? after : null };
}
