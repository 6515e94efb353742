/** A newer version of the child's side never changes anything under a child who is in the middle of something. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { keptOnDevice, newerWaits } from '../fixtures/service-worker.ts';

test('a newer version waits while somebody is here, and takes over when nobody is busy', async ({ page }) => {
	const server = await newerVersionOf(process.env['MY_SAY_ORIGIN'] ?? '');
	const { port } = server.address() as AddressInfo;
	try {
		await page.goto(`http://127.0.0.1:${port}/`);
		await keptOnDevice(page);
		const before = await page.evaluate(() => caches.keys());
		newer = true;
		await newerWaits(page);
		expect(await page.evaluate(() => caches.keys())).toEqual(expect.arrayContaining(before));
		const answers = await page.evaluate(async () => (await fetch('/_app/enter.js')).ok);
		expect(answers).toBe(true);
		await page.evaluate(async () =>
			(await navigator.serviceWorker.getRegistration())?.waiting?.postMessage('nobody-is-busy')
		);
		await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['keep-newer']);
	} finally {
		server.close();
		server.closeAllConnections();
	}
});

let newer = false;

/** The product as it is, and, once `newer` is said, as a next version would be: its service worker is another one. */
async function newerVersionOf(origin: string): Promise<Server> {
	newer = false;
	const { version } = (await (await fetch(`${origin}/_app/version.json`)).json()) as { version: string };
	const server = createServer((request, response) => {
		void (async () => {
			const path = request.url ?? '/';
			const answer = await fetch(origin + path);
			const type = answer.headers.get('content-type') ?? 'text/plain';
			const policy = answer.headers.get('content-security-policy');
			response.writeHead(answer.status, {
				'content-type': type,
				...(policy ? { 'content-security-policy': policy } : {})
			});
			if (path === '/service-worker.js' && newer)
				response.end((await answer.text()).replaceAll(version, 'newer'));
			else response.end(Buffer.from(await answer.arrayBuffer()));
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}
