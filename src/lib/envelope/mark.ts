/**
 * Two short statements that staff sign: that a reader opened an envelope for the first time, and that new keys belong
 * together.
 */
import type { Instant } from '../base/brand.ts';
import type { StaffId, ViewId } from '../base/ids.ts';
import { asJwk, thumbprint } from './jwk.ts';
import { demandSigned, signJws, splitJws } from './jws.ts';
import type { SigningKey } from './jws.ts';
import type { ReaderKeys } from './keys.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asHash, asId, asInstant, exactly } from './shape.ts';
import { limits } from './wire.ts';

/** Payload of open.jws: this reader opened this envelope. */
export interface OpenMark {
	readonly v: 1;
	readonly vid: ViewId;
	/** The envelope's hash. */
	readonly envelope: string;
	readonly at: Instant;
}

/** Payload of the proof that comes with a new pair of keys: thumbprints of both, signed by `sig`. */
export interface KeyProof {
	readonly v: 1;
	readonly staff: StaffId;
	readonly enc: string;
	readonly sig: string;
	readonly at: Instant;
}

/** open.jws, signed by a reader on first opening. */
export const signOpen = (mark: Omit<OpenMark, 'v'>, sig: SigningKey): Promise<string> =>
	signJws('vv-open+jws', { v: 1, ...mark }, sig);

/** The mark in `jws`, signed by the reader whose key `sig` is. Refuses `bad-key` for another signer. */
export const verifyOpen = (jws: unknown, sig: unknown): Promise<Checked<OpenMark>> =>
	checkedAsync(async () => {
		const read = splitJws(jws, 'vv-open+jws', limits.receipt);
		const it = exactly(read.payload, ['v', 'vid', 'envelope', 'at'], 'open');
		demand(it['v'] === 1, 'wrong-version', 'open');
		const key = asJwk(sig, 'reader');
		demand(read.kid === (await thumbprint(key)), 'bad-key', 'open: another signer');
		await demandSigned(read, key, 'bad-key');
		const [vid, envelope] = [asId<ViewId>(it['vid'], 'vid'), asHash(it['envelope'], 'envelope')];
		return { v: 1, vid, envelope, at: asInstant(it['at'], 'at') };
	});

/** The proof for new keys of `staff`. */
export const signKeyProof = (keys: ReaderKeys, staff: StaffId, at: Instant): Promise<string> => {
	const proof: KeyProof = { v: 1, staff, enc: keys.enc.thumbprint, sig: keys.sig.thumbprint, at };
	return signJws('vv-key+jws', proof, keys.sig);
};

/** The proof in `jws` for exactly these public keys of `staff`. Refuses `bad-key` for others. */
export const verifyKeyProof = (
	jws: unknown,
	about: { readonly enc: unknown; readonly sig: unknown; readonly staff: StaffId }
): Promise<Checked<KeyProof>> =>
	checkedAsync(async () => {
		const read = splitJws(jws, 'vv-key+jws', limits.receipt);
		const it = exactly(read.payload, ['v', 'staff', 'enc', 'sig', 'at'], 'proof');
		demand(it['v'] === 1, 'wrong-version', 'proof');
		const key = asJwk(about.sig, 'sig');
		const [enc, sig] = [await thumbprint(asJwk(about.enc, 'enc')), await thumbprint(key)];
		const same = it['enc'] === enc && it['sig'] === sig && it['staff'] === about.staff && read.kid === sig;
		demand(same && enc !== sig, 'bad-key', 'proof: about other keys');
		await demandSigned(read, key, 'bad-key');
		return { v: 1, staff: about.staff, enc, sig, at: asInstant(it['at'], 'at') };
	});
