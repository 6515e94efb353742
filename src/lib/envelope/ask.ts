/**
 * ask.jws: what a device tells the server of a child's request, signed, without any content. Form only: the server lives
 * on this file and opens nothing with it. Source: docs/wire.md, decision 0009.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, RequestId } from '../base/ids.ts';
import { parseJson } from './canonical.ts';
import { asJwk } from './jwk.ts';
import type { PublicJwk } from './jwk.ts';
import { splitJws } from './jws.ts';
import { checked, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asBase64url, asCount, asHash, asId, asInstant, asObject, exactly } from './shape.ts';
import { asEnvelope, envelopeText, limits } from './wire.ts';
import type { Envelope, ReadEnvelope, Unverified } from './wire.ts';

/** What a child may ask at any moment. `changed-mind` is about an earlier request, and adds to it. */
export const requestKinds = ['advocate', 'not-safe', 'changed-mind'] as const;
/** One of them. */
export type RequestKind = (typeof requestKinds)[number];

/** Payload of ask.jws. */
export interface Ask {
	readonly v: 1;
	readonly rid: RequestId;
	readonly what: RequestKind;
	/** The request that this one adds to; null for a new one. Never null for `changed-mind`. */
	readonly about: RequestId | null;
	/** Null where there is no letter: the device's key comes along, with proof of work. */
	readonly invitation: InvitationId | null;
	/** SHA-256 of the envelope's canonical JSON. */
	readonly envelope: string;
	/** Bytes of the envelope's canonical JSON. */
	readonly length: number;
	/** The device's time: a claim. */
	readonly at: Instant;
}

/** What is posted to the server. `key` and `work` are null where there is an invitation. */
export interface Asking {
	readonly ask: string;
	readonly envelope: Envelope;
	/** The key made for this request, where no invitation's device signs it. */
	readonly key: PublicJwk | null;
	readonly work: Work | null;
}

/** Proof of work: `nonce` was looked for under the server's `salt` (`work.ts`). */
export interface Work {
	readonly salt: string;
	/** 64 bits, base64url. */
	readonly nonce: string;
}

/** A posted request whose form holds; no signature and no work is verified. */
export interface ReadAsking extends ReadEnvelope {
	readonly ask: Unverified<Ask>;
	readonly askJws: string;
	readonly key: PublicJwk | null;
	readonly work: Work | null;
}

/** `what` as one of the kinds. Throws `Refusal`. */
export function asRequestKind(value: unknown): RequestKind {
	const kind = requestKinds.find((known) => known === value);
	demand(kind !== undefined, 'malformed', 'request: what');
	return kind;
}

/** `value` and `what` as the request that is added to. Throws `Refusal`. */
export function asAbout(value: unknown, what: RequestKind): RequestId | null {
	demand(value !== null || what !== 'changed-mind', 'malformed', 'request: about nothing');
	return value === null ? null : asId(value, 'about');
}

/** `text` as ask.jws. Throws `Refusal`. */
export function asAsk(text: unknown): Unverified<Ask> {
	const jws = splitJws(text, 'vv-ask+jws', limits.receipt);
	demand(asObject(jws.payload, 'ask')['v'] === 1, 'wrong-version', 'ask');
	const names = ['v', 'rid', 'what', 'about', 'invitation', 'envelope', 'length', 'at'];
	const it = exactly(jws.payload, names, 'ask');
	const what = asRequestKind(it['what']);
	const content: Ask = {
		v: 1,
		rid: asId(it['rid'], 'rid'),
		what,
		about: asAbout(it['about'], what),
		invitation: it['invitation'] === null ? null : asId(it['invitation'], 'invitation'),
		envelope: asHash(it['envelope'], 'envelope'),
		length: asCount(it['length'], 1, 'length'),
		at: asInstant(it['at'], 'at')
	};
	return { jws, content };
}

function asWork(value: unknown): Work {
	const { salt, nonce } = exactly(value, ['salt', 'nonce'], 'work');
	return { salt: asHash(salt, 'salt'), nonce: asBase64url(nonce, 'nonce', 8) };
}

/** The body of `POST /api/requests`. */
export const askingText = ({ ask, envelope, key, work }: Asking): string =>
	`{"ask":"${ask}","envelope":${envelopeText(envelope)},"key":${JSON.stringify(key)},"work":${JSON.stringify(work)}}`;

/** What was posted, as text, in which no member comes twice. Verifies no signature and no work. */
export const readAsking = (text: string): Checked<ReadAsking> =>
	checked(() => {
		demand(text.length <= limits.envelope + limits.submit, 'too-large', 'request');
		const it = exactly(parseJson(text), ['ask', 'envelope', 'key', 'work'], 'request');
		const ask = asAsk(it['ask']);
		const key = it['key'] === null ? null : asJwk(it['key'], 'key');
		const work = it['work'] === null ? null : asWork(it['work']);
		const bare = ask.content.invitation === null;
		demand((key !== null) === bare && (work !== null) === bare, 'malformed', 'request: key and work');
		return { ask, askJws: it['ask'] as string, key, work, ...asEnvelope(it['envelope']) };
	});
