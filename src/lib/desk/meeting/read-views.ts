/** Fetching and opening one meeting's views at the desk, and telling the server which were opened. */
import { systemClock } from '../../base/clock.ts';
import type { MeetingId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import { ok, refused } from '../../base/result.ts';
import { knowDirectory } from '../../inbox/known-directory.ts';
import { markOpened } from '../../inbox/mark-opened.ts';
import type { ReceivedViews } from '../../inbox/opened.ts';
import { openAll, type FetchedEnvelope, type Opening } from '../../inbox/open-views.ts';
import type { Unlocked } from '../../vault/unlocked.svelte.ts';
import type { ApiFault } from '../api.ts';
import { ask, askBytes, at } from '../api.ts';
import type { ViewRow } from '../records.ts';

/** The keys that are unlocked. */
type Keys = NonNullable<Unlocked['keys']>;

/** The list of a meeting's views, still sealed, in order of arrival. */
export async function listViews(meeting: MeetingId): Promise<Result<readonly ViewRow[], ApiFault>> {
	const answer = await ask<{ views: readonly ViewRow[] }>('GET', at`/api/staff/meetings/${meeting}/views`);
	return answer.ok ? ok(answer.value.views.toSorted((a, b) => a.index - b.index)) : answer;
}

function store(): Storage | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

/** The directory that this computer trusts, fresh from the server. */
export async function fetchDirectory() {
	const answer = await ask<{ directory: string }>('GET', '/api/directory');
	return answer.ok ? knowDirectory(answer.value.directory, store()) : answer;
}

/**
 * Opens `rows` with `keys` and gives all in the same order; afterwards tells the server of each that was opened for the
 * first time, which nobody who reads has to wait for. Refused where there is no directory to trust; a single envelope's
 * trouble is in its place of the list.
 */
export async function openRows(
	meeting: MeetingId,
	rows: readonly ViewRow[],
	keys: Keys
): Promise<Result<readonly ReceivedViews[]>> {
	const known = await fetchDirectory();
	if (!known.ok) return refused(known.reason);
	const opening: Opening = {
		meeting,
		directory: known.value.directory,
		directoryJws: known.value.jws,
		keys,
		fetchChunk: (hash) => askBytes(at`/api/staff/blobs/${hash}`),
		fetchOne: ({ vid }) => ask<FetchedEnvelope>('GET', at`/api/staff/views/${vid}`)
	};
	const received = await openAll(rows, opening);
	void tellOpened(received, keys);
	return ok(received);
}

/** Tells the server, one after another; where that fails, the next opening tells it. */
async function tellOpened(received: readonly ReceivedViews[], keys: Keys): Promise<void> {
	for (const one of received) {
		if (one.state !== 'opened' || one.arrived.opened) continue;
		const open = await markOpened(one, keys, systemClock);
		await ask('POST', at`/api/staff/views/${one.arrived.vid}/open`, { open });
	}
}
