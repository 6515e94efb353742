/**
 * note.jws: what an advocate or a duty reader answers a child, signed by their key of the directory, sealed to the child's
 * reply key and to the readers of the request, in the same envelope as everything else.
 */
import type { Instant } from '../base/brand.ts';
import type { RequestId, ViewId } from '../base/ids.ts';
import { demandReader, type Signer } from './by-reader.ts';
import type { VerifiedDirectory } from './directory.ts';
import { signJws, splitJws } from './jws.ts';
import type { SigningKey } from './jws.ts';
import type { ReaderKeys } from './keys.ts';
import { checkedAsync, demand } from './refusal.ts';
import type { Checked } from './refusal.ts';
import { asId, asInstant, asObject, asText, exactly } from './shape.ts';
import { unsealed } from './unseal.ts';
import { asEnvelope, limits } from './wire.ts';

/** Payload of note.jws. */
export interface Note {
	readonly v: 1;
	readonly nid: ViewId;
	/** The request that is answered. */
	readonly rid: RequestId;
	/** Somebody is coming, or only words. */
	readonly says: 'coming' | 'words';
	/** How the child is to call whoever comes. */
	readonly who: string;
	/** Features of the parametric head by name; null where none was made. */
	readonly face: Readonly<Record<string, string | number | boolean>> | null;
	/** When and where, in words. */
	readonly when: string;
	readonly words: string;
	readonly at: Instant;
}

/** A note with who signed it, as the directory names them. */
export interface OpenedNote extends Note {
	readonly by: Signer;
}

const members = ['v', 'nid', 'rid', 'says', 'who', 'face', 'when', 'words', 'at'];

function asFace(value: unknown): Note['face'] {
	if (value === null) return null;
	const face = asObject(value, 'face');
	for (const [name, feature] of Object.entries(face)) {
		const plain = ['string', 'number', 'boolean'].includes(typeof feature);
		demand(plain && name.length <= 40 && String(feature).length <= 40, 'malformed', 'note: face');
	}
	return face as Note['face'];
}

function asNote(payload: unknown): Note {
	demand(asObject(payload, 'note')['v'] === 1, 'wrong-version', 'note');
	const it = exactly(payload, members, 'note');
	const says = it['says'];
	demand(says === 'coming' || says === 'words', 'malformed', 'note: says');
	return {
		v: 1,
		nid: asId(it['nid'], 'nid'),
		rid: asId(it['rid'], 'rid'),
		says,
		who: asText(it['who'], 80, 'who'),
		face: asFace(it['face']),
		when: asText(it['when'], 200, 'when'),
		words: asText(it['words'], 4000, 'words'),
		at: asInstant(it['at'], 'at')
	};
}

/** `note` signed by whoever writes it. */
export const signNote = (note: Note, sig: SigningKey): Promise<string> => signJws('vv-note+jws', note, sig);

/**
 * The note in `envelope`, opened with `reader` (the child's reply key, or a colleague's) and signed by a reader whom
 * `directory` knew then. `reply` is the thumbprint of the child's reply key. Refuses `bad-key` for any other signer.
 */
export const openNote = (
	envelope: unknown,
	reader: Pick<ReaderKeys, 'enc'>,
	directory: VerifiedDirectory,
	reply: string
): Promise<Checked<OpenedNote>> =>
	checkedAsync(async () => {
		const read = asEnvelope(envelope);
		const { text } = await unsealed(read, directory, reader, new Set([reply]));
		const jws = splitJws(text, 'vv-note+jws', limits.view);
		const note = asNote(jws.payload);
		demand(note.nid === read.outer.vid, 'wrong-vid');
		return { ...note, by: await demandReader(jws, directory, note.at) };
	});
