/**
 * The six places of this device and its secret, each a file of its own in Cache Storage: overwritten or deleted, the old one is
 * gone from the disk. Made all at once, filled with random bytes, so that none shows whether somebody uses it.
 */
import type { Bytes } from '../base/bytes.ts';
import { nobodysPlace, placeBytes, readPlace, type Place } from './place.ts';
import type { CodedLock } from './kind.ts';

/** How many places there are. */
export const placeCount = 6;

/** What a device has. */
export interface Places {
	/** 32 bytes that never leave it. */
	readonly secret: Bytes;
	readonly all: readonly Place[];
}

const cacheName = 'places';
const secretPath = '/places/secret';
const pathOf = (at: number): string => `/places/${at}`;

async function bytesAt(cache: Cache, path: string): Promise<Bytes | null> {
	const kept = await cache.match(path);
	return kept ? new Uint8Array(await kept.arrayBuffer()) : null;
}

/** The places; made where there are none. Rejects where the browser keeps nothing. One tab at a time makes them. */
export const readPlaces = (): Promise<Places> =>
	navigator.locks.request('keep places', async () => {
		const cache = await caches.open(cacheName);
		let secret = await bytesAt(cache, secretPath);
		if (!secret) {
			secret = crypto.getRandomValues(new Uint8Array(32));
			await cache.put(secretPath, new Response(secret));
		}
		const all: Place[] = [];
		for (let at = 0; at < placeCount; at++) {
			const bytes = await bytesAt(cache, pathOf(at));
			const place = (bytes && readPlace(bytes)) ?? nobodysPlace('picture');
			if (!bytes) await cache.put(pathOf(at), new Response(placeBytes(place)));
			all.push(place);
		}
		return { secret, all };
	});

/** Puts `place` at `at`; those that are nobody's become of the same kind, so that none stands out by what it asks for. */
export async function writePlace(at: number, place: Place): Promise<void> {
	const { all } = await readPlaces();
	const cache = await caches.open(cacheName);
	await cache.put(pathOf(at), new Response(placeBytes(place)));
	for (const [other, { used, kind }] of all.entries())
		if (other !== at && !used && kind !== place.kind)
			await cache.put(pathOf(other), new Response(placeBytes(nobodysPlace(place.kind))));
}

/** Makes the place at `at` nobody's again. */
export async function clearPlace(at: number, kind: CodedLock): Promise<void> {
	const cache = await caches.open(cacheName);
	await cache.put(pathOf(at), new Response(placeBytes(nobodysPlace(kind))));
}
