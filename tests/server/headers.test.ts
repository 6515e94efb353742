import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everywhere } from '../../src/lib/server/headers.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world.end());

const assets = join(import.meta.dirname, '../../build/client');
/** The built files, as addresses. */
const files = readdirSync(assets, { recursive: true, encoding: 'utf8' })
	.map((name) => `/${name.replaceAll('\\', '/')}`)
	.filter((name) => /\.(js|css|svg|json|woff2)$/.test(name));
const one = (suffix: string): string => files.find((name) => name.endsWith(suffix)) ?? '';

/** What must be there, written down a second time: a header that is lost from the definition is missed here. */
const expected = {
	'strict-transport-security': /max-age=\d{8}/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'x-content-type-options': /^nosniff$/,
	'x-frame-options': /^DENY$/,
	'referrer-policy': /^no-referrer$/,
	'permissions-policy': /geolocation=\(\).*camera=\(self\), microphone=\(self\)/
} as const;

const get = (path: string, init: RequestInit = {}) =>
	fetch(world.origin + path, { redirect: 'manual', ...init });

/** Every kind of answer there is. */
const kinds: [string, () => Promise<Response>, number][] = [
	['the prerendered first screen', () => get('/'), 200],
	['a script', () => get(one('.js')), 200],
	['a style', () => get(one('.css')), 200],
	['a picture', () => get('/icon.svg'), 200],
	['a file that is not there', () => get('/_app/immutable/nothing.js'), 404],
	['a page that is not there', () => get('/nothing'), 404],
	['the API', () => get('/api/directory'), 200],
	['an API that is not there', () => get('/api/nothing'), 404],
	['a refusal', () => get('/api/staff/me'), 401],
	[
		'a method that is not there',
		() => get('/api/directory', { method: 'DELETE', headers: { origin: world.origin } }),
		404
	],
	[
		'another site',
		() => get('/api/auth/sign-out', { method: 'POST', headers: { origin: 'https://evil.example' } }),
		403
	],
	[
		'something too large',
		() => get('/api/submissions', { method: 'POST', body: 'x'.repeat(3_000_000) }),
		413
	],
	['an address that is none', () => get('/%ff%'), 400]
];

describe('security headers are on', () => {
	it.each(kinds)('%s', async (_name, ask, status) => {
		const { headers, status: found } = await ask();
		expect(found).toBe(status);
		for (const [name, value] of Object.entries(expected)) expect(headers.get(name)).toMatch(value);
		for (const [name, value] of Object.entries(everywhere))
			expect([name, headers.get(name)]).toEqual([name, value]);
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(/default-src 'none'/);
		expect(policy).toMatch(/frame-ancestors 'none'/);
		expect(policy).not.toMatch(/unsafe|\*|https?:/);
		expect(headers.get('cache-control')).not.toBeNull();
		expect(headers.get('x-powered-by')).toBeNull();
	});

	it('every built file, and one alone may compile WebAssembly', async () => {
		const may: string[] = [];
		for (const file of files) {
			const { headers } = await get(file);
			const policy = headers.get('content-security-policy') ?? '';
			if (policy.includes('wasm-unsafe-eval')) may.push(file);
			expect([file, headers.get('x-content-type-options')]).toEqual([file, 'nosniff']);
			expect([file, /'unsafe-/.test(policy)]).toEqual([file, false]);
		}
		expect(may.map((file) => file.replace(/-[\w-]+\.js$/, ''))).toEqual([
			'/_app/immutable/workers/argon2.worker'
		]);
	});

	it('the first screen: its own script by its hash, Trusted Types', async () => {
		const policy = (await get('/')).headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(/script-src 'self' 'sha256-/);
		expect(policy).toMatch(/require-trusted-types-for 'script'/);
	});

	it('the API: never kept by a cache, nothing runs', async () => {
		const { headers } = await get('/api/directory');
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('content-security-policy')).not.toMatch(/script-src/);
	});

	it('hashed files: kept for ever', async () => {
		const hashed = files.find((name) => name.startsWith('/_app/immutable/'));
		expect((await get(hashed ?? '')).headers.get('cache-control')).toMatch(/immutable/);
	});
});
