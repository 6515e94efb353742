/**
 * view.jws: a child's finished views, signed by the device. Checks what the envelope has to know of them and that no
 * further member stands beside; what the answers say is the journey's matter.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, MeetingId, ViewId } from '../base/ids.ts';
import { hashOf } from './hash.ts';
import { asJwk, thumbprint } from './jwk.ts';
import { demandSigned, signJws, splitJws } from './jws.ts';
import type { PublicJwk } from './jwk.ts';
import type { SigningKey } from './jws.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asArray, asBytes, asCount, asHash, asId, asInstant, asObject, asText, exactly } from './shape.ts';
import { limits } from './wire.ts';

/** Key and hashes of one sealed blob, as they stand in the signed views. */
export interface SignedBlob {
	readonly id: string;
	/** 256 bits, base64url. Secret. */
	readonly key: string;
	/** SHA-256 of each stored chunk, in order. */
	readonly chunks: readonly string[];
	/** Bytes before padding. */
	readonly bytes: number;
	readonly media: string;
}

/** What the envelope knows of `Views` (`src/lib/journey/answer.ts`), which satisfy it. */
export interface SignedViews {
	readonly v: 1;
	readonly vid: ViewId;
	readonly meeting: MeetingId;
	readonly invitation: InvitationId;
	/** From 1 on; 1 has no `prev`. */
	readonly seq: number;
	readonly prev: string | null;
	/** Thumbprints, sorted, at least two. */
	readonly readers: readonly string[];
	readonly at: Instant;
	readonly journey: object;
	readonly answers: readonly object[];
	readonly mark: object | null;
	readonly device: string;
	readonly present: object;
	readonly blobs: readonly SignedBlob[];
	/** Where answers to the child are sealed to; absent in views of builds before there were any. */
	readonly reply?: PublicJwk;
	readonly build: string;
}

/** Bytes of one chunk of a blob before sealing. */
export const chunkSize = 1024 * 1024;

const members =
	'v vid meeting invitation seq prev readers at journey answers mark device present blobs build'.split(' ');

function asSignedBlob(value: unknown): SignedBlob {
	const it = exactly(value, ['id', 'key', 'chunks', 'bytes', 'media'], 'blob');
	asBytes(it['key'], 'blob: key', 32);
	const chunks = asArray(it['chunks'], limits.blobs, 'chunks').map((hash) => asHash(hash, 'chunks'));
	const bytes = asCount(it['bytes'], 1, 'blob: bytes');
	demand(chunks.length === Math.ceil(bytes / chunkSize), 'malformed', 'blob: chunks and bytes differ');
	const media = asText(it['media'], 100, 'media');
	demand(/^[a-z]+\/[a-z0-9.+-]+(;codecs="?[A-Za-z0-9.,_-]+"?)?$/.test(media), 'malformed', 'blob: media');
	return { id: asId(it['id'], 'blob: id'), key: it['key'] as string, chunks, bytes, media };
}

function asSignedViews(payload: unknown): SignedViews {
	const whole = asObject(payload, 'views');
	demand(whole['v'] === 1, 'wrong-version', 'views');
	const answerable = Object.hasOwn(whole, 'reply');
	const it = exactly(whole, answerable ? [...members, 'reply'] : members, 'views');
	const readers = asArray(it['readers'], limits.readers, 'readers').map((reader) =>
		asHash(reader, 'readers')
	);
	const [seq, prev] = [asCount(it['seq'], 1, 'seq'), it['prev'] === null ? null : asHash(it['prev'], 'prev')];
	demand((seq === 1) === (prev === null), 'wrong-sequence', 'Only the first views have none before them');
	return {
		v: 1,
		vid: asId(it['vid'], 'vid'),
		meeting: asId(it['meeting'], 'meeting'),
		invitation: asId(it['invitation'], 'invitation'),
		seq,
		prev,
		readers,
		at: asInstant(it['at'], 'at'),
		journey: asObject(it['journey'], 'journey'),
		answers: asArray(it['answers'], 1000, 'answers').map((answer) => asObject(answer, 'answer')),
		mark: it['mark'] === null ? null : asObject(it['mark'], 'mark'),
		device: asText(it['device'], 20, 'device'),
		present: asObject(it['present'], 'present'),
		blobs: asArray(it['blobs'], limits.blobs, 'blobs').map(asSignedBlob),
		...(answerable ? { reply: asJwk(it['reply'], 'reply') } : {}),
		build: asText(it['build'], 100, 'build')
	};
}

/** `views` signed by the device: view.jws. Throws TypeError for views that JSON cannot say. */
export const signView = <Views extends SignedViews>(views: Views, device: SigningKey): Promise<string> =>
	signJws('vv-view+jws', views, device);

/** The views in view.jws `jws`, signed by the device whose key `device` is. */
export const verifyView = (jws: unknown, device: unknown): Promise<Checked<SignedViews>> =>
	checkedAsync(async () => {
		const read = splitJws(jws, 'vv-view+jws', limits.view);
		const key = asJwk(device, 'device');
		demand(read.kid === (await thumbprint(key)), 'view-device');
		await demandSigned(read, key, 'view-signature');
		return asSignedViews(read.payload);
	});

/** The hash that the next views of this device name as `prev`. */
export const viewHash = (jws: string): Promise<string> => hashOf(jws);
