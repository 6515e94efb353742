/**
 * reply.jws: what a chair answers to a child's views, signed by their key of the directory, sealed to the letter's reply key and
 * to the readers of the views. Checks what the envelope has to know of it; what it says is the journey's matter.
 */
import type { Instant } from '../base/brand.ts';
import { newId, type InvitationId, type ViewId } from '../base/ids.ts';
import { keysOf } from './directory.ts';
import type { VerifiedDirectory } from './directory.ts';
import type { PublicJwk } from './jwk.ts';
import { demandReader, type Signer } from './by-reader.ts';
import { signJws, splitJws } from './jws.ts';
import type { ReaderKeys } from './keys.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { sealEnvelope } from './seal.ts';
import { asId, asInstant, asObject } from './shape.ts';
import { unsealed } from './unseal.ts';
import { asEnvelope, limits } from './wire.ts';
import type { Envelope } from './wire.ts';

/** What the envelope knows of a `Reply` (`src/lib/journey/reply.ts`). */
export interface SignedReply {
	readonly v: 1;
	readonly nid: ViewId;
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	readonly at: Instant;
}

/** A reply that opened: its payload as it was signed, and by whom. */
export interface OpenedReply {
	readonly known: SignedReply;
	readonly payload: unknown;
	readonly by: Signer;
}

function asSignedReply(payload: unknown): SignedReply {
	const it = asObject(payload, 'reply');
	demand(it['v'] === 1, 'wrong-version', 'reply');
	return {
		v: 1,
		nid: asId(it['nid'], 'nid'),
		vid: asId(it['vid'], 'vid'),
		invitation: asId(it['invitation'], 'invitation'),
		at: asInstant(it['at'], 'at')
	};
}

/**
 * `reply` signed and sealed: to `reply` key of the letter, and to `readers` (thumbprints) so far as `directory` knows them.
 * Refuses by the envelope's names.
 */
export async function sealReply<Reply extends SignedReply>(
	reply: Omit<Reply, 'nid'>,
	to: { readonly reply: PublicJwk; readonly readers: readonly string[] },
	directory: VerifiedDirectory,
	keys: ReaderKeys
): Promise<Checked<Envelope>> {
	const nid = newId<ViewId>();
	const jws = await signJws('vv-reply+jws', { ...reply, nid }, keys.sig);
	return sealEnvelope(jws, nid, [to.reply, ...keysOf(directory, to.readers)]);
}

/**
 * The reply in `envelope`, opened with `reader` (the letter's reply key, or a reader's own), signed by a reader whom `directory`
 * knew then. `reply` is the thumbprint of the letter's reply key. Refuses `bad-key` for any other signer.
 */
export const openReply = (
	envelope: unknown,
	reader: Pick<ReaderKeys, 'enc'>,
	directory: VerifiedDirectory,
	reply: string
): Promise<Checked<OpenedReply>> =>
	checkedAsync(async () => {
		const read = asEnvelope(envelope);
		const { text } = await unsealed(read, directory, reader, new Set([reply]));
		const jws = splitJws(text, 'vv-reply+jws', limits.view);
		const known = asSignedReply(jws.payload);
		demand(known.nid === read.outer.vid, 'wrong-vid');
		return { known, payload: jws.payload, by: await demandReader(jws, directory, known.at) };
	});
