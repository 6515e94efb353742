/** Blobs as files in a folder: written beside, synced, renamed, folder synced. A full disk costs that one PUT and nothing else. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../problem.ts';
import { nameOf, type BlobPlace } from './place.ts';

/** The place that `folder` is. Takes away what a stopped server left half-written: done once, before anything is served. */
export async function diskPlace(folder: string): Promise<BlobPlace> {
	const incoming = join(folder, 'incoming');
	await mkdir(incoming, { recursive: true, mode: 0o700 });
	for (const name of await readdir(incoming)) await rm(join(incoming, name));
	return {
		put: (hash, bytes) => writeDurably(folder, hash, bytes),
		async get(hash) {
			try {
				const file = await open(join(folder, ...nameOf(hash)), 'r');
				return { bytes: (await file.stat()).size, octets: file.createReadStream() };
			} catch (thrown) {
				throw (thrown as NodeJS.ErrnoException).code === 'ENOENT' ? new Refusal('missing') : thrown;
			}
		}
	};
}

/** Leaves nothing half-written when it throws. */
async function writeDurably(folder: string, hash: string, bytes: Uint8Array): Promise<void> {
	const incoming = join(folder, 'incoming', randomUUID());
	const [part, name] = nameOf(hash);
	try {
		const file = await open(incoming, 'wx', 0o600);
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
		await rename(incoming, join(folder, part, name));
		await syncFolder(join(folder, part));
		await syncFolder(folder);
	} catch (thrown) {
		await rm(incoming, { force: true });
		throw thrown;
	}
}

/** Syncs a folder: only then is a new name in it sure to outlive a power cut. Windows cannot, and need not. */
async function syncFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
