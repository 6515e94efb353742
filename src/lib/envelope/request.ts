/**
 * request.jws: what a child asks, signed by the device, on its way to the advocacy service or to the duty readers and the
 * chair. Sealed in the same envelope as views; the type inside keeps the two apart.
 */
import type { Instant } from '../base/brand.ts';
import type { InvitationId, MeetingId, RequestId, ViewId } from '../base/ids.ts';
import { asAbout, asRequestKind } from './ask.ts';
import type { Ask, RequestKind } from './ask.ts';
import { envelopeBytes, hashOf } from './hash.ts';
import { asJwk, thumbprint } from './jwk.ts';
import type { PublicJwk } from './jwk.ts';
import { demandSigned, signJws, splitJws } from './jws.ts';
import type { SigningKey } from './jws.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asArray, asCount, asHash, asId, asInstant, asObject, asText, exactly } from './shape.ts';
import type { Envelope } from './wire.ts';
import { limits } from './wire.ts';

/** One thing that the child said, with the words under which it was asked. */
export interface SaidThing {
	/** Which thing: `about`, `reach`, `words` … */
	readonly id: string;
	readonly asked: string;
	readonly words: string;
}

/** Payload of request.jws. */
export interface ChildRequest {
	readonly v: 1;
	readonly rid: RequestId;
	readonly what: RequestKind;
	readonly about: RequestId | null;
	readonly invitation: InvitationId | null;
	readonly meeting: MeetingId | null;
	/** Thumbprints, sorted, at least two. */
	readonly readers: readonly string[];
	readonly at: Instant;
	readonly locale: string;
	readonly look: string;
	/** What the child is called and how old, where the letter or the child says so. */
	readonly child: { readonly name: string | null; readonly age: number | null };
	readonly said: readonly SaidThing[];
	/** Where answers to the child are sealed to. */
	readonly reply: PublicJwk;
	readonly build: string;
}

const members = 'v rid what about invitation meeting readers at locale look child said reply build'.split(
	' '
);

function asSaid(value: unknown): SaidThing {
	const it = exactly(value, ['id', 'asked', 'words'], 'said');
	const id = asText(it['id'], 40, 'said: id');
	demand(/^[a-z][a-z-]*$/.test(id), 'malformed', 'said: id');
	return { id, asked: asText(it['asked'], 400, 'asked'), words: asText(it['words'], 8000, 'words') };
}

function asChild(value: unknown): ChildRequest['child'] {
	const { name, age } = exactly(value, ['name', 'age'], 'child');
	return {
		name: name === null ? null : asText(name, 200, 'child: name'),
		age: age === null ? null : asCount(age, 0, 'child: age')
	};
}

function asRequest(payload: unknown): ChildRequest {
	demand(asObject(payload, 'request')['v'] === 1, 'wrong-version', 'request');
	const it = exactly(payload, members, 'request');
	const what = asRequestKind(it['what']);
	return {
		v: 1,
		rid: asId(it['rid'], 'rid'),
		what,
		about: asAbout(it['about'], what),
		invitation: it['invitation'] === null ? null : asId(it['invitation'], 'invitation'),
		meeting: it['meeting'] === null ? null : asId(it['meeting'], 'meeting'),
		readers: asArray(it['readers'], limits.readers, 'readers').map((one) => asHash(one, 'readers')),
		at: asInstant(it['at'], 'at'),
		locale: asText(it['locale'], 35, 'locale'),
		look: asText(it['look'], 20, 'look'),
		child: asChild(it['child']),
		said: asArray(it['said'], 40, 'said').map(asSaid),
		reply: asJwk(it['reply'], 'reply'),
		build: asText(it['build'], 100, 'build')
	};
}

/** `request` signed by the device: request.jws. Throws TypeError for what JSON cannot say. */
export const signRequest = (request: ChildRequest, device: SigningKey): Promise<string> =>
	signJws('vv-request+jws', request, device);

/** The request in request.jws `jws`, signed by the device whose key `device` is. */
export const verifyRequest = (jws: unknown, device: unknown): Promise<Checked<ChildRequest>> =>
	checkedAsync(async () => {
		const read = splitJws(jws, 'vv-request+jws', limits.view);
		const key = asJwk(device, 'device');
		demand(read.kid === (await thumbprint(key)), 'view-device');
		await demandSigned(read, key, 'view-signature');
		return asRequest(read.payload);
	});

/** ask.jws over `envelope`, signed by the device. */
export async function signAsk(
	parts: Pick<Ask, 'rid' | 'what' | 'about' | 'invitation' | 'at'> & { readonly envelope: Envelope },
	device: SigningKey
): Promise<string> {
	const { rid, what, about, invitation, at } = parts;
	const bytes = envelopeBytes(parts.envelope);
	const envelope = await hashOf(bytes);
	const ask: Ask = { v: 1, rid, what, about, invitation, envelope, length: bytes.length, at };
	return signJws('vv-ask+jws', ask, device);
}

/** A request's id in the place of a view's: envelope and receipt name either by the same member. */
export const asVid = (rid: RequestId): ViewId => rid as string as ViewId;
