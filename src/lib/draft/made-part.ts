/**
 * One part of something that a child made (a second of voice, a piece of a photo), as it lies on the device: AES-256-GCM under
 * the draft's key, bound to whose part it is, its place and its format. Pure: no storage here.
 */
import { joinBytes, utf8, type Bytes } from '../base/bytes.ts';

/** What lies on the device. Nothing of it tells whose it is or what is in it. */
export interface SealedPart {
	/** The made thing's id: random. */
	readonly id: string;
	/** Its place, from 0. */
	readonly part: number;
	readonly format: number;
	readonly iv: Bytes;
	readonly sealed: Bytes;
}

/** A part in clear. */
export interface OpenPart {
	readonly bytes: Bytes;
	/** Of a recording: its whole length with this part, in milliseconds; else 0. */
	readonly until: number;
}

/** The format that is written; every released one stays readable. */
const format = 1;
const header = 4;

const bound = (id: string, part: number, made: number): Bytes => utf8(`keep-made|${id}|${made}|${part}`);

/** `bytes` sealed as part `part` of `id`. Within: the length so far (32 bits, milliseconds), then the bytes. */
export async function sealPart(
	key: CryptoKey,
	id: string,
	part: number,
	{ bytes, until }: OpenPart
): Promise<SealedPart> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const head = new Uint8Array(header);
	new DataView(head.buffer).setUint32(0, Math.round(until));
	const algorithm = { name: 'AES-GCM', iv, additionalData: bound(id, part, format) };
	const sealed = await crypto.subtle.encrypt(algorithm, key, joinBytes(head, bytes));
	return { id, part, format, iv, sealed: new Uint8Array(sealed) };
}

/** What `part` holds; null where it is damaged, of another key or of a newer build. */
export async function openPart(key: CryptoKey, part: SealedPart): Promise<OpenPart | null> {
	if (part.format > format) return null;
	const algorithm = { name: 'AES-GCM', iv: part.iv, additionalData: bound(part.id, part.part, part.format) };
	try {
		const opened = await crypto.subtle.decrypt(algorithm, key, part.sealed);
		return {
			bytes: new Uint8Array(opened, header),
			until: new DataView(opened).getUint32(0)
		};
	} catch {
		return null;
	}
}
