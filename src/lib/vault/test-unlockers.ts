/**
 * The rehearsal before keys are published: two different unlockers must each have opened a test envelope. Whoever cannot
 * open it today could not open a child's views on the day of the meeting, and no one could help.
 */
import type { Branded } from '../base/brand.ts';
import type { Bytes } from '../base/bytes.ts';
import { sameBytes } from '../base/bytes.ts';
import type { Result } from '../base/result.ts';
import { ok, refused } from '../base/result.ts';
import { openBox, parseBox, sealBox } from './compact.ts';
import type { PublicJwk } from '../envelope/jwk.ts';
import type { StaffKeys } from './keys.ts';
import { publicHalf } from './keys.ts';
import type { OpenFault } from './open.ts';
import { openVault } from './open.ts';
import type { Unlocker } from './unlocker.ts';
import type { Vault } from './vault.ts';

/** A vault of which two unlockers were seen to open: the only kind whose keys may be published. */
export type TestedVault = Branded<
	{ readonly vault: Vault; readonly enc: PublicJwk; readonly sig: PublicJwk },
	'TestedVault'
>;

/** Why a rehearsal failed. */
export type TestFault =
	| OpenFault
	/** Fewer than two unlockers, or the same one twice. */
	| 'too-few-unlockers'
	/** It opened, but to other keys than those to be published. */
	| 'other-keys';

const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const es256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const testType = 'vv-test+jwe';

/**
 * Opens `vault` with each of `unlockers`, and with the keys found behind each opens and signs a fresh test envelope made
 * for the public halves `expected`. All of that must go well with at least two different unlockers.
 */
export async function testUnlockers(
	vault: Vault,
	unlockers: readonly Unlocker[],
	expected: { readonly enc: PublicJwk; readonly sig: PublicJwk }
): Promise<Result<TestedVault, TestFault>> {
	const opened = new Set<string>();
	for (const unlocker of unlockers) {
		const found = await openVault(vault, unlocker);
		if (!found.ok) return found;
		if (!(await opensTestEnvelope(found.value.keys, expected.enc))) return refused('other-keys');
		if (!(await signsTest(found.value.keys, expected.sig))) return refused('other-keys');
		opened.add(found.value.unlocker);
	}
	if (opened.size < 2) return refused('too-few-unlockers');
	return ok({ vault, enc: publicHalf(expected.enc), sig: publicHalf(expected.sig) } as TestedVault);
}

/** Seals random bytes to the key that would be published and opens them with the key behind the unlocker. */
async function opensTestEnvelope(keys: StaffKeys, enc: PublicJwk): Promise<boolean> {
	const bytes = crypto.getRandomValues(new Uint8Array(64));
	const sender = await crypto.subtle.generateKey(ecdh, false, ['deriveBits']);
	const reader = await crypto.subtle.importKey('jwk', { ...publicHalf(enc) }, ecdh, false, []);
	const sealed = await sealBox(await agreed(sender.privateKey, reader), testType, {}, bytes);
	const box = parseBox(sealed, testType, []);
	const own = await crypto.subtle.importKey('jwk', { ...keys.enc }, ecdh, false, ['deriveBits']);
	const plain = box && (await openBox(await agreed(own, sender.publicKey), box));
	return plain !== null && sameBytes(plain, bytes);
}

const agreed = async (own: CryptoKey, other: CryptoKey): Promise<Bytes> =>
	new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256));

async function signsTest(keys: StaffKeys, sig: PublicJwk): Promise<boolean> {
	const bytes = crypto.getRandomValues(new Uint8Array(64));
	const own = await crypto.subtle.importKey('jwk', { ...keys.sig }, ecdsa, false, ['sign']);
	const published = await crypto.subtle.importKey('jwk', { ...publicHalf(sig) }, ecdsa, false, ['verify']);
	return crypto.subtle.verify(es256, published, await crypto.subtle.sign(es256, own, bytes), bytes);
}
