/** Asking the server: a value or a named reason, whatever comes back or does not. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, at } from './api.ts';

let server: Server;
let origin: string;
let seen: { method?: string; body: string; type?: string } = { body: '' };

const answers: Record<string, RequestListener> = {
	'/value': (_, response) => response.end('{"a":1}'),
	'/refused': (_, response) =>
		response
			.writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '90' })
			.end('{"reason":"over-quota"}'),
	'/strange': (_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'),
	'/no-words': (_, response) => response.writeHead(401).end(),
	'/half': (_, response) => response.end('{"a":')
};

beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (part) => (body += part));
		request.on('end', () => {
			seen = { method: request.method, body, type: request.headers['content-type'] };
			answers[request.url ?? '']?.(request, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('asking', () => {
	it('gives the value, and sends JSON only where there is a body', async () => {
		expect(await ask('GET', `${origin}/value`)).toEqual({ ok: true, value: { a: 1 } });
		expect(seen).toEqual({ method: 'GET', body: '', type: undefined });
		await ask('POST', `${origin}/value`, { b: 'é' });
		expect(seen).toEqual({ method: 'POST', body: '{"b":"é"}', type: 'application/json' });
	});

	it('names the reason and how long to wait', async () => {
		expect(await ask('GET', `${origin}/refused`)).toEqual({ ok: false, reason: 'over-quota', detail: '90' });
	});

	it('names what says nothing itself', async () => {
		expect(await ask('GET', `${origin}/strange`)).toMatchObject({ ok: false, reason: 'failed' });
		expect(await ask('GET', `${origin}/half`)).toMatchObject({ ok: false, reason: 'failed' });
		expect(await ask('GET', `${origin}/no-words`)).toMatchObject({ ok: false, reason: 'signed-out' });
		expect(await ask('GET', 'http://127.0.0.1:1/')).toMatchObject({ ok: false, reason: 'no-signal' });
	});

	it('puts ids in a path, never a path in an id', () => {
		expect(at`/api/staff/views/${'../me?x#y'}/open`).toBe('/api/staff/views/..%2Fme%3Fx%23y/open');
	});
});
