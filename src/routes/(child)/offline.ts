/**
 * Lets the service worker keep the child's side on this device, and lets a newer version in when nobody is in the middle of
 * something. Loaded after the first screen is done: keeping must not slow the start.
 */

import { trustedAddress } from '$lib/base/trusted-address';

const address = '/service-worker.js';

/** Asks the browser to keep the child's side. Called once per page. Never throws: without it everything works while there is signal. */
export async function keepOffline(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	try {
		await navigator.serviceWorker.register(trustedAddress('my-say-offline', address), {
			updateViaCache: 'none'
		});
	} catch {
		// Private windows and full disks refuse it.
	}
}

/**
 * Says that no draft is open on this device (first screen without a session, or after *put away*): a newer version that waits
 * may take over now. It shows at the next start of the page.
 */
export async function letNewerVersionIn(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const registration = await navigator.serviceWorker.getRegistration();
	registration?.waiting?.postMessage('nobody-is-busy');
}
