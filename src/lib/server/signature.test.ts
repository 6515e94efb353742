import { expect, it } from 'vitest';
import { newId, type ViewId } from '../base/ids.ts';
import { thumbprint } from '../envelope/jwk.ts';
import { exportPrivateKey, generateSigningKey } from '../envelope/keys.ts';
import { verifyReceipt } from '../envelope/receipt.ts';
import { signJws, splitJws } from '../envelope/jws.ts';
import type { Receipt } from '../envelope/wire.ts';
import { checkingKey, isSigned, receiptSigner, thumbprintOf } from './signature.ts';

it('checks what a browser signed, and nothing else', async () => {
	const [device, other] = [await generateSigningKey(), await generateSigningKey()];
	const jws = splitJws(await signJws('vv-blob+jws', { a: 1 }, device), 'vv-blob+jws', 4096);
	const [own, foreign] = [checkingKey(device.jwk), checkingKey(other.jwk)];
	if (!own || !foreign) throw new Error('no keys');
	expect(isSigned(jws, own)).toBe(true);
	expect(isSigned(jws, foreign)).toBe(false);
	expect(isSigned({ ...jws, signature: jws.signature.map((byte) => byte ^ 1) }, own)).toBe(false);
	expect(thumbprintOf(device.jwk)).toBe(await thumbprint(device.jwk));
	expect(checkingKey({ ...device.jwk, x: device.jwk.y, y: device.jwk.x })).toBeNull();
});

it('signs receipts that a browser takes', async () => {
	const key = await generateSigningKey(true);
	const signer = receiptSigner(await exportPrivateKey(key));
	const hash = 'A'.repeat(43);
	const at = '2026-11-22T09:30:00.000Z' as Receipt['at'];
	const vid = newId<ViewId>();
	const checkpoint = { size: 1, root: hash };
	const receipt = signer.sign({
		vid,
		envelope: hash,
		bytes: 9,
		at,
		index: 0,
		salt: newId(),
		checkpoint
	});
	expect(signer.jwk).toEqual(key.jwk);
	expect((await verifyReceipt(receipt, key.jwk, { vid, envelope: hash })).ok).toBe(true);
	const other = await verifyReceipt(receipt, key.jwk, { vid, envelope: 'B'.repeat(42) + 'A' });
	expect(other.ok).toBe(false);
});
