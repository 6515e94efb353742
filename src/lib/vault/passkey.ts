/**
 * Passkeys as unlockers, through the PRF extension (WebAuthn Level 3 §10.1.4). Browser only. The ceremony is this
 * browser's own: nothing of it, least of all the PRF result, is sent anywhere. It is not the passkey that signs in.
 */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { Bytes } from '../base/bytes.ts';
import { fromBase64url, toBase64url } from '../base/bytes.ts';
import type { Result } from '../base/result.ts';
import { ok, refused } from '../base/result.ts';
import type { Unlocker, UnlockerInfo } from './unlocker.ts';

/** A passkey that has answered. */
export type PasskeyUnlocker = Extract<Unlocker, { kind: 'passkey' }>;

/** Why there is no answer from a passkey. */
export type PasskeyFault =
	/** This browser has no passkeys. */
	| 'passkeys-not-supported'
	/** The person said no, let it time out, or has none that fits. The browser does not tell which. */
	| 'passkey-cancelled'
	/** It is a passkey, but one that cannot keep a secret for us (no PRF). */
	| 'passkey-without-secret';

/** Whether this browser can do passkeys at all. Whether one can keep a secret shows only when it is made. */
export const passkeysSupported = (): boolean => browserSupportsWebAuthn();

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/**
 * Makes a passkey for a vault and asks it once, so that one which cannot keep a secret is found out now. `name` is shown
 * by the browser when it is asked for later.
 */
export async function makePasskey(name: string): Promise<Result<PasskeyUnlocker, PasskeyFault>> {
	if (!passkeysSupported()) return refused('passkeys-not-supported');
	let credential: string;
	try {
		const made = await startRegistration({
			optionsJSON: {
				challenge: toBase64url(random(32)),
				rp: { id: location.hostname, name },
				// A random user: it must never replace the passkey that signs this person in.
				user: { id: toBase64url(random(32)), name, displayName: name },
				pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
				authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
				attestation: 'none',
				extensions: { prf: {} }
			}
		});
		credential = made.id;
	} catch {
		return refused('passkey-cancelled');
	}
	return ask(new Map([[credential, toBase64url(random(32))]]));
}

/** Asks whichever passkey of `unlockers` is at hand for its secret. */
export async function askPasskey(
	unlockers: readonly UnlockerInfo[]
): Promise<Result<PasskeyUnlocker, PasskeyFault>> {
	if (!passkeysSupported()) return refused('passkeys-not-supported');
	const salts = new Map<string, string>();
	for (const { how } of unlockers) if ('credential' in how) salts.set(how.credential, how.salt);
	return salts.size === 0 ? refused('passkey-cancelled') : ask(salts);
}

/** Asks for the secret of one of `salts`: credential id → what it is asked, both base64url. */
async function ask(salts: ReadonlyMap<string, string>): Promise<Result<PasskeyUnlocker, PasskeyFault>> {
	try {
		const answer = await startAuthentication({
			optionsJSON: {
				challenge: toBase64url(random(32)),
				rpId: location.hostname,
				userVerification: 'required',
				allowCredentials: [...salts.keys()].map((id) => ({ id, type: 'public-key' as const })),
				extensions: {
					prf: {
						evalByCredential: Object.fromEntries(
							[...salts].map(([id, salt]) => [id, { first: fromBase64url(salt) }])
						)
					}
				}
			}
		});
		const first = answer.clientExtensionResults.prf?.results?.first;
		const salt = salts.get(answer.id);
		if (!first || !salt) return refused('passkey-without-secret');
		const result = octets(first);
		if (result.length !== 32) return refused('passkey-without-secret');
		return ok({ kind: 'passkey', credential: answer.id, salt, result });
	} catch {
		return refused('passkey-cancelled');
	}
}

/** Copies the octets, so that the browser's own buffer is not held. */
const octets = (source: ArrayBuffer | ArrayBufferView): Bytes =>
	source instanceof ArrayBuffer
		? new Uint8Array(source.slice(0))
		: new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
