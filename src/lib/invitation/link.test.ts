import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url, type Bytes } from '../base/bytes.ts';
import { linkFragment, makeLink, parseLink, type InvitationLink } from './link.ts';
import type { InvitationSecret } from './secret.ts';

const octets = (length: number) =>
	fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => new Uint8Array(bytes) as Bytes);

const links: fc.Arbitrary<InvitationLink> = fc.record({
	secret: octets(16).map((bytes) => bytes as InvitationSecret),
	root: octets(32).map(toBase64url),
	look: fc.constantFrom('4-7', '8-11', '12-15', '16-17', 'easy'),
	locale: fc.constantFrom('en', 'cy', 'en-GB', 'zh-Hant')
});

describe('the link of an invitation', () => {
	it('reads back what was made, as a link, a fragment, and a fragment without its mark', () => {
		fc.assert(
			fc.property(links, (link) => {
				for (const text of [makeLink('https://say.test', link), `#${linkFragment(link)}`, linkFragment(link)])
					expect(parseLink(text)).toEqual({ ok: true, value: link });
			})
		);
	});

	it('never throws, and takes nothing that it would not have written', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.string().map((text) => `v1.${text}`)
				),
				(text) => {
					const read = parseLink(text);
					if (read.ok) expect(linkFragment(read.value)).toBe(text.slice(text.indexOf('#') + 1).trim());
				}
			)
		);
	});

	it('refuses every single changed character or reads another invitation, never the same one', () => {
		fc.assert(
			fc.property(links, fc.nat(80), fc.constantFrom('A', 'b', '7', '-', '.', ' '), (link, at, put) => {
				const text = linkFragment(link);
				const spot = at % text.length;
				if (text[spot] === put) return;
				const read = parseLink(text.slice(0, spot) + put + text.slice(spot + 1));
				if (read.ok) expect(linkFragment(read.value)).not.toBe(text);
			})
		);
	});

	it.each([
		['', 'no-invitation'],
		['https://say.test/', 'no-invitation'],
		['#fragment', 'no-invitation'],
		['#v2.something.new', 'unknown-format'],
		['#v1.AAAA.AAAA.4-7.en', 'damaged'],
		['#v1.AAECAwQFBgcICQoLDA0ODw.AAECAwQFBgcICQoLDA0ODw.4-7.en', 'damaged'],
		[`#v1.AAECAwQFBgcICQoLDA0ODw.${'A'.repeat(43)}.4-7.<script>`, 'damaged'],
		[`#v1.AAECAwQFBgcICQoLDA0ODx.${'A'.repeat(43)}.4-7.en`, 'damaged']
	])('names why %j is none: %s', (text, reason) => {
		expect(parseLink(text)).toEqual({ ok: false, reason });
	});
});
