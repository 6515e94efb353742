/** The device's key as the envelope signs with it. */
import type { DeviceKey } from '../draft/device-key.ts';
import { thumbprint, type PublicJwk } from '../envelope/jwk.ts';
import type { SigningKey } from '../envelope/jws.ts';

/** `device` with its thumbprint. */
export async function signingKey(device: DeviceKey): Promise<SigningKey> {
	const jwk = device.public as PublicJwk;
	return { privateKey: device.sign, jwk, thumbprint: await thumbprint(jwk) };
}
