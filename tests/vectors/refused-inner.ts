/** What must be refused although all that stands outside fits: readers, keys, the sealed bytes, the views themselves. */
import type { Recipient } from '../../src/lib/envelope/wire.ts';
import { canonicalJson } from '../../src/lib/envelope/canonical.ts';
import { readerSetHash } from '../../src/lib/envelope/hash.ts';
import { cast, ids } from './cast.ts';
import { broken, flipped } from './forge.ts';
import type { Bends, JwsParts, Loose } from './forge.ts';
import type { Bent } from './make.ts';
import { readersFor } from './words.ts';

const three = [cast.chair, cast.deputy, cast.recovery];
const chairOf = (all: readonly Recipient[]) =>
	all.map((one) => (one.header.kid === cast.chair.thumbprint ? one : null));
const changeChair = (change: (one: Recipient, others: readonly Recipient[]) => unknown): Bends => ({
	recipients: (all) => chairOf(all).map((one, at) => (one ? change(one, all) : all[at]))
});
const payload = (more: Loose) => (parts: JwsParts) => {
	parts.payload = { ...(parts.payload as Loose), ...more };
};
const rsetOf = await readerSetHash(readersFor(three));
const text = (change: (json: string) => string) => (parts: JwsParts) => {
	parts.payload = change(canonicalJson(parts.payload));
};

const readers: Bent[] = [
	['vid-outer', 'wrong-vid', 'The submission names other views', { submit: payload({ vid: ids.otherVid }) }],
	['vid-inner', 'wrong-vid', 'The views inside name other views', { view: payload({ vid: ids.otherVid }) }],
	[
		'rset',
		'wrong-rset',
		'Another set of readers than the wrapped keys',
		{ outer: (it) => ({ ...it, rset: rsetOf }) }
	],
	[
		'stripped',
		'wrong-rset',
		'Recovery was taken away',
		{
			readers: three,
			recipients: (all) => all.filter(({ header }) => header.kid !== cast.recovery.thumbprint)
		}
	],
	[
		'unknown-reader',
		'unknown-reader',
		'Sealed to somebody the directory does not know',
		{ readers: [cast.chair, cast.stranger] }
	],
	[
		'not-mine',
		'not-a-reader',
		'Opened by somebody it was not sealed to',
		{ export: (it) => ({ ...it, reader: cast.recovery.secret }) }
	]
];

const keys: Bent[] = [
	[
		'key-bit',
		'unwrap-failed',
		'One bit of the wrapped key',
		changeChair((one) => ({ ...one, encrypted_key: flipped(one.encrypted_key, 20) }))
	],
	[
		'keys-swapped',
		'unwrap-failed',
		'The wrapped keys of two readers swapped',
		{
			recipients: ([a, b]) => [
				{ ...(a as Recipient), encrypted_key: (b as Recipient).encrypted_key },
				{ ...(b as Recipient), encrypted_key: (a as Recipient).encrypted_key }
			]
		}
	],
	[
		'epk-other',
		'unwrap-failed',
		'Another point, which is on the curve',
		changeChair((one) => ({ ...one, header: { ...one.header, epk: cast.stranger.jwk } }))
	],
	[
		'kids-swapped',
		'unwrap-failed',
		'The names of two readers swapped',
		{
			recipients: ([a, b]) => [
				{ ...(b as Recipient), header: { ...(b as Recipient).header, kid: (a as Recipient).header.kid } },
				{ ...(a as Recipient), header: { ...(a as Recipient).header, kid: (b as Recipient).header.kid } }
			]
		}
	],
	[
		'kc',
		'wrong-kc',
		'Committed to another key: two readers could be shown two texts',
		{ outer: (it) => ({ ...it, kc: flipped(String(it['kc'])) }) }
	]
];

const sealed: Bent[] = [
	[
		'ciphertext-bit',
		'decrypt-failed',
		'One bit of the sealed bytes',
		{ envelope: (e) => ({ ...e, ciphertext: flipped(String(e['ciphertext']), 99) }) }
	],
	[
		'tag-bit',
		'decrypt-failed',
		'One bit of the tag',
		{ envelope: (e) => ({ ...e, tag: flipped(String(e['tag'])) }) }
	],
	[
		'iv-bit',
		'decrypt-failed',
		'One bit of the IV',
		{ envelope: (e) => ({ ...e, iv: flipped(String(e['iv'])) }) }
	],
	[
		'pad-zeros',
		'wrong-padding',
		'Zeros in place of spaces',
		{
			plain: (bytes) => {
				const end = bytes.indexOf(0x20);
				return bytes.map((byte, at) => (at < end ? byte : 0));
			}
		}
	],
	[
		'pad-step',
		'wrong-padding',
		'One step more than needed',
		{
			plain: (bytes) => {
				const more = new Uint8Array(bytes.length * 2).fill(0x20);
				more.set(bytes);
				return more;
			}
		}
	],
	['pad-only', 'wrong-padding', 'Nothing but padding', { plain: (bytes) => bytes.fill(0x20) }],
	[
		'pad-front',
		'wrong-padding',
		'A space before the signed views',
		{
			plain: (bytes) => {
				const moved = new Uint8Array(bytes.length).fill(0x20);
				moved.set(bytes.subarray(0, -1), 1);
				return moved;
			}
		}
	]
];

const views: Bent[] = [
	[
		'view-stranger',
		'view-device',
		'Signed by another device',
		{
			view: (all) => {
				all.key = cast.stranger;
				all.header = { ...(all.header as Loose), kid: cast.stranger.thumbprint };
			}
		}
	],
	[
		'view-forged',
		'view-signature',
		'Signed by another device in this one’s name',
		{
			view: (all) => {
				all.key = cast.stranger;
			}
		}
	],
	['view-bit', 'view-signature', 'One bit of the signature', { viewJws: broken }],
	[
		'view-typ',
		'wrong-type',
		'Something else that the device signed',
		{
			view: (all) => {
				all.header = { ...(all.header as Loose), typ: 'vv-submit+jws' };
			}
		}
	],
	[
		'view-none',
		'wrong-algorithm',
		'Not signed at all',
		{
			view: (all) => {
				all.header = { ...(all.header as Loose), alg: 'none' };
			}
		}
	],
	['view-member', 'extra-member', 'One more member', { view: payload({ note: 'x' }) }],
	['view-version', 'wrong-version', 'A later format', { view: payload({ v: 2 }) }],
	[
		'view-twice',
		'duplicate-member',
		'Answers twice: each reader might see others',
		{ view: text((json) => json.replace('"answers":', '"answers":[],"answers":')) }
	],
	[
		'view-spaces',
		'not-canonical',
		'The same views in another spelling',
		{ view: text((json) => json.replace('"seq":1', '"seq": 1')) }
	],
	[
		'view-number',
		'not-canonical',
		'The same number in another spelling',
		{ view: text((json) => json.replace('"seq":1', '"seq":1.0')) }
	],
	[
		'view-escape',
		'not-canonical',
		'The same letter in another spelling',
		{ view: text((json) => json.replace('"own"', '"\\u006fwn"')) }
	],
	[
		'view-surrogate',
		'not-canonical',
		'Half a letter',
		{ view: text((json) => json.replace('"own"', '"\\ud83d"')) }
	],
	[
		'view-readers',
		'wrong-readers',
		'The child sealed to three, here are two',
		{ view: payload({ readers: readersFor(three) }) }
	],
	['view-meeting', 'wrong-meeting', 'For another meeting', { view: payload({ meeting: ids.otherMeeting }) }],
	[
		'view-invitation',
		'wrong-invitation',
		'From another invitation',
		{ view: payload({ invitation: ids.otherInvitation }) }
	],
	[
		'view-prev',
		'wrong-sequence',
		'The first, with others before',
		{ view: payload({ prev: cast.root.thumbprint }) }
	],
	['view-no-prev', 'wrong-sequence', 'The second, with none before', { view: payload({ seq: 2 }) }],
	[
		'view-skipped',
		'wrong-sequence',
		'The first came again in place of the second',
		{ export: (it) => ({ ...it, expectedSeq: 2 }) }
	],
	[
		'view-blobs',
		'wrong-blobs',
		'A blob that was never submitted',
		{ submit: payload({ blobs: [cast.root.thumbprint] }) }
	]
];

/** All of them. */
export const innerRefused: readonly Bent[] = [...readers, ...keys, ...sealed, ...views];
