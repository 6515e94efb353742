/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Keeps the child's side on the device, so that after one visit it starts and works without signal, and sends what waits when
 * the browser says that it could, also while no page is open. Never touches what pages ask of the server's interface or the desk,
 * and never changes a version under a child who is in the middle of something.
 */
import { files, version } from '$service-worker';
import { sha256, toBase64url } from '../lib/base/bytes.ts';
import { sendInBackground, turn } from '../lib/outbox/background.ts';
import { loadedBy, pages, staticFiles, styledBy, treat, type ChildFiles } from './shell.ts';

declare global {
	/** Background Sync (WICG): no library of TypeScript's has it. */
	interface ServiceWorkerGlobalScopeEventMap {
		sync: ExtendableEvent & { readonly tag: string };
	}
}

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const prefix = 'keep-';
const cacheName = `${prefix}${version}`;
const listing = '/_app/child-files.json';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
	const treatment = treat(event.request, worker.location.origin);
	if (treatment.by === 'page') event.respondWith(kept(treatment.page, event.request));
	else if (treatment.by === 'kept') event.respondWith(kept(event.request.url, event.request));
});
worker.addEventListener('sync', (event) => {
	if (event.tag !== turn) return;
	event.waitUntil(
		sendInBackground({ fetch: (input, init) => fetch(input, init), now: Date.now, chance: Math.random })
	);
});
worker.addEventListener('message', (event) => {
	// Said by a page on which no draft is open: nobody is interrupted by the newer version.
	if (event.data === 'nobody-is-busy') event.waitUntil(worker.skipWaiting());
});

/** All or nothing: where one file is missing or is not what the build made, the version before stays. */
async function install(): Promise<void> {
	const cache = await caches.open(cacheName);
	const made = (await (await fetchWhole(listing)).json()) as ChildFiles;
	const todo = new Set([...Object.keys(made), ...staticFiles(files)]);
	for (const page of pages) {
		const response = await fetchWhole(page);
		const html = await response.clone().text();
		await cache.put(page, response);
		for (const path of loadedBy(html, worker.location.origin)) todo.add(path);
	}
	// A set grows while it is walked: what a style sheet loads comes after it.
	for (const path of todo) {
		const response = await fetchWhole(path);
		const bytes = new Uint8Array(await response.clone().arrayBuffer());
		const hash = made[path];
		if (hash !== undefined && toBase64url(await sha256(bytes)) !== hash)
			throw new TypeError(`Not as built: ${path}`);
		await cache.put(path, response);
		// What the build listed names all that it needs; a page's own style sheet does not stand there.
		if (hash !== undefined || !path.endsWith('.css')) continue;
		for (const styled of styledBy(
			new TextDecoder().decode(bytes),
			new URL(path, worker.location.origin).href
		))
			todo.add(styled);
	}
	// Nobody here: nothing to interrupt. A worker that is not active yet controls no page; those of the one before count.
	const busy = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	if (busy.length === 0) await worker.skipWaiting();
}

/** From now on this version answers; what older versions kept goes. */
async function activate(): Promise<void> {
	for (const name of await caches.keys())
		if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
	await worker.clients.claim();
}

/** What is kept under `path`; else the network, as if this worker were not there. */
async function kept(path: string, request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	return (await cache.match(path)) ?? fetch(request);
}

/** `path` from the server, past every cache. A sign-in page reached by a redirect is not it. */
async function fetchWhole(path: string): Promise<Response> {
	const response = await fetch(path, { cache: 'no-cache', redirect: 'error', credentials: 'omit' });
	if (!response.ok) throw new TypeError(`Not there: ${path}`);
	return response;
}
