/**
 * A draft as it is carried: one byte of format, 12 random bytes, then AES-256-GCM of its JSON under the letter's draft key, bound
 * to its number. Padded with spaces to steps of 4 KiB, so that its length tells little. Pure.
 */
import { fromBase64url, fromUtf8, joinBytes, toBase64url, utf8, type Bytes } from '../base/bytes.ts';
import { checkState } from '../draft/check-state.ts';
import type { DraftState } from '../journey/draft-state.ts';

const format = 1;
const step = 4096;

/** The key of what is carried, from the letter's draft key (`draftKey`, 32 bytes). */
export const carryKey = (draftKey: Bytes): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', draftKey, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** `state` as number `rev`, sealed, base64url. */
export async function sealCarried(key: CryptoKey, rev: number, state: DraftState): Promise<string> {
	const text = utf8(JSON.stringify(state));
	const padded = new Uint8Array(Math.ceil((text.length + 1) / step) * step).fill(0x20);
	padded.set(text);
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = await crypto.subtle.encrypt(bound(iv, rev), key, padded);
	return toBase64url(joinBytes(new Uint8Array([format]), iv, new Uint8Array(sealed)));
}

/** The state that `sealed` carries as number `rev`; null where it was changed, is another letter's, or newer than this build. */
export async function openCarried(key: CryptoKey, rev: number, sealed: string): Promise<DraftState | null> {
	try {
		const bytes = fromBase64url(sealed);
		if (bytes[0] !== format) return null;
		const opened = await crypto.subtle.decrypt(bound(bytes.slice(1, 13), rev), key, bytes.slice(13));
		return checkState(JSON.parse(fromUtf8(new Uint8Array(opened))));
	} catch {
		return null;
	}
}

const bound = (iv: Bytes, rev: number): AesGcmParams => ({
	name: 'AES-GCM',
	iv,
	additionalData: utf8(`carry|${format}|${rev}`)
});
