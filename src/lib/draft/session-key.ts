/**
 * The key of the open session, in a file of its own (Cache Storage), so that it can be taken off the disk for good: what was in
 * IndexedDB stays in the browser's log long after it was deleted (measured, decision 0007). Without it, what is left of
 * a session that was put away opens nothing.
 */
import { type Bytes } from '../base/bytes.ts';

/** The draft's key as it lies in the session, sealed under the session's own key. */
export interface SealedKey {
	readonly iv: Bytes;
	readonly sealed: Bytes;
}

const place = 'open';
const address = '/open';

/** Held while a draft is open, so that taking the key away is a single message to the browser, also from a page that goes. */
let holder: Cache | null = null;

/** Seals `draftKey` (32 bytes) under a new session key, which replaces any before it. Rejects where nothing can be kept. */
export async function sealForSession(draftKey: Bytes): Promise<SealedKey> {
	const bytes = crypto.getRandomValues(new Uint8Array(32));
	const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt']);
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, draftKey));
	holder = await caches.open(place);
	await holder.put(address, new Response(bytes));
	return { iv, sealed };
}

/** The draft's key from a session; null where the session's key is gone, or is another one's. */
export async function openForSession({ iv, sealed }: SealedKey): Promise<CryptoKey | null> {
	holder = await caches.open(place);
	const kept = await holder.match(address);
	if (!kept) return null;
	try {
		const bytes = await kept.arrayBuffer();
		const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['unwrapKey']);
		const usages: KeyUsage[] = ['encrypt', 'decrypt'];
		return await crypto.subtle.unwrapKey(
			'raw',
			sealed,
			key,
			{ name: 'AES-GCM', iv },
			'AES-GCM',
			false,
			usages
		);
	} catch {
		return null;
	}
}

/** Takes the session's key off this device: its file first, then the place where it was. */
export async function dropSessionKey(): Promise<void> {
	const cache = holder ?? (await caches.open(place));
	holder = null;
	await cache.delete(address);
	await caches.delete(place);
}
