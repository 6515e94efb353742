// What the server puts beside each request; see src/hooks.server.ts.
import type { Running } from '$lib/server/running';

declare global {
	namespace App {
		interface Locals {
			/** Absent only while pages are prerendered. */
			server: Running;
		}
	}
	/** Background Sync (WICG), where a browser has it. */
	interface ServiceWorkerRegistration {
		readonly sync?: { register(tag: string): Promise<void> };
	}
	/** The commit or version this was built from, written into every signed view (threat model: targeted code). */
	const __BUILD_ID__: string;
}

export {};
