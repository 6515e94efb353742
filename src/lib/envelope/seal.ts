/**
 * Seals view.jws to its readers: JWE General JSON with reader set and key commitment under protection, padded to a step.
 */
import { toBase64url, utf8 } from '../base/bytes.ts';
import type { ViewId } from '../base/ids.ts';
import { canonicalJson } from './canonical.ts';
import { wrapContentKey } from './content-key.ts';
import { keyCommitment, readerSetHash } from './hash.ts';
import { asJwk, thumbprint } from './jwk.ts';
import type { PublicJwk } from './jwk.ts';
import { pad } from './padding.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { limits } from './wire.ts';
import type { Envelope, OuterHeader } from './wire.ts';

async function sealed(viewJws: string, vid: ViewId, readers: readonly PublicJwk[]): Promise<Envelope> {
	demand(readers.length >= 2, 'too-few-readers');
	demand(readers.length <= limits.readers, 'too-large', 'readers');
	const keys = await Promise.all(
		readers.map(async (reader) => {
			const jwk = asJwk(reader, 'reader');
			return { jwk, kid: await thumbprint(jwk) };
		})
	);
	keys.sort((a, b) => (a.kid < b.kid ? -1 : 1));
	const kids = keys.map(({ kid }) => kid);
	demand(new Set(kids).size === kids.length, 'duplicate-reader');
	const plain = pad(viewJws);
	const contentKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
	const keyBytes = new Uint8Array(await crypto.subtle.exportKey('raw', contentKey));
	const outer: OuterHeader = {
		enc: 'A256GCM',
		kc: await keyCommitment(keyBytes),
		rset: await readerSetHash(kids),
		typ: 'vv-envelope+jwe',
		vid,
		vv: 1
	};
	keyBytes.fill(0);
	const header = toBase64url(utf8(canonicalJson(outer)));
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(header) };
	const whole = new Uint8Array(await crypto.subtle.encrypt(algorithm, contentKey, plain));
	plain.fill(0);
	const recipients = await Promise.all(keys.map(({ jwk, kid }) => wrapContentKey(contentKey, jwk, kid)));
	return {
		protected: header,
		recipients,
		iv: toBase64url(iv),
		ciphertext: toBase64url(whole.subarray(0, -16)),
		tag: toBase64url(whole.subarray(-16))
	};
}

/**
 * The envelope in which `viewJws` is sealed to two or more `readers` (encryption keys), in order of their thumbprints.
 * Refuses `too-few-readers`, `duplicate-reader`, `bad-key`, `wrong-algorithm`, `too-large`.
 */
export const sealEnvelope = (
	viewJws: string,
	vid: ViewId,
	readers: readonly PublicJwk[]
): Promise<Checked<Envelope>> => checkedAsync(() => sealed(viewJws, vid, readers));
