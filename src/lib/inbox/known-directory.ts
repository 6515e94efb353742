/**
 * The directory that this computer trusts: the root it saw first, and never an older issue than one already seen. Thumbprint
 * and number alone are kept; a change of either for the worse is refused by name.
 */
import type { Result } from '../base/result.ts';
import { refused } from '../base/result.ts';
import type { VerifiedDirectory } from '../envelope/directory.ts';
import { verifyDirectory } from '../envelope/directory.ts';
import { thumbprint } from '../envelope/jwk.ts';
import type { RefusalReason } from '../envelope/refusal.ts';
import { readDirectory } from '../envelope/wire.ts';

/** A directory that stood the check, with the thumbprint of its root. */
export interface KnownDirectory {
	readonly jws: string;
	readonly root: string;
	readonly directory: VerifiedDirectory;
}

/** The part of `Storage` used here. */
export type RootStore = Pick<Storage, 'getItem' | 'setItem'>;

const place = 'desk.root';

/** The kept root and number, or nothing where none is kept or the store keeps nothing. */
function kept(store: RootStore | null): { readonly root: string; readonly seq: number } | null {
	try {
		const found = /^([A-Za-z0-9_-]{43}) (\d{1,15})$/.exec(store?.getItem(place) ?? '');
		return found?.[1] && found[2] ? { root: found[1], seq: Number(found[2]) } : null;
	} catch {
		return null;
	}
}

/** Checks directory.jws against what this computer knows, and remembers it where it is newer. */
export async function knowDirectory(
	jws: string,
	store: RootStore | null
): Promise<Result<KnownDirectory, RefusalReason>> {
	const known = kept(store);
	const read = readDirectory(jws);
	if (!read.ok) return read;
	const root = known?.root ?? (await thumbprint(read.value.content.root));
	const directory = await verifyDirectory(jws, root, known?.seq);
	if (!directory.ok) return refused(directory.reason, directory.detail);
	try {
		store?.setItem(place, `${root} ${directory.value.directory.seq}`);
	} catch {
		// A browser that keeps nothing trusts what it sees first, each time.
	}
	return { ok: true, value: { jws, root, directory: directory.value } };
}
