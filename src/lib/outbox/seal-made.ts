/** What was made in a draft, sealed for one sending: hands it to the worker, and takes away what did not come to anything. */
import type { InvitationId, ViewId } from '../base/ids.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { DeviceKey } from '../draft/device-key.ts';
import type { Draft } from '../draft/draft.ts';
import { dropParcels } from '../draft/parcels.ts';
import type { Answer } from '../journey/answer.ts';
import type { NotSealed, SealAsked, SealedMade } from './seal-parcels.ts';
import { signingKey } from './signing-key.ts';

/** The name of the lock that is held while something is being sealed, and until it is in the outbox. */
export const sealing = 'keep seal';

/** What of which views is sealed. */
interface Sending {
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	readonly answers: readonly Answer[];
}

/** Everything made in `answers`, sealed into parcels. Nothing made: nothing is started. */
export async function sealMade(
	draft: Draft,
	device: DeviceKey,
	{ vid, invitation, answers }: Sending
): Promise<Result<SealedMade, NotSealed | 'away'>> {
	const made = answers.flatMap(({ myWay }) => myWay?.made ?? []);
	if (made.length === 0) return ok({ blobs: [], parcelBytes: 0 });
	await draft.made.settled();
	const { key } = draft.made;
	if (!key) return refused('away');
	const sealed = await inWorker({
		vid,
		invitation,
		key,
		device: await signingKey(device),
		made: made.map(({ id, media, bytes }) => ({ id, media, bytes }))
	});
	if (!sealed.ok) await dropParcels(vid);
	return sealed;
}

async function inWorker(asked: SealAsked): Promise<Result<SealedMade, NotSealed>> {
	const { startSealing } = await import('./seal-start.ts');
	const worker = startSealing();
	try {
		return await new Promise((resolve) => {
			worker.addEventListener('message', ({ data }: MessageEvent<Result<SealedMade, NotSealed>>) =>
				resolve(data)
			);
			worker.addEventListener('error', () => resolve(refused('failed')));
			worker.postMessage(asked);
		});
	} finally {
		worker.terminate();
	}
}
