/** Asking the server without a browser, and what its answers say. */

/** An answer, read whole. */
export interface Answered {
	readonly status: number;
	readonly body: Record<string, unknown>;
	/** The problem's reason, where it is one. */
	readonly reason: unknown;
	readonly headers: Headers;
}

/** Sends a request and reads the answer; a body that is not JSON reads as an empty object. */
export async function ask(url: string, init: RequestInit = {}): Promise<Answered> {
	const response = await fetch(url, init);
	const text = await response.text();
	let body: Record<string, unknown> = {};
	try {
		body = JSON.parse(text) as Record<string, unknown>;
	} catch {
		// Not JSON: pages, files, nothing at all.
	}
	return { status: response.status, body, reason: body['reason'], headers: response.headers };
}

/** Posts `body` as JSON (a text is sent as it is). */
export const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answered> =>
	ask(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});
