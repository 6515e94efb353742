import { expect, test } from 'vitest';
import {
	exportPrivateKey,
	exportReaderKeys,
	generateDeviceKey,
	generateReaderKeys,
	generateSigningKey,
	importReaderKeys,
	importSigningKey,
	importUnwrappingKey
} from './keys.ts';
import { thumbprint } from './jwk.ts';
import { signOpen, verifyOpen } from './mark.ts';
import { newId } from '../base/ids.ts';
import type { ViewId } from '../base/ids.ts';
import type { Instant } from '../base/brand.ts';

const mark = { vid: newId<ViewId>(), envelope: 'A'.repeat(43), at: '2026-11-22T09:30:00.000Z' as Instant };

test('no script can read the private key of a device', async () => {
	const device = await generateDeviceKey();
	expect(device.privateKey.extractable).toBe(false);
	expect(device.thumbprint).toBe(await thumbprint(device.jwk));
	await expect(exportPrivateKey(device)).rejects.toThrow();
	// IndexedDB keeps what can be cloned.
	expect(structuredClone({ jwk: device.jwk, thumbprint: device.thumbprint })).toEqual({
		jwk: device.jwk,
		thumbprint: device.thumbprint
	});
});

test('a reader’s keys go out for wrapping and come in again, then closed', async () => {
	const keys = await generateReaderKeys();
	const jwks = await exportReaderKeys(keys);
	const back = await importReaderKeys(jwks);
	if (!back.ok) throw new Error(back.reason);
	expect(back.value.enc.thumbprint).toBe(keys.enc.thumbprint);
	expect(back.value.enc.privateKey.extractable).toBe(false);
	expect(back.value.sig.privateKey.extractable).toBe(false);
	expect(back.value.sig.jwk).toEqual(keys.sig.jwk);
	const jws = await signOpen(mark, back.value.sig);
	expect(await verifyOpen(jws, keys.sig.jwk)).toMatchObject({ ok: true });
});

test('an exported signing key is the same when it comes back open', async () => {
	const key = await generateSigningKey(true);
	const back = await importSigningKey(await exportPrivateKey(key), true);
	if (!back.ok) throw new Error(back.reason);
	expect(await exportPrivateKey(back.value)).toEqual(await exportPrivateKey(key));
});

test('a private key that does not belong to its public one is refused', async () => {
	const [one, two] = [await generateSigningKey(true), await generateSigningKey(true)];
	const { d } = await exportPrivateKey(two);
	expect(await importSigningKey({ ...one.jwk, d })).toMatchObject({ ok: false, reason: 'bad-key' });
	expect(await importUnwrappingKey({ ...one.jwk, d })).toMatchObject({ ok: false, reason: 'bad-key' });
});

test('a private key with more or less in it is refused', async () => {
	const whole = await exportPrivateKey(await generateSigningKey(true));
	expect(await importSigningKey({ ...whole, ext: true })).toMatchObject({ ok: false, reason: 'bad-key' });
	const { d: _, ...open } = whole;
	expect(await importSigningKey(open)).toMatchObject({ ok: false, reason: 'malformed' });
	expect(await importSigningKey('key')).toMatchObject({ ok: false, reason: 'malformed' });
});
