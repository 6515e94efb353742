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

/**
 * A browser that is killed finds a new file of the place again only where its list of files is older than the last change of
 * the folder. A list that is being written in the very moment in which the key comes lacks the key and looks new: the key was
 * lost in 2 of 60 kills on a busy machine (decision 0007). An empty file written after these pauses (milliseconds) makes
 * any such list old.
 */
const settling = [250, 1_000, 3_000, 8_000] as const;
const mark = '/kept';

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
	settle();
	return { iv, sealed };
}

/** Makes sure, a little later and without anybody waiting, that a killed browser finds the key again. */
function settle(): void {
	for (const pause of settling)
		// Nothing is written where the key has been taken away meanwhile.
		setTimeout(() => void holder?.put(mark, new Response()).catch(() => undefined), pause);
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
