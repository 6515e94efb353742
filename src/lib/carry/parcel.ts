/**
 * Parcels: what waits to be carried to the server, a file for each letter in Cache Storage. Signed and sealed already, it needs
 * no key and no letter to be sent, by whichever page is open next.
 */
import { ask, type Fetch } from '../outbox/ask.ts';

const cacheName = 'parcels';
const prefix = '/parcels/';

/** Keeps `body` to be sent for the invitation; one that still waits is replaced. Rejects where the browser keeps nothing. */
export async function keepParcel(invitation: string, body: string): Promise<void> {
	const cache = await caches.open(cacheName);
	await cache.put(prefix + invitation, new Response(body));
}

/** Reasons that sending the same again will not change. */
const forGood: ReadonlySet<string> = new Set(['conflict', 'malformed', 'too-large', 'missing']);

/** Sends what waits, one tab at a time; what cannot be sent now stays. Never throws. */
export async function sendParcels(
	fetch: Fetch = (input, init) => globalThis.fetch(input, init)
): Promise<void> {
	try {
		await navigator.locks.request('keep parcels', { ifAvailable: true }, async (lock) => {
			if (!lock || !(await caches.has(cacheName))) return;
			const cache = await caches.open(cacheName);
			for (const request of await cache.keys()) {
				const invitation = new URL(request.url).pathname.slice(prefix.length);
				const body = await (await cache.match(request))?.text();
				if (body === undefined) continue;
				const answered = await ask(fetch, `/api/drafts/${invitation}`, body);
				if (answered.is === 'json' || (answered.is === 'problem' && forGood.has(answered.reason))) {
					// A newer one may have been put in its place meanwhile.
					if ((await (await cache.match(request))?.text()) === body) await cache.delete(request);
				}
			}
		});
	} catch {
		// No room, no locks: it waits for the next page.
	}
}
