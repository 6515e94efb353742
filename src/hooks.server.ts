/**
 * Around every request that SvelteKit answers: opens the server once, refuses what comes from another site, puts the
 * security headers on, writes one line of log (method, route, status, time; no body, no id, no query).
 */
import { building } from '$app/environment';
import { everywhere, nothingRuns, plainPage } from '$lib/server/headers';
import { problem } from '$lib/server/problem';
import { mayChange } from '$lib/server/route';
import { openServer, type Running } from '$lib/server/running';
import { readSettings } from '$lib/server/settings';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';

/** How often it is looked whether somebody is due to be called, in milliseconds. What comes new is called at once. */
const lookEvery = 15_000;

let server: Running | null = null;

export const init: ServerInit = async () => {
	// Pages are prerendered at build time, where there are no data and must be none.
	if (building) return;
	const opened = await openServer(readSettings(process.env));
	server = opened;
	opened.caller.start(lookEvery, (thrown) => {
		const name = thrown instanceof Error ? thrown.name : typeof thrown;
		opened.log.error({ alarm: 'calling-failed', name });
	});
	process.once('sveltekit:shutdown', () => void opened.close());
};

export const handle: Handle = async ({ event, resolve }) => {
	if (building || server === null) return resolve(event);
	const { settings, log } = server;
	const began = performance.now();
	const { method } = event.request;
	const { pathname } = event.url;
	const api = pathname.startsWith('/api/');
	event.locals.server = server;

	let response: Response;
	if (!mayChange(event.request, pathname, settings.origins)) response = problem('forbidden');
	else if (api && event.route.id === null) response = problem('missing');
	else {
		response = await resolve(event);
		// A method that a route does not have is, to whoever asks, something that is not there.
		if (api && (response.status === 405 || (response.status >= 500 && !isProblem(response))))
			response = problem(response.status === 405 ? 'missing' : 'failed');
	}
	const { headers } = response;
	for (const [name, value] of Object.entries(everywhere)) headers.set(name, value);
	if (!headers.has('content-security-policy'))
		headers.set('content-security-policy', api ? nothingRuns : plainPage);
	if (!headers.has('cache-control') || api) headers.set('cache-control', 'no-store');
	const ms = Math.round(performance.now() - began);
	log.info({ method, route: event.route.id, status: response.status, ms });
	return response;
};

const isProblem = (response: Response): boolean =>
	response.headers.get('content-type') === 'application/problem+json';

/** What went wrong is logged without its message, which may repeat what somebody sent; nobody is told more than that. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status >= 500)
		server?.log.error(
			{ route: event.route.id, name: error instanceof Error ? error.name : typeof error },
			'failed'
		);
	return { message: String(status) };
};
