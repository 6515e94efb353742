/**
 * The parcels of one envelope, one after another, each under its own hash: what the server has is not sent again, and a line
 * that breaks costs the chunk that was on it. Only this server's own answer ever counts as *stored*.
 */
import { parcelAt } from '../draft/parcels.ts';
import type { OutboxRow, Parcel } from '../draft/store.ts';
import { askWith, type Answered, type Fetch } from './ask.ts';
import type { Progress } from './deliver.ts';
import { judge, type Verdict } from './judge.ts';

/** Long enough for one chunk over the slowest line that still is one. */
const patience = 180_000;

/** What became of the parcels: all stored (`verdict` null), or why not; and whether more are stored than before. */
export interface Uploaded {
	readonly verdict: Exclude<Verdict, { is: 'arrived' }> | null;
	readonly further: boolean;
}

/** Sends what of `row` the server is not known to have. */
export async function upload(row: OutboxRow, fetch: Fetch, progress: Progress): Promise<Uploaded> {
	if (!row.parcelBytes) return { verdict: null, further: false };
	let [place, sent] = [row.nextParcel ?? 0, row.parcelsSent ?? 0];
	const first = place;
	for (let parcel = await parcelAt(row.vid, place); parcel; parcel = await parcelAt(row.vid, place)) {
		// The answer to what was sent last may have been lost: asking costs less than sending again.
		const doubtful = row.tries > 0 || row.reason !== null;
		const there = doubtful && place === first && (await isThere(fetch, parcel));
		const answered = there ? null : await put(fetch, parcel);
		if (answered && answered.is !== 'json')
			return { verdict: await notStored(answered), further: place > first };
		place += 1;
		sent += parcel.octets.length;
		await progress({ nextParcel: place, parcelsSent: sent });
	}
	return { verdict: null, further: place > first };
}

const headers = ({ authorisation }: Parcel) => ({ 'x-submit-authorisation': authorisation });

/** Whether the server says, in its own words, that it has `parcel`. */
async function isThere(fetch: Fetch, parcel: Parcel): Promise<boolean> {
	const asking = { method: 'GET', body: null, headers: headers(parcel) };
	const answered = await askWith(fetch, `/api/blobs/${parcel.hash}`, asking, patience);
	return answered.is === 'json' && answered.body['stored'] === true;
}

const put = (fetch: Fetch, parcel: Parcel): Promise<Answered> => {
	const kind = { 'content-type': 'application/octet-stream', ...headers(parcel) };
	return askWith(
		fetch,
		`/api/blobs/${parcel.hash}`,
		{ method: 'PUT', body: parcel.octets, headers: kind },
		patience
	);
};

async function notStored(answered: Answered): Promise<Exclude<Verdict, { is: 'arrived' }>> {
	const verdict = await judge(answered, () => Promise.resolve(false));
	return verdict.is === 'arrived' ? { is: 'later', reason: 'no-receipt', after: null } : verdict;
}
