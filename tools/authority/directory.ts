/** The next directory: what the organisation's root signs when keys come or go. Pure but for the signature. */
import type { Instant } from '../../src/lib/base/brand.ts';
import type { StaffId } from '../../src/lib/base/ids.ts';
import { signDirectory } from '../../src/lib/envelope/directory.ts';
import type { PublicJwk } from '../../src/lib/envelope/jwk.ts';
import type { SigningKey } from '../../src/lib/envelope/jws.ts';
import type { Directory, DirectoryKey } from '../../src/lib/envelope/wire.ts';

/** Devices whose clock is a day behind still find a new key to be living. */
const backdated = 86_400_000;

const from = (now: Instant): Instant => new Date(Date.parse(now) - backdated).toISOString() as Instant;

/** The entry of a reader's keys. `role` as the child is told: a coordinator's or administrator's key reads nothing. */
export const readerEntry = (
	reader: {
		readonly staff: StaffId;
		readonly name: string;
		readonly enc: PublicJwk;
		readonly sig: PublicJwk;
	},
	now: Instant
): DirectoryKey => ({ use: 'reader', role: 'chair', from: from(now), until: null, ...reader });

/** Roles whose keys read what children send; a coordinator's or administrator's key reads nothing. */
const reading = ['chair', 'advocate', 'duty'] as const;

/** The entries of a person's keys: one for each of their `roles` that reads. Without any, the one of a chair, as ever. */
export function readerEntries(
	reader: Parameters<typeof readerEntry>[0],
	roles: readonly string[],
	now: Instant
): DirectoryKey[] {
	const own = reading.filter((role) => roles.includes(role));
	return (own.length > 0 ? own : (['chair'] as const)).map((role) => ({ ...readerEntry(reader, now), role }));
}

/** The entry of the organisation's recovery key. */
export const recoveryEntry = (enc: PublicJwk, name: string, now: Instant): DirectoryKey => ({
	use: 'reader',
	staff: null,
	role: 'recovery',
	name,
	enc,
	sig: null,
	from: from(now),
	until: null
});

/** The entry of a server's key, which signs receipts. */
export const serverEntry = (sig: PublicJwk, now: Instant): DirectoryKey => ({
	use: 'server',
	staff: null,
	role: 'server',
	name: 'server',
	enc: null,
	sig,
	from: from(now),
	until: null
});

const sameKey = (a: PublicJwk | null, b: PublicJwk | null): boolean =>
	a !== null && b !== null && a.x === b.x && a.y === b.y;

/** Whether `directory` has a living entry with this key. */
export const lists = (directory: Directory, key: PublicJwk, now: Instant): boolean =>
	directory.keys.some(
		(entry) =>
			(sameKey(entry.enc, key) || sameKey(entry.sig, key)) && (entry.until === null || entry.until > now)
	);

/** What changes from one directory to the next: entries that come, and which of those there end now. */
export interface DirectoryChange {
	readonly added: readonly DirectoryKey[];
	readonly ends?: (entry: DirectoryKey) => boolean;
}

/** A new directory after `before` (or the first, of `organisation`) with `added`, its entries that `ends` says ended now. */
export function nextDirectory(
	before: Directory | null,
	organisation: string,
	change: DirectoryChange,
	root: SigningKey,
	now: Instant
): Promise<string> {
	const { added, ends = () => false } = change;
	const kept = (before?.keys ?? []).map((entry) =>
		entry.until === null && ends(entry) ? { ...entry, until: now } : entry
	);
	return signDirectory(
		{
			organisation: before?.organisation ?? { name: organisation },
			seq: (before?.seq ?? 0) + 1,
			issued: now,
			keys: [...kept, ...added]
		},
		root
	);
}
