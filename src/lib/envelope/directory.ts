/**
 * directory.jws: who the readers and servers of an organisation are, signed by its root, whose thumbprint travels in the
 * invitation. A reader's key comes from here and from nowhere else.
 */
import type { Instant } from '../base/brand.ts';
import type { StaffId } from '../base/ids.ts';
import { thumbprint } from './jwk.ts';
import type { PublicJwk } from './jwk.ts';
import { demandSigned, signJws } from './jws.ts';
import type { SigningKey } from './jws.ts';
import { checked, checkedAsync, demand, Refusal } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asDirectory } from './wire.ts';
import type { Directory, DirectoryKey } from './wire.ts';

type KeysByThumbprint = ReadonlyMap<string, readonly DirectoryKey[]>;

/** A directory whose signature and root hold. Comes from `verifyDirectory` alone. */
export interface VerifiedDirectory {
	readonly directory: Directory;
	/** Entries of readers by the thumbprint of `enc`, past ones too: what was sealed to them must still open. */
	readonly readers: KeysByThumbprint;
	/** Entries of servers by the thumbprint of `sig`, past ones too. */
	readonly servers: KeysByThumbprint;
}

/** A reader to seal to, as the child is shown them. */
export interface Reader {
	readonly jwk: PublicJwk;
	readonly thumbprint: string;
	readonly name: string;
	readonly role: string;
	readonly staff: StaffId | null;
}

/** Whether `key` was in force at `at`. */
export const living = (key: DirectoryKey, at: Instant): boolean =>
	key.from <= at && (key.until === null || at < key.until);

/** directory.jws, signed by the root; `content.root` is taken from the key. */
export const signDirectory = (content: Omit<Directory, 'v' | 'root'>, root: SigningKey): Promise<string> =>
	signJws('vv-directory+jws', { v: 1, root: root.jwk, ...content }, root);

async function byThumbprint(entries: readonly (readonly [PublicJwk | null, DirectoryKey])[]) {
	const map = new Map<string, DirectoryKey[]>();
	for (const [jwk, entry] of entries) {
		if (!jwk) continue;
		const print = await thumbprint(jwk);
		map.set(print, [...(map.get(print) ?? []), entry]);
	}
	return map;
}

/**
 * The directory in `jws`, signed by the root with this thumbprint. `atLeast` is the highest `seq` seen before: an older
 * directory is refused (`directory-old`).
 */
export const verifyDirectory = (
	jws: unknown,
	rootThumbprint: string,
	atLeast = 1
): Promise<Checked<VerifiedDirectory>> =>
	checkedAsync(async () => {
		const { jws: read, content: directory } = asDirectory(jws);
		demand(read.kid === rootThumbprint, 'directory-root');
		demand((await thumbprint(directory.root)) === rootThumbprint, 'directory-root');
		await demandSigned(read, directory.root, 'directory-signature');
		demand(directory.seq >= atLeast, 'directory-old');
		const of = (use: DirectoryKey['use']) => directory.keys.filter((key) => key.use === use);
		return {
			directory,
			readers: await byThumbprint(of('reader').map((key) => [key.enc, key] as const)),
			servers: await byThumbprint(of('server').map((key) => [key.sig, key] as const))
		};
	});

/** The encryption keys of those of `kids` (thumbprints) whom `directory` knows: what is answered is sealed to them as well. */
export const keysOf = ({ readers }: VerifiedDirectory, kids: readonly string[]): readonly PublicJwk[] =>
	kids.flatMap((kid) => readers.get(kid)?.[0]?.enc ?? []);

/**
 * The directory in `jws` by the root that it names itself. For whoever has no letter that names one: they can hold it to nothing
 * but the line over which it came (threat model, "Without a letter").
 */
export const verifyByOwnRoot = (jws: unknown): Promise<Checked<VerifiedDirectory>> =>
	checkedAsync(async () => {
		const root = await thumbprint(asDirectory(jws).content.root);
		const verified = await verifyDirectory(jws, root);
		if (!verified.ok) throw new Refusal(verified.reason);
		return verified.value;
	});

/**
 * Whom to seal views of a meeting to at `at`: its chair, its deputy and the recovery key, each by their newest living
 * key. Refuses (`directory-keys`) where fewer than two different keys are living.
 */
export const readersOf = (
	{ readers }: VerifiedDirectory,
	meeting: { readonly chair: StaffId; readonly deputy: StaffId },
	at: Instant
): Checked<readonly Reader[]> =>
	checked(() => {
		const wanted: readonly ((key: DirectoryKey) => boolean)[] = [
			(key) => key.staff === meeting.chair,
			(key) => key.staff === meeting.deputy,
			(key) => key.role === 'recovery'
		];
		const all = [...readers].flatMap(([print, keys]) => keys.map((key) => ({ print, key })));
		const found = new Map<string, Reader>();
		for (const wants of wanted) {
			const [newest] = all
				.filter(({ key }) => wants(key) && living(key, at))
				.sort((a, b) => (a.key.from < b.key.from ? 1 : -1));
			if (!newest?.key.enc || found.has(newest.print)) continue;
			const { name, role, staff, enc } = newest.key;
			found.set(newest.print, { jwk: enc, thumbprint: newest.print, name, role, staff });
		}
		demand(found.size >= 2, 'directory-keys');
		return [...found.values()];
	});

/** The most readers that one request is sealed to. */
const mostReaders = 16;

/** Everybody whom `wants` means, each by their newest living key, newest first. */
function everybody(
	{ readers }: VerifiedDirectory,
	at: Instant,
	wants: (key: DirectoryKey) => boolean
): Reader[] {
	const all = [...readers].flatMap(([print, keys]) =>
		keys.flatMap((key) => (key.enc && wants(key) && living(key, at) ? [{ print, key, enc: key.enc }] : []))
	);
	all.sort((a, b) => (a.key.from < b.key.from ? 1 : -1));
	const found = new Map<string, Reader>();
	for (const { print, key, enc } of all) {
		const { name, role, staff } = key;
		const whose = staff ?? print;
		if (!found.has(whose)) found.set(whose, { jwk: enc, thumbprint: print, name, role, staff });
	}
	return [...found.values()];
}

/** Whom a request is sealed to, and whether anybody whose task it is to answer is among them. */
export interface RequestReaders {
	readonly readers: readonly Reader[];
	/** An advocate, or a duty reader. False: it is read, but nobody is on duty to read it today. */
	readonly onDuty: boolean;
}

/**
 * Whom to seal a request to at `at`. `advocate`: everybody of the advocacy service, and nobody of the authority, for the
 * service is independent. `not-safe`: everybody on duty and the meeting's chair; where nobody is on duty, chair, deputy and
 * recovery. Refuses (`directory-keys`) where fewer than two different keys are living.
 */
export const requestReadersOf = (
	directory: VerifiedDirectory,
	to: 'advocate' | 'not-safe',
	meeting: { readonly chair: StaffId; readonly deputy: StaffId } | null,
	at: Instant
): Checked<RequestReaders> =>
	checked(() => {
		const role = to === 'advocate' ? 'advocate' : 'duty';
		const first = everybody(directory, at, (key) => key.role === role).slice(0, mostReaders - 3);
		const found = new Map(first.map((reader) => [reader.thumbprint, reader]));
		const also = (wants: (key: DirectoryKey) => boolean) => {
			for (const reader of everybody(directory, at, wants)) found.set(reader.thumbprint, reader);
		};
		if (to === 'not-safe') {
			if (meeting) also((key) => key.staff === meeting.chair);
			if (meeting && first.length === 0) also((key) => key.staff === meeting.deputy);
			if (first.length === 0 || found.size < 2) also((key) => key.role === 'recovery');
		}
		demand(found.size >= 2, 'directory-keys');
		return { readers: [...found.values()], onDuty: first.length > 0 };
	});
