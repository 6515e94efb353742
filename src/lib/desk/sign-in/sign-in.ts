/** Signing in: by e-mail and passphrase, or with a passkey. Neither unlocks any keys. */
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { Result } from '../../base/result.ts';
import { refused } from '../../base/result.ts';
import type { ApiFault } from '../api.ts';
import { ask } from '../api.ts';

/** Why somebody is not signed in. */
export type SignInFault = ApiFault | 'passkey-cancelled' | 'passkeys-not-supported';

/** Whether this browser can do passkeys. */
export const canUsePasskeys = (): boolean => browserSupportsWebAuthn();

/** Signs in by e-mail and passphrase. `signed-out`: they do not belong together; `over-quota`: wait `detail` seconds. */
export const signInByPassphrase = (email: string, password: string): Promise<Result<unknown, SignInFault>> =>
	ask('POST', '/api/auth/sign-in/email', { email: email.trim(), password });

type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Signs in with a passkey of this computer. */
export async function signInByPasskey(): Promise<Result<unknown, SignInFault>> {
	if (!canUsePasskeys()) return refused('passkeys-not-supported');
	const asked = await ask<{ challenge: string; options: RequestOptions }>(
		'POST',
		'/api/auth/sign-in/passkey/options',
		{}
	);
	if (!asked.ok) return asked;
	try {
		const response = await startAuthentication({ optionsJSON: asked.value.options });
		return await ask('POST', '/api/auth/sign-in/passkey', {
			challenge: asked.value.challenge,
			response: withoutExtensions(response)
		});
	} catch {
		return refused('passkey-cancelled');
	}
}

/** Registers a passkey of this computer for signing in from now on. */
export async function addSignInPasskey(): Promise<Result<unknown, SignInFault>> {
	if (!canUsePasskeys()) return refused('passkeys-not-supported');
	const asked = await ask<{ challenge: string; options: CreationOptions }>(
		'POST',
		'/api/staff/passkeys/options',
		{}
	);
	if (!asked.ok) return asked;
	try {
		const response = await startRegistration({ optionsJSON: asked.value.options });
		return await ask('POST', '/api/staff/passkeys', {
			challenge: asked.value.challenge,
			response: withoutExtensions(response)
		});
	} catch {
		return refused('passkey-cancelled');
	}
}

/** Results of extensions stay in the browser: one of them (PRF) is what opens a vault. */
const withoutExtensions = <Response extends { clientExtensionResults: object }>(response: Response) => ({
	...response,
	clientExtensionResults: {}
});
