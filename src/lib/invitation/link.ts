/**
 * The link of an invitation, as its QR code carries it: `https://HOST/#v1.SECRET.ROOT.LOOK.LOCALE`. All of it stands in the
 * fragment, which browsers never send; whoever reads it takes it out of the address bar at once.
 */
import { fromBase64url, toBase64url } from '../base/bytes.ts';
import { refused, ok, type Result } from '../base/result.ts';
import type { InvitationSecret } from './secret.ts';

/** What an invitation carries. */
export interface InvitationLink {
	readonly secret: InvitationSecret;
	/** Thumbprint of the organisation's root key: SHA-256, base64url (43 characters). */
	readonly root: string;
	/** The suggested version (`4-7` …). Spelled right, not known to exist: a later letter may name a newer one. */
	readonly look: string;
	/** The suggested language, as in BCP 47. Spelled right, not known to be there. */
	readonly locale: string;
}

/** Why a fragment is no invitation: none there at all; of a format that this build does not know; damaged. */
export type LinkReason = 'no-invitation' | 'unknown-format' | 'damaged';

const lookPattern = /^[a-z0-9-]{1,8}$/;
const localePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** The fragment of `link`, without `#`. */
export const linkFragment = ({ secret, root, look, locale }: InvitationLink): string =>
	`v1.${toBase64url(secret)}.${root}.${look}.${locale}`;

/** The whole link; `origin` as in `https://say.example.org`, without a slash at the end. */
export const makeLink = (origin: string, link: InvitationLink): string => `${origin}/#${linkFragment(link)}`;

/** Reads a whole link, or a fragment with or without its `#`, as scanned or pasted. Never throws. */
export function parseLink(text: string): Result<InvitationLink, LinkReason> {
	const fragment = text.slice(text.indexOf('#') + 1).trim();
	const parts = fragment.split('.');
	const [format = ''] = parts;
	if (!/^v\d{1,3}$/.test(format)) return refused('no-invitation');
	if (format !== 'v1') return refused('unknown-format');
	if (parts.length !== 5) return refused('damaged');
	return readParts(parts);
}

/** Checks the parts of a carried invitation, `look` and `locale` from the letter included. */
function readParts([, secret = '', root = '', look = '', locale = '']: string[]): Result<
	InvitationLink,
	'damaged'
> {
	if (!lookPattern.test(look) || !localePattern.test(locale)) return refused('damaged');
	try {
		const bytes = fromBase64url(secret);
		if (bytes.length !== 16 || fromBase64url(root).length !== 32) return refused('damaged');
		return ok({ secret: bytes as InvitationSecret, root, look, locale });
	} catch {
		return refused('damaged');
	}
}
