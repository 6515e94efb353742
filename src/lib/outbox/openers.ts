/** Who opened what was sent: signed words of readers, checked on the child's device. What does not verify counts for nothing. */
import { verifyDirectory, type VerifiedDirectory } from '../envelope/directory.ts';
import { verifyOpen } from '../envelope/mark.ts';

/** What readings are about: its id, and the hash of its envelope as this device sealed it. */
export interface Sent {
	readonly id: string;
	readonly hash: string;
}

/** The name of whoever signed `open` about `sent`; null where nobody of the directory did. */
async function readerOf(open: unknown, sent: Sent, directory: VerifiedDirectory): Promise<string | null> {
	for (const key of [...directory.readers.values()].flat()) {
		if (!key.sig) continue;
		const mark = await verifyOpen(open, key.sig);
		if (mark.ok && (mark.value.vid as string) === sent.id && mark.value.envelope === sent.hash)
			return key.name;
	}
	return null;
}

/** Names, as `directory` has them, of those who signed that they opened `sent`; first first, each once. */
export async function openersOf(
	opens: readonly unknown[],
	sent: Sent,
	directory: VerifiedDirectory
): Promise<readonly string[]> {
	const names = await Promise.all(opens.map((open) => readerOf(open, sent, directory)));
	return [...new Set(names.filter((name) => name !== null))];
}

/**
 * The same where the directory is a JWS that `root` has to vouch for; nobody where it does not. The directory known when it was
 * sealed is enough: it opens for keys that stood in it, and for no other.
 */
export async function openersBy(
	opens: readonly unknown[],
	sent: Sent,
	by: { readonly directory: string; readonly root: string }
): Promise<readonly string[]> {
	const verified = await verifyDirectory(by.directory, by.root);
	return verified.ok ? openersOf(opens, sent, verified.value) : [];
}
