/**
 * The directory of keys, signed by the organisation's root. The server keeps and hands out what the root signed; it
 * cannot change a letter of it. The root's private key is never here: `tools/authority.ts` is the administrator's side.
 */
import type { Instant } from '../../base/brand.ts';
import { instant, type Clock } from '../../base/clock.ts';
import type { StaffId } from '../../base/ids.ts';
import { readDirectory, type Directory, type DirectoryKey } from '../../envelope/wire.ts';
import type { Database } from '../db/connect.ts';
import { Refusal } from '../problem.ts';
import { checkingKey, isSigned, thumbprintOf } from '../signature.ts';

/** A directory with the thumbprint of the root that signed it. */
export interface SignedDirectory {
	readonly jws: string;
	readonly root: string;
	readonly directory: Directory;
}

/** The directory that `jws` is, its signature checked against the root named in it; null where anything is wrong. */
export function openDirectory(jws: string): SignedDirectory | null {
	const read = readDirectory(jws);
	if (!read.ok) return null;
	const { content: directory, jws: parts } = read.value;
	const root = thumbprintOf(directory.root);
	const key = checkingKey(directory.root);
	if (!key || parts.kid !== root || !isSigned(parts, key)) return null;
	return { jws, root, directory };
}

/** The directory that was opened last: it changes a few times a year and is asked for by every child. */
let last: SignedDirectory | null = null;

/** The newest directory. Refuses `missing` where none has been adopted yet. */
export async function currentDirectory({ db }: Database): Promise<SignedDirectory> {
	const row = await db.selectFrom('directory').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
	if (row && row.jws !== last?.jws) last = openDirectory(row.jws);
	if (!row || !last) throw new Refusal('missing');
	return last;
}

/** Every directory ever published, oldest first: what is withdrawn stays visible. */
export async function allDirectories({ db }: Database): Promise<readonly string[]> {
	const rows = await db.selectFrom('directory').select('jws').orderBy('seq').execute();
	return rows.map((row) => row.jws);
}

/**
 * Takes `jws` as the newest directory. The first one ever is only taken with `root` named by whoever runs the server
 * (`adopt`); later ones must be signed by the same root and count up. Refuses `malformed`, or `conflict` where the
 * root is another or the number is not higher.
 */
export async function publishDirectory(
	{ db }: Database,
	clock: Clock,
	jws: string,
	adopt: string | null = null
): Promise<SignedDirectory> {
	const opened = openDirectory(jws);
	if (!opened) throw new Refusal('malformed');
	await db.transaction().execute(async (trx) => {
		const newest = await trx
			.selectFrom('directory')
			.select(['seq', 'root'])
			.orderBy('seq', 'desc')
			.limit(1)
			.executeTakeFirst();
		if (opened.root !== (newest?.root ?? adopt)) throw new Refusal('conflict');
		if (opened.directory.seq <= (newest?.seq ?? 0)) throw new Refusal('conflict');
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('directory')
			.values({ seq: opened.directory.seq, jws, root: opened.root, receivedAt: instant(clock) })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		if (numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict');
	});
	return opened;
}

/** Whether `key` stands at `now`. */
export const isLive = (key: DirectoryKey, now: Instant): boolean =>
	key.from <= now && (key.until === null || key.until > now);

/** The members of staff who have a living reader's key in `directory` at `now`. */
export const readersIn = (directory: Directory, now: Instant): ReadonlySet<StaffId> =>
	new Set(
		directory.keys.flatMap((key) =>
			key.use === 'reader' && key.staff && isLive(key, now) ? [key.staff] : []
		)
	);
