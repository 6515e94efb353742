/**
 * The production entry: a plain HTTP server around what the build made. Puts the security headers on everything that is
 * answered before SvelteKit is asked (files, prerendered pages, errors), turns away what is too large, and stops without
 * breaking off an answer. Settings: docs/operations.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { earlyHeaders, everywhere, nothingRuns, prerenderedPolicy } from '../src/lib/server/headers.ts';
import { problemBody } from '../src/lib/server/problem.ts';
import { readSettings, submissionLimit } from '../src/lib/server/settings.ts';

/** Milliseconds that answers under way are given when the server stops. */
const farewell = 10_000;
/** Milliseconds for which the rest of a body is read after its answer. */
const patience = 5_000;
/** Largest body of any request; each route has its own limit below it. */
const bodyLimit = submissionLimit + 64 * 1024;

const build = resolve(fileURLToPath(new URL('..', import.meta.url)), process.env['BUILD_DIR'] || 'build');
const port = Number(process.env['PORT'] || 3000);
const host = process.env['HOST'] || '127.0.0.1';

/** The content security policy of each prerendered page, by its address. */
function prerenderedPolicies(): Map<string, string> {
	const folder = join(build, 'prerendered');
	const policies = new Map<string, string>();
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.html')) continue;
		const policy = prerenderedPolicy(readFileSync(join(folder, name), 'utf8'));
		const address = `/${relative(folder, join(folder, name)).split(sep).join('/')}`;
		if (policy) policies.set(address.replace(/(\/index)?\.html$/, '') || '/', policy);
	}
	return policies;
}

/** The path of `url` without its query; decoding is the handler's matter. */
const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '/';

function refuseTooLarge(request: IncomingMessage, response: ServerResponse): void {
	// Not closed with the answer: a connection that closes on what is still being sent takes the answer with it.
	response.writeHead(413, { 'content-type': 'application/problem+json' });
	response.end(problemBody('too-large'), () => drain(request));
}

/** Reads on what an early answer left unread, for a while: otherwise whoever still sends never hears the answer. */
function drain(request: IncomingMessage): void {
	if (request.complete) return;
	// SvelteKit's own listener would pause it again at each part.
	request.removeAllListeners('data').resume();
	setTimeout(() => request.complete || request.destroy(), patience).unref();
}

const settings = readSettings(process.env);
// What SvelteKit's handler reads at its own start: the same settings, under its names.
process.env['ORIGIN'] = settings.origin;
process.env['BODY_SIZE_LIMIT'] = String(bodyLimit);
// The built server cannot know where the source of its thread is.
process.env['CHECKER'] = fileURLToPath(
	new URL('../src/lib/server/submission/checker.thread.ts', import.meta.url)
);
const { handler } = (await import(pathToFileURL(join(build, 'handler.js')).href)) as {
	handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
};

let stopping = false;
const policies = prerenderedPolicies();
const server = createServer((request, response) => {
	const path = pathOf(request.url ?? '/');
	for (const [name, value] of Object.entries(earlyHeaders(path))) response.setHeader(name, value);
	const policy = policies.get(path.length > 1 ? path.replace(/\/$/, '') : path);
	if (policy) response.setHeader('content-security-policy', policy);
	if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return refuseTooLarge(request, response);
	response.on('finish', () => {
		drain(request);
		// A connection that is kept open would keep a stopping server waiting.
		if (stopping) request.socket.destroySoon();
	});
	handler(request, response, () => {
		response.statusCode = 404;
		response.end();
	});
});

// A request that is no HTTP is answered in HTTP all the same, with the headers of every answer.
server.on('clientError', (_error, socket) => {
	if (!socket.writable) return socket.destroy();
	const headers = { ...everywhere, 'content-security-policy': nothingRuns, connection: 'close' };
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	socket.end(['HTTP/1.1 400 Bad Request', ...lines, 'content-length: 0', '', ''].join('\r\n'));
});

server.on('error', (error: NodeJS.ErrnoException) => {
	const reason = error.code === 'EADDRINUSE' ? `port ${port} is in use; set PORT to another` : error.code;
	process.stderr.write(`The server cannot listen: ${reason}\n`);
	process.exit(1);
});

// Longer than any proxy in front keeps a connection it may still use.
server.keepAliveTimeout = 65_000;

/** Settles once the server takes requests. */
export const listening = new Promise<void>((resolve) => {
	server.listen(port, host, () => {
		if (settings.logLevel === 'info') process.stdout.write(`{"level":30,"msg":"listening","port":${port}}\n`);
		// To whoever started this process (the tests), where somebody did.
		process.send?.({ listening: port });
		resolve();
	});
});

function stop(): void {
	if (stopping) return;
	stopping = true;
	server.close(() => {
		process.emit('sveltekit:shutdown' as 'disconnect');
		setImmediate(() => process.exit(0));
	});
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), farewell).unref();
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
