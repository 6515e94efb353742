/**
 * Makes exports, right ones and wrong ones: each part of the way from views to receipt can be bent, and all that comes
 * after is made to fit again, as somebody would who wanted the bend to go unnoticed.
 */
import { sign, createPrivateKey, createHash } from 'node:crypto';
import type { Bytes } from '../../src/lib/base/bytes.ts';
import { fromBase64url, toBase64url, utf8 } from '../../src/lib/base/bytes.ts';
import { canonicalJson } from '../../src/lib/envelope/canonical.ts';
import { wrapContentKey } from '../../src/lib/envelope/content-key.ts';
import { hashOf, keyCommitment, readerSetHash } from '../../src/lib/envelope/hash.ts';
import { leafHash, nodeHash } from '../../src/lib/envelope/merkle.ts';
import { pad } from '../../src/lib/envelope/padding.ts';
import type { InclusionProof, Recipient } from '../../src/lib/envelope/wire.ts';
import { cast, directoryKeys, idOf, ids, times } from './cast.ts';
import type { Player } from './cast.ts';

/** An object of JSON that may be wrong in any way. */
export type Loose = Record<string, unknown>;

/** An exported envelope (tools/verify/README.md). */
export interface Export extends Loose {
	readonly envelope: Loose;
}

/** Header and payload of a JWS before it is signed; text is taken as it stands. */
export interface JwsParts {
	header: Loose | string;
	payload: unknown;
	key: Player;
}

/** Where the way may be bent. Each is given the right thing and returns, or changes, what is to be used. */
export interface Bends {
	view?: (parts: JwsParts) => void;
	viewJws?: (jws: string) => string;
	plain?: (plain: Bytes) => Bytes;
	readers?: readonly Player[];
	outer?: (outer: Loose) => Loose | string;
	recipients?: (recipients: Recipient[]) => unknown[];
	envelope?: (envelope: Loose) => Loose;
	submit?: (parts: JwsParts) => void;
	submitJws?: (jws: string) => string;
	receipt?: (parts: JwsParts) => void;
	receiptJws?: (jws: string) => string;
	directory?: (parts: JwsParts) => void;
	directoryJws?: (jws: string) => string;
	/** `younger`: a proof that holds, for the log one leaf ago. */
	proof?: (proof: Loose, younger: Loose) => Loose;
	export?: (whole: Loose) => Loose;
}

const encoded = (part: unknown): string =>
	toBase64url(utf8(typeof part === 'string' ? part : canonicalJson(part)));

/** r ‖ s over `input` by `key`. */
export const signatureOf = (input: string, key: Player): string =>
	sign('sha256', Buffer.from(input), {
		key: createPrivateKey({ key: { ...key.secret }, format: 'jwk' }),
		dsaEncoding: 'ieee-p1363'
	}).toString('base64url');

function jwsOf(typ: string, payload: unknown, key: Player, bend?: (parts: JwsParts) => void): string {
	const parts: JwsParts = { header: { alg: 'ES256', kid: key.thumbprint, typ }, payload, key };
	bend?.(parts);
	const input = `${encoded(parts.header)}.${encoded(parts.payload)}`;
	return `${input}.${signatureOf(input, parts.key)}`;
}

/** What has been made so far, to be used again where nothing before it is bent. */
export interface Made {
	readonly viewJws: string;
	readonly sealed: Loose;
	readonly whole: Export;
}

/** The same sealed bytes; nothing in them covers the wrapped keys, which is why `rset` exists. */
function rebent(envelope: Loose, bends: Bends): Loose {
	const recipients = envelope['recipients'] as Recipient[];
	const again = { ...envelope, recipients: bends.recipients?.(recipients) ?? recipients };
	return bends.envelope?.(again) ?? again;
}

async function seal(viewJws: string, bends: Bends): Promise<Loose> {
	const readers = [...(bends.readers ?? [cast.chair, cast.deputy])];
	readers.sort((a, b) => (a.thumbprint < b.thumbprint ? -1 : 1));
	const kids = readers.map(({ thumbprint }) => thumbprint);
	const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
	const raw = new Uint8Array(await crypto.subtle.exportKey('raw', key));
	const [kc, rset] = [await keyCommitment(raw), await readerSetHash(kids)];
	const right: Loose = { enc: 'A256GCM', kc, rset, typ: 'vv-envelope+jwe', vid: ids.vid, vv: 1 };
	const header = encoded(bends.outer?.(right) ?? right);
	const plain = pad(viewJws);
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(header) };
	const whole = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, bends.plain?.(plain) ?? plain));
	const recipients = await Promise.all(readers.map((r) => wrapContentKey(key, r.jwk, r.thumbprint)));
	const envelope: Loose = {
		protected: header,
		recipients: bends.recipients?.(recipients) ?? recipients,
		iv: toBase64url(iv),
		ciphertext: toBase64url(whole.subarray(0, -16)),
		tag: toBase64url(whole.subarray(-16))
	};
	return bends.envelope?.(envelope) ?? envelope;
}

/** A log of five leaves in which the envelope is the fourth. */
async function log(envelope: string, salt: string) {
	const leaves = await Promise.all(
		[0, 1, 2, 3, 4].map((at) =>
			at === 3
				? leafHash(salt, envelope)
				: leafHash(idOf(`salt ${at}`), createHash('sha256').update(`leaf ${at}`).digest('base64url'))
		)
	);
	const [a, b, c, d, e] = leaves as [Bytes, Bytes, Bytes, Bytes, Bytes];
	const left = await nodeHash(a, b);
	const four = await nodeHash(left, await nodeHash(c, d));
	const proof = (size: number, path: Bytes[], root: Bytes): InclusionProof => ({
		index: 3,
		size,
		path: path.map(toBase64url),
		root: toBase64url(root)
	});
	return {
		right: proof(5, [c, left, e], await nodeHash(four, e)),
		younger: proof(4, [c, left], four)
	};
}

/** Whether `bends` leaves everything before the named parts as it was. */
const untouched = (bends: Bends, ...names: readonly (keyof Bends)[]): boolean =>
	names.every((name) => bends[name] === undefined);

/** The export of `views`, bent by `bends`. What is not touched by a bend is taken from `before`. */
export async function forge(views: unknown, bends: Bends = {}, before?: Made): Promise<Made> {
	const viewKept = before && untouched(bends, 'view', 'viewJws');
	let viewJws = viewKept ? before.viewJws : jwsOf('vv-view+jws', views, cast.device, bends.view);
	if (!viewKept) viewJws = bends.viewJws?.(viewJws) ?? viewJws;
	const sealKept = viewKept && untouched(bends, 'plain', 'readers', 'outer');
	const sealed = sealKept ? rebent(before.sealed, bends) : await seal(viewJws, bends);
	const text = canonicalJson(sealed);
	const envelope = await hashOf(text);
	const same = sealKept && untouched(bends, 'recipients', 'envelope');
	const { blobs } = views as { blobs: { chunks: string[] }[] };
	const { vid, invitation, meeting } = ids;
	const chunks = blobs.flatMap((blob) => blob.chunks);
	const content = { v: 1, vid, invitation, envelope, length: text.length, blobs: chunks, at: times.said };
	let submit =
		same && untouched(bends, 'submit')
			? (before.whole['submit'] as string)
			: jwsOf('vv-submit+jws', content, cast.device, bends.submit);
	submit = bends.submitJws?.(submit) ?? submit;
	const salt = idOf('salt');
	const { right, younger } = await log(envelope, salt);
	const checkpoint = { size: right.size, root: right.root };
	const kept = { v: 1, vid, envelope, bytes: text.length, at: times.arrived, index: right.index };
	let receipt =
		same && untouched(bends, 'receipt')
			? (before.whole['receipt'] as string)
			: jwsOf('vv-receipt+jws', { ...kept, salt, checkpoint }, cast.server, bends.receipt);
	receipt = bends.receiptJws?.(receipt) ?? receipt;
	const list = { v: 1, organisation: { name: 'Cyngor / Council' }, root: cast.root.jwk, seq: 4 };
	let directory =
		before && untouched(bends, 'directory')
			? (before.whole['directory'] as string)
			: jwsOf(
					'vv-directory+jws',
					{ ...list, issued: times.issued, keys: directoryKeys },
					cast.root,
					bends.directory
				);
	directory = bends.directoryJws?.(directory) ?? directory;
	const whole: Export = {
		v: 1,
		root: cast.root.thumbprint,
		directory,
		meeting,
		invitation,
		device: cast.device.jwk,
		submit,
		envelope: sealed,
		receipt,
		proof: bends.proof?.({ ...right }, { ...younger }) ?? right,
		reader: cast.chair.secret
	};
	return { viewJws, sealed, whole: (bends.export?.({ ...whole }) ?? whole) as Export };
}

/** `text` (base64url) with one bit of its byte `at` turned over. */
export function flipped(text: string, at = 0): string {
	const bytes = fromBase64url(text);
	bytes[at] = (bytes[at] as number) ^ 1;
	return toBase64url(bytes);
}

/** A compact JWS with one bit of its signature turned over. */
export const broken = (jws: string): string => {
	const [header, payload, signature] = jws.split('.') as [string, string, string];
	return `${header}.${payload}.${flipped(signature, 40)}`;
};
