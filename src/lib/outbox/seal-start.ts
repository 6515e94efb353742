/**
 * Starts the worker that seals. Loaded in browsers only: Node.js has no such worker, and its address is known to the bundler
 * alone.
 */
import address from './seal.worker.ts?worker&url';

/** The part of the Trusted Types interface used here; not every browser has it, and TypeScript does not know it yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string }
	): { createScriptURL(url: string): string };
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;

/** Blesses this one address and nothing else. */
const policy = trustedTypes?.createPolicy('my-say-sealing', {
	createScriptURL(url) {
		if (url !== address) throw new TypeError('Not the address of this worker');
		return url;
	}
});

/** A fresh worker. Whoever starts it ends it. */
export const startSealing = (): Worker =>
	new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module' });
