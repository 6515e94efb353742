/**
 * Seals what was made, chunk by chunk, from the draft into parcels on the disk. Runs in a worker (`seal.worker.ts`), so that no
 * screen stands still; holds a few chunks at most, however long somebody talked.
 */
import type { InvitationId, ViewId } from '../base/ids.ts';
import { refused, ok, type Result } from '../base/result.ts';
import { KeptContent } from '../draft/kept-content.ts';
import { keepParcel } from '../draft/parcels.ts';
import type { KeepReason } from '../draft/store.ts';
import { sealBlob, type SealedChunk } from '../envelope/blob.ts';
import type { SigningKey } from '../envelope/jws.ts';
import { signBlob } from '../envelope/submit.ts';
import type { SignedBlob } from '../envelope/view.ts';

/** What is to be sealed. Crosses to the worker as it is: keys go as handles that cannot be exported. */
export interface SealAsked {
	readonly vid: ViewId;
	readonly invitation: InvitationId;
	/** The draft's key. */
	readonly key: CryptoKey;
	readonly device: SigningKey;
	readonly made: readonly { readonly id: string; readonly media: string; readonly bytes: number }[];
}

/** What came of it. */
export interface SealedMade {
	readonly blobs: readonly SignedBlob[];
	/** Bytes of all parcels. */
	readonly parcelBytes: number;
}

/** Why it was not sealed: no room on the device, or what was made is not there as it was said. */
export type NotSealed = KeepReason | 'damaged';

class NotKeptHere extends Error {
	readonly reason: KeepReason;
	constructor(reason: KeepReason) {
		super(reason);
		this.reason = reason;
	}
}

/** Puts chunks on the disk one behind the other while the next is being sealed; two are in memory at most. */
class Writer {
	readonly #asked: SealAsked;
	#writing: Promise<void> = Promise.resolve();
	#place = 0;
	bytes = 0;

	constructor(asked: SealAsked) {
		this.#asked = asked;
	}

	async put({ hash, octets }: SealedChunk): Promise<void> {
		const { vid, invitation, device } = this.#asked;
		const place = this.#place++;
		const authorisation = await signBlob({ hash, length: octets.length, invitation }, device);
		await this.#writing;
		this.bytes += octets.length;
		this.#writing = keepParcel({ vid, place, hash, octets, authorisation }).then((kept) => {
			if (!kept.ok) throw new NotKeptHere(kept.reason);
		});
		// Whoever waits for it next hears of it; until then it is nobody's failure.
		this.#writing.catch(() => undefined);
	}

	done(): Promise<void> {
		return this.#writing;
	}
}

/** Seals everything in `asked`. Once it resolves with `ok` all parcels are on the disk. */
export async function sealParcels(asked: SealAsked): Promise<Result<SealedMade, NotSealed>> {
	const writer = new Writer(asked);
	try {
		const blobs: SignedBlob[] = [];
		for (const { id, media, bytes } of asked.made) {
			const content = new KeptContent(asked.key, id, bytes);
			const sealing = { vid: asked.vid, media, id };
			blobs.push(await sealBlob(content, sealing, (chunk) => writer.put(chunk)));
		}
		await writer.done();
		return ok({ blobs, parcelBytes: writer.bytes });
	} catch (error) {
		if (error instanceof NotKeptHere) return refused(error.reason);
		return refused(error instanceof RangeError ? 'damaged' : 'failed');
	}
}
