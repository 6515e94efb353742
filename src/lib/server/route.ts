/**
 * How a request becomes an answer: the shape of every API route. Owns the turning of refusals and failures into
 * problems, who is signed in, and the check that what changes something comes from the desk's own pages.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { problem, reasonOf, Refusal } from './problem.ts';
import type { Running } from './running.ts';
import type { Me } from './staff/staff.ts';

/** Answers one request. Throws `Refusal` for what it refuses. */
export type Answer<Extra extends readonly unknown[] = []> = (
	event: RequestEvent,
	server: Running,
	...extra: Extra
) => Promise<Response>;

/** A JSON answer. */
export const json = (body: unknown, status = 200, headers = new Headers()): Response => {
	const text = Buffer.from(JSON.stringify(body));
	headers.set('content-type', 'application/json');
	// Known in advance, the length spares the answer its chunks.
	headers.set('content-length', String(text.length));
	return new Response(text, { status, headers });
};

/** A route that anybody may ask. Nothing that goes wrong in `answer` gets out but a reason of the closed list. */
export const open =
	(answer: Answer) =>
	async (event: RequestEvent): Promise<Response> => {
		const { server } = event.locals;
		try {
			return await answer(event, server);
		} catch (thrown) {
			return problemFor(thrown, event, server);
		}
	};

/** A route for those who are signed in. */
export const desk = (answer: Answer<[me: Me]>) =>
	open(async (event, server) => {
		const me = await server.auth.whoIs(event.request.headers);
		if (!me) throw new Refusal('signed-out');
		return answer(event, server, me);
	});

/** The problem that `thrown` is. What is nobody's fault but this server's is written to the log, without any content. */
export function problemFor(thrown: unknown, event: RequestEvent, server: Running): Response {
	const reason = reasonOf(thrown);
	if (reason === 'failed' || reason === 'disk-full' || reason === 'unknown') {
		const { name, code, stack } = describe(thrown instanceof Refusal ? (thrown.cause ?? thrown) : thrown);
		server.log.error({ method: event.request.method, route: event.route.id, name, code, stack }, reason);
	}
	return problem(reason, thrown instanceof Refusal ? thrown.retryAfter : null);
}

/** What may be said of an error: its class, code and places in the code. Its message may repeat a value, so it stays out. */
function describe(thrown: unknown): { name: string; code: unknown; stack: string[] } {
	if (!(thrown instanceof Error)) return { name: typeof thrown, code: null, stack: [] };
	const stack = (thrown.stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 8);
	return {
		name: thrown.name,
		code: 'code' in thrown ? thrown.code : null,
		stack: stack.map((l) => l.trim())
	};
}

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const childSide = /^\/api\/(submissions|blobs|invitations|guards|drafts|requests)(\/|$)/;

/**
 * Whether `request` may change something: it comes from one of `origins`, or from the child's side, where no cookie
 * says who is asking and the device's signature does.
 */
export function mayChange(request: Request, pathname: string, origins: readonly string[]): boolean {
	if (!changes.has(request.method) || childSide.test(pathname)) return true;
	const origin = request.headers.get('origin');
	if (origin !== null) return origins.includes(origin);
	return request.headers.get('sec-fetch-site') === 'same-origin';
}
