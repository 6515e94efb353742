/**
 * The parcels of one envelope, one after another, each under its own hash: what the server has is not sent again, and a line
 * that breaks costs nothing that had come before it did. Only this server's own answer ever counts as *stored*.
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
		const there = doubtful && place === first ? await whatIsThere(fetch, parcel) : 0;
		const answered = there === 'all' ? null : await put(fetch, parcel, there);
		if (answered && answered.is !== 'json')
			return { verdict: await notStored(answered), further: place > first };
		place += 1;
		sent += parcel.octets.length;
		await progress({ nextParcel: place, parcelsSent: sent });
	}
	return { verdict: null, further: place > first };
}

const headers = ({ authorisation }: Parcel) => ({ 'x-submit-authorisation': authorisation });

/** What of `parcel` the server says, in its own words, that it has: all of it, or so many bytes from its beginning. */
async function whatIsThere(fetch: Fetch, parcel: Parcel): Promise<'all' | number> {
	const asking = { method: 'GET', body: null, headers: headers(parcel) };
	const answered = await askWith(fetch, `/api/blobs/${parcel.hash}`, asking, patience);
	if (answered.is !== 'json') return 0;
	const { stored, begun } = answered.body;
	if (stored === true) return 'all';
	return Number.isInteger(begun) && Number(begun) > 0 && Number(begun) < parcel.octets.length
		? Number(begun)
		: 0;
}

/** Sends what of `parcel` is behind its first `from` bytes. */
function put(fetch: Fetch, parcel: Parcel, from: number): Promise<Answered> {
	const { length } = parcel.octets;
	const part: Record<string, string> =
		from === 0 ? {} : { 'content-range': `bytes ${from}-${length - 1}/${length}` };
	return askWith(
		fetch,
		`/api/blobs/${parcel.hash}`,
		{
			method: 'PUT',
			body: parcel.octets.subarray(from),
			headers: { 'content-type': 'application/octet-stream', ...part, ...headers(parcel) }
		},
		patience
	);
}

async function notStored(answered: Answered): Promise<Exclude<Verdict, { is: 'arrived' }>> {
	// What was held of it is gone meanwhile: asked for anew at the next try.
	if (answered.is === 'problem' && answered.reason === 'conflict')
		return { is: 'later', reason: 'conflict', after: answered.after };
	const verdict = await judge(answered, () => Promise.resolve(false));
	return verdict.is === 'arrived' ? { is: 'later', reason: 'no-receipt', after: null } : verdict;
}
