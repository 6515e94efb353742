/** Every hash of VV1: SHA-256 in base64url, over exactly named bytes. */
import { joinBytes, sha256, toBase64url, utf8 } from '../base/bytes.ts';
import type { Bytes } from '../base/bytes.ts';
import { canonicalJson } from './canonical.ts';
import { envelopeText } from './wire.ts';
import type { Envelope } from './wire.ts';

/** SHA-256 of bytes, or of the UTF-8 of a text, in base64url (43 characters). */
export const hashOf = async (content: Uint8Array | string): Promise<string> =>
	toBase64url(await sha256(typeof content === 'string' ? utf8(content) : (content as Bytes)));

/** The bytes that are hashed and counted of an envelope: its canonical JSON. */
export const envelopeBytes = (envelope: Envelope): Bytes => utf8(envelopeText(envelope));

/** The hash of an envelope: over the canonical JSON bytes of the JWE. */
export const envelopeHash = (envelope: Envelope): Promise<string> => hashOf(envelopeBytes(envelope));

/** The hash of a set of readers, in any order: over the canonical JSON of their sorted thumbprints (`rset`). */
export const readerSetHash = (thumbprints: readonly string[]): Promise<string> =>
	hashOf(canonicalJson([...thumbprints].sort()));

/** The commitment to a content key (`kc`): over `vv1 kc ` and its 32 bytes. */
export const keyCommitment = (contentKey: Bytes): Promise<string> =>
	hashOf(joinBytes(utf8('vv1 kc '), contentKey));
