import { expect, it } from 'vitest';
import { earlyHeaders, filePolicy, prerenderedPolicy } from './headers.ts';

it('lets one worker compile WebAssembly, and nothing else', () => {
	expect(filePolicy('/_app/immutable/workers/argon2.worker-Dk3_x-1.js')).toMatch(/wasm-unsafe-eval/);
	for (const path of [
		'/_app/immutable/workers/other.worker-Dk3.js',
		'/_app/immutable/chunks/argon2.worker-Dk3.js',
		'/x/_app/immutable/workers/argon2.worker-Dk3.js',
		'/service-worker.js',
		'/icon.svg'
	])
		expect([path, filePolicy(path)]).toEqual([path, expect.not.stringMatching(/unsafe/)]);
});

it('keeps the API out of every cache', () => {
	expect(earlyHeaders('/api/x')['cache-control']).toBe('no-store');
	expect(earlyHeaders('/')['cache-control']).toBe('no-cache');
});

it('repeats the policy that a prerendered page carries, with what its meta element cannot say', () => {
	const html = `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'sha256-x='">`;
	expect(prerenderedPolicy(html)).toBe("default-src 'none'; script-src 'sha256-x='; frame-ancestors 'none'");
	expect(prerenderedPolicy('<p>')).toBeNull();
});
