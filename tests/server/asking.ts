/** Asking the server without a browser, and what its answers say. */
import { verifyDirectory, type VerifiedDirectory } from '../../src/lib/envelope/directory.ts';

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

/** The directory that `world` serves, held to its root. Throws where it does not hold. */
export async function directoryOf(world: {
	readonly origin: string;
	readonly root: { readonly thumbprint: string };
}): Promise<VerifiedDirectory> {
	const { body } = await ask(`${world.origin}/api/directory`);
	const verified = await verifyDirectory(body['directory'], world.root.thumbprint);
	if (!verified.ok) throw new Error(verified.reason);
	return verified.value;
}
