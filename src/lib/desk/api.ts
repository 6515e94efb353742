/**
 * Asking the server as a member of staff (docs/wire.md, "the desk"). Every answer is a value or a named reason; nothing
 * here throws for what goes wrong in the ordinary course.
 */
import type { Bytes } from '../base/bytes.ts';
import type { Result } from '../base/result.ts';
import { ok, refused } from '../base/result.ts';

/** Why the server gave nothing: its own closed list, or no answer at all. */
export type ApiFault =
	| 'malformed'
	| 'signed-out'
	| 'not-enrolled'
	| 'forbidden'
	| 'missing'
	| 'conflict'
	| 'too-large'
	| 'wrong-kind'
	| 'replayed-with-other-bytes'
	| 'over-quota'
	| 'failed'
	| 'unknown'
	| 'disk-full'
	/** No answer came. */
	| 'no-signal';

/** How the desk asks: the browser's `fetch`, or another for tests. */
export type Fetch = typeof fetch;

/** `path` with ids put in, each encoded. */
export const at = (strings: TemplateStringsArray, ...ids: readonly string[]): string =>
	String.raw({ raw: strings }, ...ids.map(encodeURIComponent));

/** Asks `method path`, with `body` as JSON. The answer's JSON as `Answer`: the server is trusted for shape, never for words. */
export async function ask<Answer>(
	method: 'GET' | 'POST' | 'PUT',
	path: string,
	body?: unknown,
	fetcher: Fetch = fetch
): Promise<Result<Answer, ApiFault>> {
	let response: Response;
	try {
		response = await fetcher(path, {
			method,
			cache: 'no-store',
			credentials: 'same-origin',
			...(body === undefined
				? {}
				: { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
		});
	} catch {
		return refused('no-signal');
	}
	return readAnswer<Answer>(response);
}

/** Asks for the octets at `path`. */
export async function askBytes(path: string, fetcher: Fetch = fetch): Promise<Result<Bytes, ApiFault>> {
	try {
		const response = await fetcher(path, { cache: 'no-store', credentials: 'same-origin' });
		if (!response.ok) return await readAnswer<Bytes>(response);
		return ok(new Uint8Array(await response.arrayBuffer()));
	} catch {
		return refused('no-signal');
	}
}

async function readAnswer<Answer>(response: Response): Promise<Result<Answer, ApiFault>> {
	try {
		const value: unknown = await response.json();
		if (response.ok) return ok(value as Answer);
		const reason = (value as { reason?: unknown } | null)?.reason;
		const wait = response.headers.get('retry-after') ?? undefined;
		return refused(typeof reason === 'string' ? (reason as ApiFault) : 'failed', wait);
	} catch {
		return refused(response.ok ? 'failed' : response.status === 401 ? 'signed-out' : 'failed');
	}
}
