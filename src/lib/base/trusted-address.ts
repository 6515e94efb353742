/** One address that the browser may run code from: the app's only door through Trusted Types (W3C, `createScriptURL`). */

/** The part of the Trusted Types interface used here; not every browser has it, and TypeScript does not know it yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string }
	): { createScriptURL(url: string): string };
}

/**
 * `address`, blessed where the browser asks for it. The policy `name` (listed in the Content-Security-Policy, made once per page)
 * blesses this one address and nothing else: a script that reaches it can start no other code with it.
 */
export function trustedAddress(name: string, address: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	const policy = trustedTypes?.createPolicy(name, {
		createScriptURL(url) {
			if (url !== address) throw new TypeError('Not the address of this policy');
			return url;
		}
	});
	return policy ? policy.createScriptURL(address) : address;
}
