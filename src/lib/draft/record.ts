/**
 * One sealed record, as it lies on the device: AES-256-GCM under the draft's key, bound to its own id, format and revision,
 * so that no record can be put in another's place. Pure: no storage here.
 */
import { fromUtf8, utf8, type Bytes } from '../base/bytes.ts';
import { ok, refused, type Result } from '../base/result.ts';

/** The formats of records that this build opens, newest last; the last one is written. Every released one stays. */
export const recordFormats = [1] as const;

/** What lies on the device. Nothing of it tells whose it is or what is in it. */
export interface SealedRecord {
	/** 22 characters, base64url: pseudorandom, derived from the invitation's secret. */
	readonly id: string;
	readonly format: number;
	/** 1 for the first time it was kept, then one more each time: an older state never replaces a newer one. */
	readonly rev: number;
	readonly iv: Bytes;
	readonly sealed: Bytes;
}

/** Why a record stays shut: changed or of another key (`damaged`), or made by a newer build (`newer-format`). */
export type RecordReason = 'damaged' | 'newer-format';

const format = 1;

/** `content` (anything JSON can carry) sealed as revision `rev` of record `id`. */
export async function sealRecord(
	key: CryptoKey,
	id: string,
	rev: number,
	content: unknown
): Promise<SealedRecord> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv, additionalData: bound(id, format, rev) },
		key,
		utf8(JSON.stringify(content))
	);
	return { id, format, rev, iv, sealed: new Uint8Array(sealed) };
}

/** What `record` carries, unchecked: whoever asked checks its shape. Never throws. */
export async function openRecord(
	key: CryptoKey,
	record: SealedRecord
): Promise<Result<unknown, RecordReason>> {
	if (record.format > format) return refused('newer-format');
	try {
		const additionalData = bound(record.id, record.format, record.rev);
		const opened = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv: record.iv, additionalData },
			key,
			record.sealed
		);
		return ok(JSON.parse(fromUtf8(new Uint8Array(opened))) as unknown);
	} catch {
		return refused('damaged');
	}
}

const bound = (id: string, made: number, rev: number): Bytes => utf8(`keep|${id}|${made}|${rev}`);
