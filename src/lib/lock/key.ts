/**
 * From a code to a key: Argon2id of the code with the place's salt, then HKDF together with the device's secret and, for a
 * guarded code, the server's half. What proves the code to the server comes from the same, apart: it tells nothing of the key.
 */
import { joinBytes, utf8, type Bytes } from '../base/bytes.ts';
import { stretch } from '../passphrase/passphrase.ts';
import { codeText, type Code } from './code.ts';

/** Both of a code's uses, before the server's half is there. */
export interface StretchedCode {
	/** 32 bytes that prove the code to the server. */
	readonly proof: Bytes;
	/** The key of the place; `half` is the server's 32 bytes, null for a code that is checked here. */
	key(half: Bytes | null): Promise<CryptoKey>;
}

/** Stretches `code` (about half a second, several on a slow tablet). `secret` is the device's, `salt` the place's. */
export async function stretchCode(code: Code, secret: Bytes, salt: Bytes): Promise<StretchedCode> {
	const stretched = joinBytes(await stretch(codeText(code), salt, 32), secret);
	return {
		proof: await derive(stretched, 'keep guard proof'),
		key: async (half) => {
			const bytes = await derive(half ? joinBytes(stretched, half) : stretched, 'keep place key');
			return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
		}
	};
}

/** HKDF-SHA-256 (RFC 5869) with an empty salt: 256 bits of the device's secret are in it. */
async function derive(material: Bytes, info: string): Promise<Bytes> {
	const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
	const bits = await crypto.subtle.deriveBits(
		{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) },
		key,
		256
	);
	return new Uint8Array(bits);
}
