/**
 * One place, as its bytes: always 142 of them, whether somebody's or nobody's. Pure.
 * kind 1 · in use 1 · salt 16 · guard's id 16 · IV 12 · 80 sealed bytes and their tag 16.
 */
import { fromBase64url, joinBytes, toBase64url, utf8, type Bytes } from '../base/bytes.ts';
import type { CodedLock } from './kind.ts';

/** What a place opens: the draft's key and where its records lie. */
export interface Contents {
	/** 32 bytes. */
	readonly key: Bytes;
	readonly records: { readonly state: string; readonly device: string; readonly invitation: string };
}

/** A place that is to be opened. */
export interface Place {
	readonly kind: CodedLock;
	/** Whether it must not be given to somebody else. Said to nobody who opens it. */
	readonly used: boolean;
	readonly salt: Bytes;
	/** The id of its guard on the server, base64url; of no meaning for `picture`. */
	readonly guard: string;
	readonly iv: Bytes;
	readonly sealed: Bytes;
}

const length = 142;
const sealedLength = 96;

const random = (bytes: number): Bytes => crypto.getRandomValues(new Uint8Array(bytes));

/** A place that is nobody's: opens for no code. */
export const nobodysPlace = (kind: CodedLock): Place => ({
	kind,
	used: false,
	salt: random(16),
	guard: toBase64url(random(16)),
	iv: random(12),
	sealed: random(sealedLength)
});

/** A new place of somebody's; sealed by `sealPlace` once its key is known. */
export const newPlace = (kind: CodedLock): Place => ({ ...nobodysPlace(kind), used: true });

/** `place` with `contents` under `key`. */
export async function sealPlace(place: Place, key: CryptoKey, contents: Contents): Promise<Place> {
	const { state, device, invitation } = contents.records;
	const plain = joinBytes(contents.key, ...[state, device, invitation].map(fromBase64url));
	return { ...place, sealed: new Uint8Array(await crypto.subtle.encrypt(bound(place), key, plain)) };
}

/** What `place` holds, or null: another code, or nobody's. */
export async function openPlaceWith(place: Place, key: CryptoKey): Promise<Contents | null> {
	try {
		const plain = new Uint8Array(await crypto.subtle.decrypt(bound(place), key, place.sealed));
		const id = (at: number) => toBase64url(plain.subarray(32 + 16 * at, 48 + 16 * at));
		return { key: plain.slice(0, 32), records: { state: id(0), device: id(1), invitation: id(2) } };
	} catch {
		return null;
	}
}

/** The bytes of `place`. */
export const placeBytes = ({ kind, used, salt, guard, iv, sealed }: Place): Bytes =>
	joinBytes(
		new Uint8Array([kind === 'guarded' ? 2 : 1, used ? 1 : 0]),
		salt,
		fromBase64url(guard),
		iv,
		sealed
	);

/** The place that `bytes` are, or null. */
export function readPlace(bytes: Bytes): Place | null {
	const [kind, used] = bytes;
	if (bytes.length !== length || (kind !== 1 && kind !== 2)) return null;
	return {
		kind: kind === 2 ? 'guarded' : 'picture',
		used: used === 1,
		salt: bytes.slice(2, 18),
		guard: toBase64url(bytes.subarray(18, 34)),
		iv: bytes.slice(34, 46),
		sealed: bytes.slice(46)
	};
}

const bound = ({ iv, salt, guard }: Place): AesGcmParams => ({
	name: 'AES-GCM',
	iv,
	additionalData: joinBytes(utf8('keep place 1 '), salt, utf8(guard))
});
