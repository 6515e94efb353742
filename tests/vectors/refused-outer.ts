/** What must be refused before any key is used: forms, headers, directory, receipt, submission, log. */
import type { Recipient } from '../../src/lib/envelope/wire.ts';
import { toBase64url, utf8 } from '../../src/lib/base/bytes.ts';
import { cast, idOf, ids, times } from './cast.ts';
import { broken, flipped } from './forge.ts';
import type { Bends, JwsParts, Loose } from './forge.ts';
import type { Bent } from './make.ts';

const offCurve = { ...cast.device.jwk, y: flipped(cast.device.jwk.y, 31) };
/** x + p fits in 32 bytes for small x alone; all ones is above p and is no coordinate at all. */
const abovePrime = { ...cast.device.jwk, x: toBase64url(new Uint8Array(32).fill(255)) };
const p384 = { kty: 'EC', crv: 'P-384', x: 'A'.repeat(64), y: 'A'.repeat(64) };
const okp = { kty: 'OKP', crv: 'X25519', x: cast.device.jwk.x };

const outer = (more: Loose): Bends => ({ outer: (header) => ({ ...header, ...more }) });
const without = (object: Loose, name: string): Loose =>
	Object.fromEntries(Object.entries(object).filter(([member]) => member !== name));
const firstHeader = (more: Loose): Bends => ({
	recipients: ([first, ...rest]) => [
		{ ...(first as Recipient), header: { ...(first as Recipient).header, ...more } },
		...rest
	]
});
const envelope = (more: Loose): Bends => ({ envelope: (whole) => ({ ...whole, ...more }) });
const exported = (more: Loose): Bends => ({ export: (whole) => ({ ...whole, ...more }) });
const header = (more: Loose) => (parts: JwsParts) => {
	parts.header = { ...(parts.header as Loose), ...more };
};
const payload = (more: Loose) => (parts: JwsParts) => {
	parts.payload = { ...(parts.payload as Loose), ...more };
};
/** Signed by `key` while the header still names the right one. */
const inTheNameOf = (key: JwsParts['key']) => (parts: JwsParts) => {
	parts.key = key;
};
/** Signed by `key`, which the header names. */
const by = (key: JwsParts['key']) => (parts: JwsParts) => {
	parts.key = key;
	parts.header = { ...(parts.header as Loose), kid: key.thumbprint };
};
const parts = (jws: string) => jws.split('.') as [string, string, string];
const wire = (json: string): string => toBase64url(utf8(json));

const form: Bent[] = [
	['zip', 'forbidden-header', 'Compressed: its length tells of the words', outer({ zip: 'DEF' })],
	[
		'crit',
		'forbidden-header',
		'A header that must be understood and is not',
		outer({ crit: ['exp'], exp: 1 })
	],
	['x5u', 'forbidden-header', 'A key to be fetched from elsewhere', outer({ x5u: 'https://example.org/c' })],
	[
		'jku',
		'forbidden-header',
		'Keys to be fetched from elsewhere',
		firstHeader({ jku: 'https://example.org/k' })
	],
	['jwk', 'forbidden-header', 'Brings a key of its own', firstHeader({ jwk: cast.stranger.jwk })],
	['x5c', 'forbidden-header', 'Brings a certificate of its own', firstHeader({ x5c: ['MA=='] })],
	['apu', 'forbidden-header', 'Party information, which VV1 leaves empty', firstHeader({ apu: 'QQ' })],
	[
		'pbes2',
		'forbidden-header',
		'A password in place of a key, with as many rounds as the sender likes',
		firstHeader({ alg: 'PBES2-HS256+A128KW', p2s: 'AAAAAAAAAAA', p2c: 2147483647 })
	],
	['alg-dir', 'wrong-algorithm', 'No key agreement at all', firstHeader({ alg: 'dir' })],
	['alg-128', 'wrong-algorithm', 'A weaker wrap', firstHeader({ alg: 'ECDH-ES+A128KW' })],
	['alg-rsa', 'wrong-algorithm', 'RSA', firstHeader({ alg: 'RSA-OAEP' })],
	['enc-128', 'wrong-algorithm', 'A weaker cipher', outer({ enc: 'A128GCM' })],
	['enc-cbc', 'wrong-algorithm', 'Another cipher', outer({ enc: 'A256CBC-HS512' })],
	['typ-outer', 'wrong-type', 'An envelope that says it is something else', outer({ typ: 'JWE' })],
	['version-outer', 'wrong-version', 'A later format', outer({ vv: 2 })],
	['member-outer', 'extra-member', 'One more member under protection', outer({ note: 'x' })],
	['member-recipient', 'extra-member', 'One more member beside a wrapped key', firstHeader({ note: 'x' })],
	[
		'unprotected',
		'extra-member',
		'A shared header that nothing protects',
		envelope({ unprotected: { a: 1 } })
	],
	['aad', 'extra-member', 'Further authenticated data', envelope({ aad: 'AAAA' })],
	['no-tag', 'malformed', 'Without its tag', { envelope: (whole) => without(whole, 'tag') }],
	['no-kc', 'malformed', 'Without key commitment', { outer: (whole) => without(whole, 'kc') }],
	['not-json', 'malformed', 'A protected header that is no JSON', { outer: () => '{vv:1}' }],
	[
		'spaces',
		'not-canonical',
		'The same header in another spelling',
		{ outer: (whole) => JSON.stringify(whole).replaceAll(':', ': ') }
	],
	[
		'vid-twice',
		'duplicate-member',
		'Two view ids in one header',
		{ outer: (whole) => JSON.stringify(whole).replace('"vv"', `"vid":"${ids.otherVid}","vv"`) }
	],
	['iv-padded', 'not-base64url', 'Padded base64', { envelope: (e) => ({ ...e, iv: `${String(e['iv'])}=` }) }],
	['iv-long', 'not-base64url', '128 bits of IV', envelope({ iv: 'A'.repeat(22) })],
	[
		'tag-short',
		'not-base64url',
		'A tag of 96 bits',
		{ envelope: (e) => ({ ...e, tag: String(e['tag']).slice(0, 16) }) }
	],
	['tag-stray', 'not-base64url', 'Stray bits after the tag', envelope({ tag: `${'A'.repeat(21)}B` })],
	['plus', 'not-base64url', 'Base64 of the other alphabet', envelope({ iv: '+/+/+/+/+/+/+/+/' })],
	['no-step', 'wrong-padding', 'Not the length of a step', { plain: (bytes) => bytes.slice(0, -1) }],
	['one-reader', 'too-few-readers', 'Nobody but the chair', { recipients: (all) => all.slice(0, 1) }],
	['reader-twice', 'duplicate-reader', 'The same reader twice', { recipients: ([a]) => [a, a] }],
	['unsorted', 'unsorted-readers', 'Readers in another order', { recipients: (all) => [...all].reverse() }],
	['epk-off-curve', 'bad-key', 'A point that is not on the curve', firstHeader({ epk: offCurve })],
	['epk-above', 'bad-key', 'A coordinate above the prime', firstHeader({ epk: abovePrime })],
	[
		'epk-secret',
		'bad-key',
		'A private key beside the public one',
		firstHeader({ epk: cast.stranger.secret })
	],
	['epk-384', 'wrong-algorithm', 'Another curve', firstHeader({ epk: p384 })],
	['epk-x25519', 'wrong-algorithm', 'Another kind of key', firstHeader({ epk: okp })],
	['device-off-curve', 'bad-key', 'A device whose key is no point', exported({ device: offCurve })],
	[
		'device-member',
		'bad-key',
		'A device key with more in it',
		exported({ device: { ...cast.device.jwk, alg: 'HS256' } })
	],
	['device-384', 'wrong-algorithm', 'A device with a key on another curve', exported({ device: p384 })]
];

const directory: Bent[] = [
	[
		'root-other',
		'directory-root',
		'Signed by another root throughout',
		{
			directory: (all) => {
				by(cast.stranger)(all);
				payload({ root: cast.stranger.jwk })(all);
			}
		}
	],
	[
		'root-named',
		'directory-root',
		'Signed by the root, which the header does not name',
		{ directory: header({ kid: cast.stranger.thumbprint }) }
	],
	[
		'root-inside',
		'directory-root',
		'Another root inside than the one that signed',
		{ directory: payload({ root: cast.stranger.jwk }) }
	],
	[
		'directory-forged',
		'directory-signature',
		'Signed by another in the root’s name',
		{ directory: inTheNameOf(cast.stranger) }
	],
	['directory-bit', 'directory-signature', 'One bit of the signature', { directoryJws: broken }],
	['directory-member', 'extra-member', 'One more member', { directory: payload({ note: 'x' }) }],
	['directory-past', 'directory-old', 'Older than one already seen', exported({ atLeast: 5 })]
];

const receipt: Bent[] = [
	[
		'receipt-stranger',
		'receipt-key',
		'A server that the directory does not know',
		{ receipt: by(cast.stranger) }
	],
	['receipt-past', 'receipt-key', 'A server key that had been replaced', { receipt: by(cast.oldServer) }],
	[
		'receipt-reader',
		'receipt-key',
		'A reader’s key in place of the server’s',
		{ receipt: by(cast.chairSig) }
	],
	[
		'receipt-forged',
		'receipt-signature',
		'Signed by another in the server’s name',
		{ receipt: inTheNameOf(cast.stranger) }
	],
	['receipt-bit', 'receipt-signature', 'One bit of the signature', { receiptJws: broken }],
	['receipt-vid', 'receipt-other', 'For other views', { receipt: payload({ vid: ids.otherVid }) }],
	[
		'receipt-envelope',
		'receipt-other',
		'For another envelope',
		{ receipt: payload({ envelope: cast.stranger.thumbprint }) }
	],
	['receipt-bytes', 'receipt-other', 'For another length', { receipt: payload({ bytes: 1 }) }],
	['receipt-outside', 'malformed', 'A place beyond its own checkpoint', { receipt: payload({ index: 5 }) }],
	['receipt-none', 'wrong-algorithm', 'Not signed at all', { receipt: header({ alg: 'none' }) }],
	[
		'receipt-time',
		'malformed',
		'A day that no calendar has',
		{ receipt: payload({ at: '2026-02-30T00:00:00.000Z' }) }
	]
];

const submit: Bent[] = [
	['submit-stranger', 'submit-device', 'Another device', { submit: by(cast.stranger) }],
	[
		'submit-forged',
		'submit-signature',
		'Another device in this one’s name',
		{ submit: inTheNameOf(cast.stranger) }
	],
	['submit-bit', 'submit-signature', 'One bit of the signature', { submitJws: broken }],
	[
		'submit-envelope',
		'submit-other',
		'About another envelope',
		{ submit: payload({ envelope: cast.stranger.thumbprint }) }
	],
	['submit-length', 'submit-other', 'About another length', { submit: payload({ length: 7 }) }],
	[
		'submit-invitation',
		'submit-other',
		'From another invitation',
		{ submit: payload({ invitation: ids.otherInvitation }) }
	],
	['submit-none', 'wrong-algorithm', 'Not signed at all', { submit: header({ alg: 'none' }) }],
	[
		'submit-hs256',
		'wrong-algorithm',
		'The public key taken for a shared secret',
		{ submit: header({ alg: 'HS256' }) }
	],
	['submit-es384', 'wrong-algorithm', 'Another signature', { submit: header({ alg: 'ES384' }) }],
	[
		'submit-jwk',
		'forbidden-header',
		'Brings the key it is signed with',
		{ submit: header({ jwk: cast.stranger.jwk }) }
	],
	[
		'submit-b64',
		'forbidden-header',
		'A payload that is not encoded',
		{ submit: header({ b64: false, crit: ['b64'] }) }
	],
	['submit-header', 'extra-member', 'One more header', { submit: header({ cty: 'json' }) }],
	['submit-typ', 'wrong-type', 'A receipt’s type', { submit: header({ typ: 'vv-receipt+jws' }) }],
	[
		'submit-view',
		'wrong-type',
		'The signed views in place of the submission',
		{
			submitJws: (jws) =>
				`${wire('{"alg":"ES256","kid":"' + cast.device.thumbprint + '","typ":"vv-view+jws"}')}.${parts(jws)[1]}.${parts(jws)[2]}`
		}
	],
	['submit-member', 'extra-member', 'One more member', { submit: payload({ note: 'x' }) }],
	['submit-version', 'wrong-version', 'A later format', { submit: payload({ v: 2 }) }],
	[
		'submit-order',
		'not-canonical',
		'Members in another order',
		{
			submit: (all) => {
				all.payload = JSON.stringify(all.payload);
			}
		}
	],
	['submit-four', 'malformed', 'Four parts', { submitJws: (jws) => `${jws}.AAAA` }],
	['submit-cut', 'malformed', 'Two parts', { submitJws: (jws) => parts(jws).slice(0, 2).join('.') }],
	[
		'submit-der',
		'not-base64url',
		'A signature in DER',
		{ submitJws: (jws) => `${parts(jws).slice(0, 2).join('.')}.MEUC${parts(jws)[2]}` }
	],
	[
		'submit-time',
		'malformed',
		'A time without its zone',
		{ submit: payload({ at: times.said.slice(0, -1) }) }
	]
];

const log: Bent[] = [
	[
		'proof-node',
		'not-included',
		'A path with one bit changed',
		{
			proof: (it) => ({
				...it,
				path: (it['path'] as string[]).map((node, at) => (at ? node : flipped(node)))
			})
		}
	],
	[
		'proof-short',
		'not-included',
		'A path that ends early',
		{ proof: (it) => ({ ...it, path: (it['path'] as string[]).slice(0, -1) }) }
	],
	[
		'proof-long',
		'not-included',
		'A path that goes on',
		{ proof: (it) => ({ ...it, path: [...(it['path'] as string[]), cast.root.thumbprint] }) }
	],
	['proof-index', 'not-included', 'Another place', { proof: (it) => ({ ...it, index: 2 }) }],
	[
		'proof-younger',
		'not-included',
		'A proof that holds, but for a tree that nobody signed',
		{ proof: (_, younger) => younger }
	],
	[
		'proof-root',
		'not-included',
		'Another tree than the receipt’s',
		{ proof: (it) => ({ ...it, root: cast.root.thumbprint }) }
	],
	[
		'salt',
		'not-included',
		'A receipt with another salt than the leaf',
		{ receipt: payload({ salt: idOf('other salt') }) }
	]
];

/** All of them. */
export const outerRefused: readonly Bent[] = [...form, ...directory, ...receipt, ...submit, ...log];
