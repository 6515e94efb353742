/**
 * The key with which this device signs for one child: made once per letter and device, kept sealed under the draft's key, so
 * that after *put away* nothing on the device can sign.
 */
import * as v from 'valibot';

/** A device's signing key, ready to use. */
export interface DeviceKey {
	/** ECDSA on P-256 (ES256); cannot be exported. */
	readonly sign: CryptoKey;
	/** `{kty, crv, x, y}` and nothing else. */
	readonly public: JsonWebKey;
}

/** What is kept of it, sealed. */
export type KeptDeviceKey = v.InferOutput<typeof schema>;

const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const schema = v.object({
	kty: v.literal('EC'),
	crv: v.literal('P-256'),
	x: coordinate,
	y: coordinate,
	d: coordinate
});
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A new key. Extractable for this one moment, to be sealed. */
export async function newDeviceKey(): Promise<KeptDeviceKey> {
	const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
	return v.parse(schema, await crypto.subtle.exportKey('jwk', pair.privateKey));
}

/** `content` where it is a kept key, else null. */
export function checkDeviceKey(content: unknown): KeptDeviceKey | null {
	const checked = v.safeParse(schema, content);
	return checked.success ? checked.output : null;
}

/** The kept key, ready to use. Throws DataError where it is no point of the curve. */
export async function useDeviceKey(kept: KeptDeviceKey): Promise<DeviceKey> {
	const { kty, crv, x, y } = kept;
	return {
		sign: await crypto.subtle.importKey('jwk', { ...kept }, algorithm, false, ['sign']),
		public: { kty, crv, x, y }
	};
}
