/** Whom the views of an invitation are sealed to, as the organisation's root vouches for them. */
import type { Instant } from '../base/brand.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { KeptInvitation } from '../draft/kept-invitation.ts';
import { readersOf, verifyDirectory, type Reader } from '../envelope/directory.ts';

/** The readers of the invitation's meeting, and who vouches for them. */
export interface Readership {
	readonly organisation: string;
	readonly readers: readonly Reader[];
}

/**
 * The living readers at `now` (this device's clock). A clock that is behind the directory's own signed time is wrong, and that
 * time is taken instead: a tablet that lost its clock still sends. So does one whose clock is years ahead, at which nobody would
 * be living any more: the readers at the directory's time are taken then, and the directory is asked for anew before. Refuses `not-trusted` where the root does not vouch,
 * `no-readers` where fewer than two are living, `needs-signal` where nothing was fetched yet.
 */
export async function readershipOf(
	{ info, directory, link }: KeptInvitation,
	now: Instant
): Promise<Result<Readership, 'needs-signal' | 'not-trusted' | 'no-readers'>> {
	if (!info || !directory) return refused('needs-signal');
	const verified = await verifyDirectory(directory, link.root);
	if (!verified.ok) return refused('not-trusted');
	const { issued, organisation } = verified.value.directory;
	const living = readersOf(verified.value, info, now < issued ? issued : now);
	const readers = living.ok ? living : readersOf(verified.value, info, issued);
	if (!readers.ok) return refused('no-readers');
	return ok({ organisation: organisation.name, readers: readers.value });
}
