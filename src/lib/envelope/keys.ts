/**
 * Private keys: made, taken in and given out. P-256 only; non-extractable wherever nothing has to wrap them.
 * Does not store or wrap: the vault does for staff, the draft store for devices.
 */
import { asPrivateJwk, thumbprint } from './jwk.ts';
import type { PrivateJwk, PublicJwk } from './jwk.ts';
import type { SigningKey } from './jws.ts';
import { checkedAsync, Refusal } from './refusal.ts';
import type { Checked } from './refusal.ts';

/** A private key for ECDH with its public part and thumbprint. */
export interface UnwrappingKey {
	readonly privateKey: CryptoKey;
	readonly jwk: PublicJwk;
	readonly thumbprint: string;
}

/** The two keys of a reader: `enc` opens envelopes, `sig` signs that one was opened. */
export interface ReaderKeys {
	readonly enc: UnwrappingKey;
	readonly sig: SigningKey;
}

/** The two keys of a reader as JWK, for the vault to wrap. Secret. */
export interface ReaderKeysJwk {
	readonly enc: PrivateJwk;
	readonly sig: PrivateJwk;
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;

async function described(pair: CryptoKeyPair): Promise<SigningKey> {
	const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
	const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
	return { privateKey: pair.privateKey, jwk, thumbprint: await thumbprint(jwk) };
}

/** A new signing key. `extractable` only where it will be wrapped or kept in a file (root, server). */
export const generateSigningKey = async (extractable = false): Promise<SigningKey> =>
	described(await crypto.subtle.generateKey(ecdsa, extractable, ['sign', 'verify']));

/** A new key for a child's device: its private part can never be read by a script. */
export const generateDeviceKey = (): Promise<SigningKey> => generateSigningKey(false);

/** New keys for a member of staff: extractable, for the vault wraps them. Use `importReaderKeys` from then on. */
export async function generateReaderKeys(): Promise<ReaderKeys> {
	const enc = await described(await crypto.subtle.generateKey(ecdh, true, ['deriveBits']));
	return { enc, sig: await generateSigningKey(true) };
}

/** The private JWK of an extractable key. Rejects (InvalidAccessError) for one that is not. */
export async function exportPrivateKey(key: SigningKey | UnwrappingKey): Promise<PrivateJwk> {
	const { d = '' } = await crypto.subtle.exportKey('jwk', key.privateKey);
	return { ...key.jwk, d };
}

/** Both private JWKs of extractable reader keys. Rejects where they are not extractable. */
export const exportReaderKeys = async ({ enc, sig }: ReaderKeys): Promise<ReaderKeysJwk> => ({
	enc: await exportPrivateKey(enc),
	sig: await exportPrivateKey(sig)
});

async function taken(
	value: unknown,
	algorithm: typeof ecdsa | typeof ecdh,
	usage: KeyUsage,
	extractable: boolean
) {
	const jwk = asPrivateJwk(value, 'private key');
	let privateKey: CryptoKey;
	try {
		privateKey = await crypto.subtle.importKey('jwk', { ...jwk }, algorithm, extractable, [usage]);
	} catch {
		throw new Refusal('bad-key', 'private key: the parts do not belong together');
	}
	const { kty, crv, x, y } = jwk;
	const open: PublicJwk = { kty, crv, x, y };
	return { privateKey, jwk: open, thumbprint: await thumbprint(open) };
}

/** The signing key that a private JWK is; not extractable unless asked. */
export const importSigningKey = (jwk: unknown, extractable = false): Promise<Checked<SigningKey>> =>
	checkedAsync(() => taken(jwk, ecdsa, 'sign', extractable));

/** The key for opening that a private JWK is; not extractable unless asked. */
export const importUnwrappingKey = (jwk: unknown, extractable = false): Promise<Checked<UnwrappingKey>> =>
	checkedAsync(() => taken(jwk, ecdh, 'deriveBits', extractable));

/** A reader's keys from their private JWKs; not extractable unless asked (for wrapping them anew). */
export const importReaderKeys = (jwks: ReaderKeysJwk, extractable = false): Promise<Checked<ReaderKeys>> =>
	checkedAsync(async () => ({
		enc: await taken(jwks.enc, ecdh, 'deriveBits', extractable),
		sig: await taken(jwks.sig, ecdsa, 'sign', extractable)
	}));
