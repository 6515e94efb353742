/**
 * The invitation locked under six words: what the server keeps so that a letter's words, typed by hand, give what its QR code
 * would have given. The server sees neither the words nor what they lock.
 */
import { fromBase64url, fromUtf8, joinBytes, toBase64url, utf8, type Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { stretch } from '../passphrase/passphrase.ts';
import { linkFragment, parseLink, type InvitationLink } from './link.ts';
import { canonicalWords } from './words.ts';

/** The lock that six words make: the id that the server looks up, and the key. */
export interface WordLock {
	/** 16 bytes, base64url: `GET /api/words/{wordsId}`. */
	readonly wordsId: string;
	readonly key: CryptoKey;
}

const salt = utf8('vv1 words');

/**
 * The lock of `words`: an array as chosen, or the canonical text of `readWords`. Stretched with Argon2id: takes about half
 * a second, several on a slow tablet.
 */
export async function wordLock(words: readonly string[] | string): Promise<WordLock> {
	const bytes = await stretch(typeof words === 'string' ? words : canonicalWords(words), salt, 64);
	const key = await crypto.subtle.importKey('raw', bytes.slice(16, 48), 'AES-GCM', false, [
		'encrypt',
		'decrypt'
	]);
	return { wordsId: toBase64url(bytes.subarray(0, 16)), key };
}

/** `link` locked, base64url: 12 random bytes, then AES-256-GCM of its fragment with `vv1 words ` ‖ words' id as AAD. */
export async function lockLink(lock: WordLock, link: InvitationLink): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = await crypto.subtle.encrypt(parameters(lock, iv), lock.key, utf8(linkFragment(link)));
	return toBase64url(joinBytes(iv, new Uint8Array(sealed)));
}

/** What `wrapped` carries; refused where it was not locked by these words, or was changed since. */
export async function unlockLink(
	lock: WordLock,
	wrapped: string
): Promise<Result<InvitationLink, 'damaged'>> {
	try {
		const bytes = fromBase64url(wrapped);
		const opened = await crypto.subtle.decrypt(
			parameters(lock, bytes.slice(0, 12)),
			lock.key,
			bytes.slice(12)
		);
		const link = parseLink(fromUtf8(new Uint8Array(opened)));
		return link.ok ? ok(link.value) : refused('damaged');
	} catch {
		return refused('damaged');
	}
}

const parameters = (lock: WordLock, iv: Bytes): AesGcmParams => ({
	name: 'AES-GCM',
	iv,
	additionalData: joinBytes(salt, utf8(` ${lock.wordsId}`))
});
